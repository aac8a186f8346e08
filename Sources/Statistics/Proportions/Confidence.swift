/// How sure an interval is meant to be, two-sided.
package struct Confidence: Hashable, Sendable {
    /// The share of such intervals that hold the truth, 0 < level < 1.
    package let level: Double
    /// The standard normal quantile that leaves half of 1 − `level` above it.
    package let z: Double

    package init(level: Double) {
        precondition(level > 0 && level < 1, "a confidence level lies strictly between 0 and 1")
        self.level = level
        z = -NormalDistribution.quantile((1 - level) / 2)
    }

    /// The house's level, 95 %.
    package static let percent95 = Confidence(level: 0.95)

    /// The probability left out on one side.
    var tail: Double { (1 - level) / 2 }
}
