/// A sample in a few figures; of an empty sample there is none.
package struct Summary: Hashable, Sendable {
    package let count: Int
    package let mean: Double
    /// Divided by count − 1; `nil` for a single value.
    package let standardDeviation: Double?
    package let minimum: Double
    package let lowerQuartile: Double
    package let median: Double
    package let upperQuartile: Double
    package let p90: Double
    package let maximum: Double

    package init?(_ values: [Double]) {
        let quantiles = Quantiles(values)
        guard let minimum = quantiles.value(at: 0), let maximum = quantiles.value(at: 1),
            let lower = quantiles.value(at: 0.25), let median = quantiles.median,
            let upper = quantiles.value(at: 0.75), let p90 = quantiles.p90
        else { return nil }
        count = values.count
        let mean = values.reduce(0, +) / Double(values.count)
        self.mean = mean
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        standardDeviation = values.count > 1 ? (squares / Double(values.count - 1)).squareRoot() : nil
        self.minimum = minimum
        lowerQuartile = lower
        self.median = median
        upperQuartile = upper
        self.p90 = p90
        self.maximum = maximum
    }
}
