/// A contrast of two groups, first against second, with its uncertainty.
package struct Effect: Hashable, Sendable {
    /// The difference (first − second) or the ratio (first ÷ second).
    package let value: Double
    /// Of the difference, or of the logarithm of the ratio; `nil` where the data do not give one.
    package let standardError: Double?
    package let bounds: Bounds

    package init(value: Double, standardError: Double?, bounds: Bounds) {
        self.value = value
        self.standardError = standardError
        self.bounds = bounds
    }

    /// A difference with the interval value ± z·se, no wider than −1...1; t instead of z with degrees of freedom.
    static func difference(
        _ value: Double, variance: Double, _ confidence: Confidence, degreesOfFreedom: Double? = nil
    ) -> Effect {
        let error = max(0, variance).squareRoot()
        let half = confidence.critical(degreesOfFreedom: degreesOfFreedom) * error
        return Effect(
            value: value, standardError: error,
            bounds: Bounds(lower: max(-1, value - half), upper: min(1, value + half)))
    }

    /// A ratio with the interval value · e^(± z·se); t instead of z with degrees of freedom.
    static func ratio(
        _ value: Double, logVariance: Double, _ confidence: Confidence, degreesOfFreedom: Double? = nil
    ) -> Effect {
        let error = max(0, logVariance).squareRoot()
        let factor = exponential(confidence.critical(degreesOfFreedom: degreesOfFreedom) * error)
        return Effect(
            value: value, standardError: error, bounds: Bounds(lower: value / factor, upper: value * factor))
    }
}
