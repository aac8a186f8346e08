/// Percentile intervals from drawing whole clusters (commits) again and again, with replacement.
///
/// Source: A. C. Davison, D. V. Hinkley, *Bootstrap Methods and their Application* (1997), §3.8 and §5.3.1.
package struct ClusterBootstrap: Hashable, Sendable {
    package let replicates: Int
    package let seed: UInt64

    package init(replicates: Int = 1_000, seed: UInt64 = 0x616e_646f_6e) {
        precondition(replicates >= 40, "a percentile interval needs at least 40 replicates")
        self.replicates = replicates
        self.seed = seed
    }

    /// The interval of a statistic.
    ///
    /// - Parameters:
    ///   - clusters: the number of clusters, 0..<clusters.
    ///   - statistic: its value when cluster i is drawn as often as the i-th number says; `nil` where it has none.
    /// - Returns: `nil` with fewer than two clusters, or if more than one replicate in twenty has no value.
    ///
    /// Cost: replicates × (clusters + one evaluation).
    package func interval(
        clusters: Int, _ confidence: Confidence = .percent95, statistic: (_ draws: [Int]) -> Double?
    ) -> Interval? {
        guard clusters > 1 else { return nil }
        var generator = RandomGenerator(seed: seed)
        var values: [Double] = []
        values.reserveCapacity(replicates)
        var draws = Array(repeating: 0, count: clusters)
        for _ in 0..<replicates {
            for cluster in 0..<clusters { draws[cluster] = 0 }
            for _ in 0..<clusters { draws[generator.index(below: clusters)] += 1 }
            if let value = statistic(draws) { values.append(value) }
        }
        guard values.count * 20 >= replicates * 19 else { return nil }
        let quantiles = Quantiles(values)
        guard let lower = quantiles.value(at: confidence.tail), let upper = quantiles.value(at: 1 - confidence.tail)
        else { return nil }
        return Interval(lower: lower, upper: upper)
    }
}
