import Git
import LineHistory

/// Picks the inducers of fixes among their candidates.
struct LinkInference {
    private var reader: LinkCandidateReader
    private let evidence: LineEvidenceReader
    private let lines: LineHistory
    private let variant: LinkVariant

    init(lines: LineHistory, commits: DefectHistory.Commits, variant: LinkVariant) {
        reader = LinkCandidateReader(
            lines: lines, subjects: commits.subjects, words: commits.words, landedAt: commits.landedAt)
        evidence = LineEvidenceReader(lines: lines)
        self.lines = lines
        self.variant = variant
    }

    /// A link that is less likely than this is not worth its line: below half of the F1 that all links reach, each further one
    /// lowers it.
    private static let leastConfidence = 0.3

    /// A candidate that was picked.
    private struct Pick {
        let candidate: LinkCandidate
        let link: InferredLink
    }

    /// What is found for fixes.
    ///
    /// - Parameters:
    ///   - fixes: those that are asked for; any commits.
    ///   - known: all fixes of the history: they tell what is usual in it.
    /// - Returns: ascending.
    mutating func findings(of fixes: [CommitPosition], known: [CommitPosition]) -> [LinkFinding] {
        let (asked, known) = (Set(fixes), Set(known))
        var result: [LinkFinding] = []
        for fix in asked.union(known).sorted() {
            let finding = finding(of: fix, isAsked: asked.contains(fix))
            if asked.contains(fix) { result.append(finding) }
            if known.contains(fix) { reader.add(finding) }
        }
        return result
    }

    /// What is found for all fixes of the history.
    ///
    /// - Parameters:
    ///   - fixes: ascending.
    ///   - kept: what an earlier run found for the same commits before some position; ascending. It holds up to the first fix that
    ///     is not one in both.
    mutating func findings(of fixes: [CommitPosition], kept: [LinkFinding]) -> [LinkFinding] {
        var result = zip(fixes, kept).prefix { $0 == $1.fix }.map(\.1)
        for finding in result { reader.add(finding) }
        for fix in fixes.dropFirst(result.count) {
            result.append(finding(of: fix, isAsked: true))
            reader.add(result[result.count - 1])
        }
        return result
    }

    /// - Parameter isAsked: whether more than the traces is wanted.
    private mutating func finding(of fix: CommitPosition, isAsked: Bool) -> LinkFinding {
        let found = evidence.evidence(of: fix)
        let traces = found.map { LinkFinding.Trace(commit: $0, lines: $1.lines, files: $1.paths.count) }
            .sorted { $0.commit < $1.commit }
        let picks = isAsked ? picks(among: reader.candidates(of: fix, found)) : []
        return LinkFinding(
            fix: fix, traces: traces,
            picks: picks.map { LinkFinding.Pick(inducer: $0.candidate.commit, link: $0.link) }
                .sorted { $0.inducer < $1.inducer })
    }

    private func picks(among candidates: [LinkCandidate]) -> [Pick] {
        let written = candidates.filter { $0.evidence.lines > 0 }
        let code = candidates.filter { $0.evidence.code + $0.evidence.tests.removed > 0 }
        switch variant {
        case .b: return published(written)
        case .ag: return published(code)
        case .ma: return published(code.filter(changedLines))
        case .l: return published(code.max { ($0.evidence.lines, $0.commit) < ($1.evidence.lines, $1.commit) })
        case .r: return published(code.max { $0.commit < $1.commit })
        case .andon: return best(of: candidates)
        }
    }

    /// The published variants print no score: each link weighs the share that such links have by themselves.
    private func published(_ candidates: [LinkCandidate]) -> [Pick] {
        candidates.map {
            let confidence = LinkCalibration.flat(variant)
            return Pick(
                candidate: $0,
                link: InferredLink(score: 0, confidence: confidence, chainConfidence: confidence, holdsWithoutAge: true)
            )
        }
    }

    private func published(_ candidate: LinkCandidate?) -> [Pick] {
        published(candidate.map { [$0] } ?? [])
    }

    private func best(of candidates: [LinkCandidate]) -> [Pick] {
        let scores = candidates.map { LinkRules.links.score($0.features) }
        guard let place = scores.firstHighest else { return [] }
        let share = scores.share(of: place)
        let confidence = LinkCalibration.confidence(share: share)
        guard confidence >= Self.leastConfidence else { return [] }
        // Chains ask for what lines tell, with less regard to age.
        let reached = candidates.indices.filter { candidates[$0].features[.fileOnly] == 0 }
        let chainScores = reached.map { LinkWeights.chains.score(candidates[$0].features) }
        let chainPlace = reached.firstIndex(of: place)
        let chainShare = chainPlace.map { chainScores.share(of: $0) } ?? 0
        return [
            Pick(
                candidate: candidates[place],
                link: InferredLink(
                    score: scores[place], confidence: confidence,
                    chainConfidence: LinkCalibration.chainConfidence(share: min(share, chainShare)),
                    holdsWithoutAge: chainPlace != nil && chainPlace == chainScores.firstHighest))
        ]
    }

    private func changedLines(_ candidate: LinkCandidate) -> Bool {
        let counts = lines.counts[candidate.commit]
        return !lines.history.isMerge(candidate.commit) && counts.added + counts.deleted > 0
    }
}

/// Scores of the candidates of one fix, as log odds.
extension [Double] {
    /// The first of the highest.
    fileprivate var firstHighest: Int? {
        indices.max { (self[$0], $1) < (self[$1], $0) }
    }

    /// e to a score over the sum of all.
    fileprivate func share(of place: Int) -> Double {
        let highest = self.max() ?? 0
        return exponential(self[place] - highest) / reduce(0) { $0 + exponential($1 - highest) }
    }
}
