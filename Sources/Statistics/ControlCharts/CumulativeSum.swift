/// The two one-sided cumulative sums of standardised points.
///
/// C⁺ ← max(0, C⁺ + z − k), C⁻ ← max(0, C⁻ − z − k); a signal when one exceeds h.
/// Source: E. S. Page, Biometrika 41 (1954) 100; D. C. Montgomery, *Introduction to Statistical Quality Control*, §9.1.
package struct CumulativeSum: Hashable, Sendable {
    /// k, half the shift to be found, in sigmas.
    package let slack: Double
    /// h.
    package let limit: Double
    package private(set) var high = 0.0
    package private(set) var low = 0.0

    package init(slack: Double = 0.5, limit: Double = 5) {
        precondition(slack >= 0 && limit > 0, "the slack is not negative and the limit above 0")
        self.slack = slack
        self.limit = limit
    }

    /// Takes in a point; the side whose sum is now beyond the limit. With k > 0 never both.
    package mutating func add(_ z: Double) -> ChartSide? {
        high = max(0, high + z - slack)
        low = max(0, low - z - slack)
        if high > limit { return .high }
        return low > limit ? .low : nil
    }

    /// Forgets all points.
    package mutating func restart() {
        high = 0
        low = 0
    }
}
