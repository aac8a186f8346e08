/// The same contrast in terms of the share that is still without the event (S).
extension SurvivalContrast {
    /// S of the first − S of the second; see ``difference``.
    package var standingDifference: Effect? {
        difference.map {
            Effect(
                value: -$0.value, standardError: $0.standardError,
                bounds: Bounds(lower: $0.bounds.upper.map { -$0 }, upper: $0.bounds.lower.map { -$0 }))
        }
    }

    /// S of the first ÷ S of the second with the delta method's interval on the log scale; `nil` where S = 0 in one.
    ///
    /// Variance of ln(S₁/S₂): (se₁/S₁)² + (se₂/S₂)².
    package var standingRatio: Effect? {
        guard first.survival > 0, second.survival > 0, let one = first.standardError, let two = second.standardError
        else { return nil }
        let relative = one / first.survival
        let otherRelative = two / second.survival
        let (variance, other) = (relative * relative, otherRelative * otherRelative)
        return .ratio(
            first.survival / second.survival, logVariance: variance + other, confidence,
            degreesOfFreedom: degreesOfFreedom(variance, other))
    }
}
