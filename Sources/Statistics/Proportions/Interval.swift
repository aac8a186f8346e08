/// An interval with both ends.
package struct Interval: Hashable, Sendable {
    package let lower: Double
    package let upper: Double

    package init(lower: Double, upper: Double) {
        precondition(lower <= upper, "an interval's lower end does not exceed its upper end")
        self.lower = lower
        self.upper = upper
    }

    package func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}

/// An interval that may lack an end: `nil` says that the data set no bound on that side.
package struct Bounds: Hashable, Sendable {
    package let lower: Double?
    package let upper: Double?

    package init(lower: Double?, upper: Double?) {
        self.lower = lower
        self.upper = upper
    }

    package init(_ interval: Interval) {
        self.init(lower: interval.lower, upper: interval.upper)
    }
}
