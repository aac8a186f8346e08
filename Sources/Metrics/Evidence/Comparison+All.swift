import Statistics

extension Comparison {
    /// Every endpoint that can be measured, at every age, for both AI classes together and apart.
    ///
    /// - Parameter commits: those that can be compared: of AI or human class, no merges, in quarters with an AI mark.
    static func all(_ commits: [StudiedCommit]) -> [Comparison] {
        let human = commits.filter { $0.authorClass == .human }
        var comparisons: [Comparison] = []
        for compared in ComparedClass.allCases {
            let ai = commits.filter(compared.contains)
            guard !ai.isEmpty else { continue }
            var own: [Comparison] = []
            for endpoint in Endpoint.allCases where endpoint.event.isKnown(in: commits) {
                let contrast = EndpointContrast(endpoint, ai: ai, human: human)
                own += endpoint.horizons.map { contrast.comparison(at: $0, compared) }
            }
            comparisons += corrected(own)
        }
        return comparisons
    }

    /// Holm's correction over the declared endpoints, and the verdicts that follow.
    private static func corrected(_ comparisons: [Comparison]) -> [Comparison] {
        let adjusted = HolmCorrection.adjust(comparisons.map { $0.role == .further ? nil : $0.pValue })
        return zip(comparisons, adjusted).map { comparison, p in
            guard comparison.role != .further else { return comparison }
            var comparison = comparison
            comparison.adjustedP = p
            comparison.verdict = Verdict(
                ai: comparison.ai.verdictCounts, human: comparison.human.verdictCounts,
                difference: comparison.difference?.bounds, adjustedP: p)
            return comparison
        }
    }
}

extension ComparedGroup {
    /// An immature commit may have had the event already, so events may exceed the mature commits.
    var verdictCounts: Proportion { Proportion(events: min(events, mature), total: mature) }
}

extension Sensitivity {
    /// The shares of unmarked commits that are taken as AI's.
    static let shares = [0, 0.1, 0.25, 0.5]

    /// For every endpoint at its declared age, both AI classes together.
    ///
    /// - Parameter firstMarkAt: human commits that landed earlier cannot hide an AI.
    static func all(_ commits: [StudiedCommit], firstMarkAt: Int64?) -> [Sensitivity] {
        guard let firstMarkAt else { return [] }
        let ai = commits.filter(\.authorClass.isAI)
        let human = commits.filter { $0.authorClass == .human && $0.landedAt >= firstMarkAt }
        var rows: [Sensitivity] = []
        for endpoint in Endpoint.allCases where endpoint.event.isKnown(in: commits) {
            let contrast = EndpointContrast(endpoint, ai: ai, human: human)
            guard let marked = contrast.risk(of: .ai), let unmarked = contrast.risk(of: .human) else { continue }
            let hidden = HiddenShare(marked: marked, unmarked: unmarked)
            for assumption in HiddenShare.Assumption.allCases {
                for share in shares {
                    rows.append(
                        Sensitivity(
                            endpoint: endpoint, horizonDays: endpoint.declaredHorizon, hiddenShare: share,
                            assumption: assumption, ratio: hidden.ratio(share: share, assumption)))
                }
            }
        }
        return rows
    }
}
