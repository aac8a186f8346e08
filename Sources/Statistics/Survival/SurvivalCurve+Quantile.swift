/// The age by which a share of the units has had the event.
package struct SurvivalQuantile: Hashable, Sendable {
    /// The share that has had the event, ½ for the median.
    package let share: Double
    /// The least age with S ≤ 1 − share.
    package let time: Double
    /// The ages between which the truth lies; an end is missing where the band does not come down that far.
    package let bounds: Bounds
}

extension SurvivalCurve {
    /// The median age at the event; `nil` if more than half were still without it when follow-up ended.
    package func median(_ confidence: Confidence = .percent95) -> SurvivalQuantile? {
        quantile(0.5, confidence)
    }

    /// The age by which `share` (0 < share < 1) of the units have had the event; `nil` if follow-up ended before.
    ///
    /// The interval holds the ages at which the pointwise log-log interval of S holds 1 − share.
    /// Source: R. Brookmeyer, J. Crowley, Biometrics 38 (1982) 29.
    package func quantile(_ share: Double, _ confidence: Confidence = .percent95) -> SurvivalQuantile? {
        precondition(share > 0 && share < 1, "a quantile's share lies strictly between 0 and 1")
        // A product of quotients may stand a rounding above the level that it meets exactly.
        let level = (1 - share) * (1 + 1e-12)
        guard let reached = steps.first(where: { $0.survival <= level }) else { return nil }
        var lower: Double?
        var upper: Double?
        for step in steps {
            // Before the first event the exact interval stands in for the log-log one; it bounds no age.
            guard step.survival < 1 else { continue }
            // From S = 0 on there is no interval, so no end either.
            guard let interval = self.interval(of: step, confidence) else { break }
            if lower == nil, interval.lower <= level { lower = step.time }
            if interval.upper <= level {
                upper = step.time
                break
            }
        }
        return SurvivalQuantile(share: share, time: reached.time, bounds: Bounds(lower: lower, upper: upper))
    }
}
