/// The log-rank test: did the groups have the event at the same rate all along?
///
/// Source: N. Mantel, Cancer Chemotherapy Reports 50 (1966) 163; R. Peto, J. Peto, JRSS A 135 (1972) 185. Variance:
/// hypergeometric, or from between clusters (``clustered(_:)``). Cost: O(n log n + ages × groups²).
package struct LogRankTest: Hashable, Sendable {
    /// Events seen in each group.
    package let observed: [Double]
    /// Events expected in each group if all had the same rate.
    package let expected: [Double]
    /// Chi-square.
    package let statistic: Double
    package let degreesOfFreedom: Int

    /// The probability of such a statistic, or a larger one, among groups of the same rate.
    package var pValue: Double { ChiSquareDistribution.survival(statistic, degreesOfFreedom: degreesOfFreedom) }

    /// The test of two or more groups; `nil` where nothing can be compared: fewer than two groups, no events, or never
    /// two groups at risk at an event.
    package init?(groups: [[SurvivalObservation]]) {
        self.init(strata: [groups])
    }

    /// The stratified test: strata × the same groups; each event is compared with its own stratum only.
    package init?(strata: [[[SurvivalObservation]]]) {
        let groups = strata.map(\.count).max() ?? 0
        guard groups > 1 else { return nil }
        var observed = Array(repeating: 0.0, count: groups)
        var expected = observed
        var covariance = Array(repeating: observed, count: groups)
        for stratum in strata {
            for risk in GroupedRiskSets(stratum, groups: groups).atEvents {
                let share = risk.events / risk.total
                let spread = risk.total > 1 ? share * (risk.total - risk.events) / (risk.total - 1) : 0
                for group in 0..<groups {
                    observed[group] += risk.eventsByGroup[group]
                    expected[group] += share * risk.atRisk[group]
                    for other in 0..<groups {
                        let own = group == other ? risk.atRisk[group] : 0
                        covariance[group][other] +=
                            spread * (own - risk.atRisk[group] * risk.atRisk[other] / risk.total)
                    }
                }
            }
        }
        let excess = zip(observed, expected).map { $0 - $1 }
        guard let (statistic, rank) = QuadraticForm.evaluate(excess, covariance) else { return nil }
        self.observed = observed
        self.expected = expected
        self.statistic = statistic
        degreesOfFreedom = rank
    }

    private init(observed: [Double], expected: [Double], statistic: Double) {
        self.observed = observed
        self.expected = expected
        self.statistic = statistic
        degreesOfFreedom = 1
    }

    /// The test of two groups whose units are dependent within clusters; a cluster may have units in several strata.
    ///
    /// (O − E)² over Σ of the squared cluster sums of the score residuals: the score test of D. Y. Lin and L. J. Wei,
    /// JASA 84 (1989) 1074, at a hazard ratio of 1. `nil` as for ``init(strata:)``, or with fewer than two clusters.
    package static func clustered(strata: [[[SurvivalObservation]]]) -> LogRankTest? {
        var observed = [0.0, 0.0]
        var expected = [0.0, 0.0]
        var residuals: [Int: Double] = [:]
        for stratum in strata {
            precondition(stratum.count == 2, "the clustered log-rank test compares two groups")
            let risks = GroupedRiskSets(stratum, groups: 2).atEvents
            for risk in risks {
                for group in 0..<2 {
                    observed[group] += risk.eventsByGroup[group]
                    expected[group] += risk.events / risk.total * risk.atRisk[group]
                }
            }
            let scores = ScoreResiduals(risks)
            for (group, observations) in stratum.enumerated() {
                for observation in observations {
                    residuals[observation.cluster, default: 0] += scores.residual(of: observation, inFirst: group == 0)
                }
            }
        }
        // Summed by size, for a dictionary has no order and sums of doubles have one.
        let variance = residuals.values.map { $0 * $0 }.sorted().reduce(0, +)
        guard residuals.count > 1, variance > 0 else { return nil }
        let excess = observed[0] - expected[0]
        return LogRankTest(observed: observed, expected: expected, statistic: excess * excess / variance)
    }
}
