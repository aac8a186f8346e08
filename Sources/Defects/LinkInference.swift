import Git
import LineHistory

/// Picks the inducers of a fix among its candidates.
struct LinkInference {
    private let reader: LinkCandidateReader
    private let lines: LineHistory
    private let variant: LinkVariant

    init(_ reader: LinkCandidateReader, lines: LineHistory, variant: LinkVariant) {
        self.reader = reader
        self.lines = lines
        self.variant = variant
    }

    /// A link that is less likely than this is not worth its line: below half of the F1 that all links reach, each further one
    /// lowers it.
    private static let leastConfidence = 0.3

    /// A candidate that was picked.
    struct Pick {
        let candidate: LinkCandidate
        let link: InferredLink
    }

    /// What was found for one fix.
    struct Result {
        let picks: [Pick]
        let candidates: [LinkCandidate]
    }

    func infer(_ fix: CommitPosition) -> Result {
        let candidates = reader.candidates(of: fix)
        return Result(picks: picks(among: candidates), candidates: candidates)
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
