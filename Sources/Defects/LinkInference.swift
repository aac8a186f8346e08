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
        guard let (place, score, share) = LinkWeights.links.best(of: candidates) else { return [] }
        let chainShare = LinkWeights.chains.share(of: place, among: candidates)
        return [
            Pick(
                candidate: candidates[place],
                link: InferredLink(
                    score: score, confidence: LinkCalibration.confidence(share: share),
                    chainConfidence: LinkCalibration.chainConfidence(share: min(share, chainShare)),
                    holdsWithoutAge: LinkWeights.chains.best(of: candidates)?.place == place))
        ]
    }

    private func changedLines(_ candidate: LinkCandidate) -> Bool {
        let counts = lines.counts[candidate.commit]
        return !lines.history.isMerge(candidate.commit) && counts.added + counts.deleted > 0
    }
}

extension LinkWeights {
    /// The candidate with the highest score, its score, and its share: e to the score over the sum of all. Of equals the newest.
    func best(of candidates: [LinkCandidate]) -> (place: Int, score: Double, share: Double)? {
        guard !candidates.isEmpty else { return nil }
        let scores = candidates.map { score($0.features) }
        var place = 0
        for index in scores.indices where scores[index] > scores[place] { place = index }
        let sum = scores.reduce(0) { $0 + exponential($1 - scores[place]) }
        return (place, scores[place], 1 / sum)
    }

    /// The share of one candidate.
    func share(of place: Int, among candidates: [LinkCandidate]) -> Double {
        let scores = candidates.map { score($0.features) }
        let highest = scores.max() ?? 0
        return exponential(scores[place] - highest) / scores.reduce(0) { $0 + exponential($1 - highest) }
    }
}
