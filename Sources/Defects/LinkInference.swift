import Git
import Intent
import LineHistory

/// Picks the inducers of fixes among their candidates.
struct LinkInference: Sendable {
    private let lines: LineHistory
    private let kinds: [PathKind]
    private let commits: DefectHistory.Commits
    private let variant: LinkVariant
    private let jobs: Int

    /// - Parameters:
    ///   - kinds: by path number.
    ///   - jobs: the number of threads.
    init(
        lines: LineHistory, kinds: [PathKind], commits: DefectHistory.Commits, variant: LinkVariant, jobs: Int
    ) {
        self.lines = lines
        self.kinds = kinds
        self.commits = commits
        self.variant = variant
        self.jobs = jobs
    }

    /// A link that is less likely than this is not worth its line: below half of the F1 that all links reach, each further one
    /// lowers it.
    private static let leastConfidence = 0.3

    /// What is found for fixes.
    ///
    /// - Parameters:
    ///   - fixes: those that are asked for; any commits.
    ///   - known: all fixes of the history: they tell what is usual in it.
    /// - Returns: ascending.
    func findings(of fixes: [CommitPosition], known: [CommitPosition]) -> [LinkFinding] {
        let (asked, known) = (Set(fixes), Set(known))
        return findings(of: asked.union(known).sorted(), after: []) { known.contains($0) }
            .filter { asked.contains($0.fix) }
    }

    /// What is found for all fixes of the history.
    ///
    /// - Parameters:
    ///   - fixes: ascending.
    ///   - kept: what an earlier run found for the same commits before some position; ascending. It holds up to the first fix that
    ///     is not one in both.
    func findings(of fixes: [CommitPosition], kept: [LinkFinding]) -> [LinkFinding] {
        let most = min(fixes.count, kept.count)
        let held = Array(kept[..<((0..<most).first { fixes[$0] != kept[$0].fix } ?? most)])
        return held + findings(of: Array(fixes.dropFirst(held.count)), after: held) { _ in true }
    }

    /// What is found for commits.
    ///
    /// - Parameters:
    ///   - commits: ascending.
    ///   - held: what was found for the fixes before them.
    ///   - isFix: whether one of the commits tells what is usual for those after it.
    private func findings(
        of fixes: [CommitPosition], after held: [LinkFinding], isFix: (CommitPosition) -> Bool
    ) -> [LinkFinding] {
        if fixes.isEmpty { return [] }
        let lines = lines.surrounded(at: fixes, jobs: jobs)
        let found = Parallel.map(
            count: fixes.count, jobs: jobs,
            worker: { EvidenceWorker(reader: LineEvidenceReader(lines: lines, kinds: kinds)) },
            { worker, index in worker.reader.evidence(of: fixes[index]) })
        var usual = UsualAge()
        for finding in held { usual.add(finding, landedAt: commits.landedAt) }
        var results: [LinkFinding] = []
        var ages: [(age: Double, distance: Double)] = []
        for (fix, found) in zip(fixes, found) {
            ages.append(usual.values)
            results.append(
                LinkFinding(
                    fix: fix,
                    traces: found.map { LinkFinding.Trace(commit: $0, lines: $1.lines, files: $1.files) }))
            if isFix(fix) { usual.add(results[results.count - 1], landedAt: commits.landedAt) }
        }
        let rarity = WordRarity(commits.words)
        let picked = Parallel.map(
            count: fixes.count, jobs: jobs,
            worker: { CandidateWorker(reader: LinkCandidateReader(lines: lines, commits: commits, rarity: rarity)) },
            { [ages] worker, index in
                // A thread takes fixes in their order.
                picks(among: worker.reader.candidates(of: fixes[index], found[index], usual: ages[index]))
                    .sorted { $0.inducer < $1.inducer }
            })
        for index in results.indices { results[index].picks = picked[index] }
        return results
    }

    private func picks(among candidates: [LinkCandidate]) -> [LinkFinding.Pick] {
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
    private func published(_ candidates: [LinkCandidate]) -> [LinkFinding.Pick] {
        candidates.map {
            let confidence = LinkCalibration.flat(variant)
            return LinkFinding.Pick(
                inducer: $0.commit,
                link: InferredLink(score: 0, confidence: confidence, chainConfidence: confidence, holdsWithoutAge: true)
            )
        }
    }

    private func published(_ candidate: LinkCandidate?) -> [LinkFinding.Pick] {
        published(candidate.map { [$0] } ?? [])
    }

    private func best(of candidates: [LinkCandidate]) -> [LinkFinding.Pick] {
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
            LinkFinding.Pick(
                inducer: candidates[place].commit,
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

/// What one thread needs for itself.
private final class EvidenceWorker {
    var reader: LineEvidenceReader

    init(reader: LineEvidenceReader) {
        self.reader = reader
    }
}

/// The same.
private final class CandidateWorker {
    var reader: LinkCandidateReader

    init(reader: LinkCandidateReader) {
        self.reader = reader
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
