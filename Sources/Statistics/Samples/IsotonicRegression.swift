/// The never-falling step function nearest to the data in weighted squares.
///
/// Source: pooling of adjacent violators, M. Ayer et al., Annals of Mathematical Statistics 26 (1955) 641. O(n log n).
package struct IsotonicRegression: Hashable, Sendable {
    /// A run of equal fitted values.
    package struct Block: Hashable, Sendable {
        /// The least and the greatest x in the run.
        package let from: Double
        package let through: Double
        package let value: Double
        package let weight: Double
    }

    /// In order of x.
    package let blocks: [Block]

    package init(_ points: [(x: Double, y: Double, weight: Double)]) {
        struct Pool {
            var from: Double
            var through: Double
            var sum: Double
            var weight: Double
            var mean: Double { sum / weight }
        }
        var pools: [Pool] = []
        for point in points.sorted(by: { $0.x < $1.x }) where point.weight > 0 {
            // Equal x share one fitted value, whatever their order.
            if let last = pools.last, last.from == last.through, last.through == point.x {
                pools[pools.count - 1].sum += point.y * point.weight
                pools[pools.count - 1].weight += point.weight
            } else {
                pools.append(Pool(from: point.x, through: point.x, sum: point.y * point.weight, weight: point.weight))
            }
        }
        var stack: [Pool] = []
        for pool in pools {
            var merged = pool
            while let last = stack.last, last.mean >= merged.mean {
                stack.removeLast()
                merged = Pool(
                    from: last.from, through: merged.through, sum: last.sum + merged.sum,
                    weight: last.weight + merged.weight)
            }
            stack.append(merged)
        }
        blocks = stack.map { Block(from: $0.from, through: $0.through, value: $0.mean, weight: $0.weight) }
    }

    /// The fitted value at `x`: linear between blocks, constant beyond the ends; `nil` without data.
    package func value(at x: Double) -> Double? {
        guard let first = blocks.first, let last = blocks.last else { return nil }
        if x <= first.through { return first.value }
        if x >= last.from { return last.value }
        guard let next = blocks.firstIndex(where: { $0.through >= x }) else { return last.value }
        let (below, above) = (blocks[next - 1], blocks[next])
        if x >= above.from { return above.value }
        return below.value + (x - below.through) / (above.from - below.through) * (above.value - below.value)
    }
}
