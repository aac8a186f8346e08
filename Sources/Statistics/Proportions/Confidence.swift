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

    /// ``z``, or where a variance rests on few clusters the wider quantile of Student's t.
    func critical(degreesOfFreedom: Double?) -> Double {
        // Beyond this many the two agree to the digits that a t quantile keeps.
        guard let degreesOfFreedom, degreesOfFreedom < 1e6 else { return z }
        return StudentDistribution.upperQuantile(tail, degreesOfFreedom: degreesOfFreedom)
    }

    /// The probability left out on one side.
    var tail: Double { (1 - level) / 2 }
}
