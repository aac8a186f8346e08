/// The quantiles of a sample, sorted once.
package struct Quantiles: Hashable, Sendable {
    private let sorted: [Double]

    package init(_ values: [Double]) {
        sorted = values.sorted()
    }

    /// The value at a share p in 0...1 of the way through the sample, neighbours mixed; `nil` for an empty sample.
    ///
    /// Source: R. J. Hyndman, Y. Fan, The American Statistician 50 (1996) 361, type 7, the default of numpy and R.
    package func value(at share: Double) -> Double? {
        precondition(share >= 0 && share <= 1, "a quantile's share lies in 0...1")
        guard let last = sorted.last else { return nil }
        let position = share * Double(sorted.count - 1)
        let below = Int(position.rounded(.down))
        guard below + 1 < sorted.count else { return last }
        let fraction = position - Double(below)
        return sorted[below] + fraction * (sorted[below + 1] - sorted[below])
    }

    package var median: Double? { value(at: 0.5) }
    package var p90: Double? { value(at: 0.9) }
}

/// The quantiles of a sample whose values stand for different amounts, sorted once.
package struct WeightedQuantiles: Hashable, Sendable {
    private let values: [Double]
    /// The weight up to and with each value.
    private let cumulative: [Double]

    /// Values of weight 0 are left out; weights are finite and not negative.
    package init(_ sample: [(value: Double, weight: Double)]) {
        var sum = 0.0
        var values: [Double] = []
        var cumulative: [Double] = []
        for (value, weight) in sample.sorted(by: { $0.value < $1.value }) where weight > 0 {
            precondition(weight.isFinite, "a weight is finite")
            sum += weight
            values.append(value)
            cumulative.append(sum)
        }
        self.values = values
        self.cumulative = cumulative
    }

    /// The least value that at least the share p (0...1) of the weight does not exceed; `nil` for an empty sample.
    ///
    /// The inverse of the weighted distribution function, type 1 of Hyndman and Fan; always a value of the sample.
    package func value(at share: Double) -> Double? {
        precondition(share >= 0 && share <= 1, "a quantile's share lies in 0...1")
        guard let total = cumulative.last else { return nil }
        // Half a rounding of slack, so that shares that meet a step exactly do.
        let target = share * total * (1 - 1e-15)
        var low = 0
        var high = cumulative.count - 1
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] >= target { high = middle } else { low = middle + 1 }
        }
        return values[low]
    }

    package var median: Double? { value(at: 0.5) }
    package var p90: Double? { value(at: 0.9) }
}
