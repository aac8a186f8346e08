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
        differenceVariance.map { .difference(first.failure - second.failure, variance: $0, confidence) }
    }

    /// First ÷ second with the delta method's interval on the log scale; `nil` unless both have events.
    ///
    /// Variance of ln(F₁/F₂): (se₁/F₁)² + (se₂/F₂)².
    package var ratio: Effect? {
        guard first.events > 0, second.events > 0, let one = first.standardError, let two = second.standardError
        else { return nil }
        let relative = one / first.failure
        let otherRelative = two / second.failure
        return .ratio(
            first.failure / second.failure, logVariance: relative * relative + otherRelative * otherRelative,
            confidence)
    }

    /// The chi-square statistic (1 degree of freedom) of equal survival at the horizon, on the log-log scale.
    ///
    /// Source: J. P. Klein et al., Statistics in Medicine 26 (2007) 4505, their X₃². `nil` unless 0 < S < 1 in both.
    package var statistic: Double? {
        guard let one = logLog(first), let two = logLog(second) else { return nil }
        let distance = one.value - two.value
        return distance * distance / (one.variance + two.variance)
    }

    /// The p-value of ``statistic``.
    package var pValue: Double? { statistic.map { ChiSquareDistribution.survival($0, degreesOfFreedom: 1) } }

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
