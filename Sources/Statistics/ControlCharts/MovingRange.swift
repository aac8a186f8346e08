/// The mean distance between neighbours of a series, the house measure of short-term spread.
enum MovingRange {
    /// The expected range of two normal values of sigma 1 (d₂ for n = 2), rounded as the published tables have it.
    static let expected = 1.128
    /// 3 ÷ d₂, rounded likewise: from a mean moving range to three sigma.
    static let threeSigma = 2.66

    /// `nil` with fewer than two values.
    static func mean(_ values: [Double]) -> Double? {
        guard values.count > 1 else { return nil }
        return zip(values, values.dropFirst()).reduce(0) { $0 + abs($1.1 - $1.0) } / Double(values.count - 1)
    }
}
