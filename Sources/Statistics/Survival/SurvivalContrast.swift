/// Two survival curves against each other at one age, in terms of the share with the event by then (1 − S).
///
/// The curves must rest on different units: for clustered curves, no cluster in both.
package struct SurvivalContrast: Hashable, Sendable {
    package let first: SurvivalEstimate
    package let second: SurvivalEstimate
    package let confidence: Confidence

    /// `nil` where one of the curves does not reach the horizon.
    package init?(
        _ first: SurvivalCurve, _ second: SurvivalCurve, at horizon: Double, _ confidence: Confidence = .percent95
    ) {
        guard let one = first.estimate(at: horizon, confidence), let two = second.estimate(at: horizon, confidence)
        else { return nil }
        self.first = one
        self.second = two
        self.confidence = confidence
    }

    /// First − second, with the interval recovered from the two log-log intervals: it agrees with the intervals shown
    /// beside it, is asymmetric where they are, and holds without events in one group. `nil` where S = 0 in one.
    ///
    /// Source: G. Y. Zou, A. Donner, Statistics in Medicine 27 (2008) 1693.
    package var difference: Effect? {
        guard let one = first.failureInterval, let two = second.failureInterval else { return nil }
        let value = first.failure - second.failure
        let interval = RecoveredInterval.difference(value, first: (first.failure, one), second: (second.failure, two))
        return Effect(value: value, standardError: differenceVariance?.squareRoot(), bounds: Bounds(interval))
    }

    /// First − second with the delta method's symmetric interval, for comparison with what others print.
    package var deltaDifference: Effect? {
        guard let one = first.standardError, let two = second.standardError else { return nil }
        return .difference(
            first.failure - second.failure, variance: one * one + two * two, confidence,
            degreesOfFreedom: degreesOfFreedom(one * one, two * two))
    }

    /// First ÷ second with the delta method's interval on the log scale; `nil` unless both have events.
    ///
    /// Variance of ln(F₁/F₂): (se₁/F₁)² + (se₂/F₂)².
    package var ratio: Effect? {
        guard first.events > 0, second.events > 0, let one = first.standardError, let two = second.standardError
        else { return nil }
        let relative = one / first.failure
        let otherRelative = two / second.failure
        let (variance, other) = (relative * relative, otherRelative * otherRelative)
        return .ratio(
            first.failure / second.failure, logVariance: variance + other, confidence,
            degreesOfFreedom: degreesOfFreedom(variance, other))
    }

    /// The chi-square statistic (1 degree of freedom) of equal survival at the horizon, on the log-log scale.
    ///
    /// Source: J. P. Klein et al., Statistics in Medicine 26 (2007) 4505, their X₃². `nil` unless 0 < S < 1 in both.
    package var statistic: Double? {
        guard let one = logLog(first), let two = logLog(second) else { return nil }
        let distance = one.value - two.value
        return distance * distance / (one.variance + two.variance)
    }

    /// The p-value of ``statistic``: of chi-square, for clustered curves of t².
    package var pValue: Double? {
        guard let statistic, let one = logLog(first), let two = logLog(second) else { return nil }
        if let degrees = degreesOfFreedom(one.variance, two.variance) {
            return StudentDistribution.twoSided(statistic.squareRoot(), degreesOfFreedom: degrees)
        }
        return ChiSquareDistribution.survival(statistic, degreesOfFreedom: 1)
    }

    /// Of the sum of the two groups' variances; `nil` if both are normal.
    ///
    /// Source: F. E. Satterthwaite, Biometrics Bulletin 2 (1946) 110; a normal part adds none to the denominator.
    func degreesOfFreedom(_ variance: Double, _ other: Double) -> Double? {
        let parts = [(variance, first.degreesOfFreedom), (other, second.degreesOfFreedom)]
        let denominator = parts.reduce(0) { sum, part in sum + (part.1.map { part.0 * part.0 / $0 } ?? 0) }
        return denominator > 0 ? (variance + other) * (variance + other) / denominator : nil
    }

    private var differenceVariance: Double? {
        guard let one = first.standardError, let two = second.standardError else { return nil }
        return one * one + two * two
    }

    private func logLog(_ estimate: SurvivalEstimate) -> (value: Double, variance: Double)? {
        guard let error = estimate.standardError, estimate.survival > 0, estimate.survival < 1, error > 0
        else { return nil }
        let logarithm = ln(estimate.survival)
        let relative = error / (estimate.survival * logarithm)
        return (ln(-logarithm), relative * relative)
    }
}
