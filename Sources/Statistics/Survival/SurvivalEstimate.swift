/// A survival curve read off at one age, with its uncertainty and the data behind it.
package struct SurvivalEstimate: Hashable, Sendable {
    /// The age at which the curve was read.
    package let horizon: Double
    /// S(horizon), the share still without the event.
    package let survival: Double
    /// Of `survival`; `nil` where it cannot be told (S = 0, a single cluster).
    package let standardError: Double?
    /// Of `survival`: the log-log interval, or the exact one where no unit has had the event; `nil` where S = 0.
    package let interval: Interval?
    /// Weight still under observation at the horizon.
    package let atRisk: Double
    /// Weight of the events up to the horizon.
    package let events: Double
    /// Of the standard error; `nil` for a normal one.
    package let degreesOfFreedom: Double?

    /// 1 − S(horizon), the share with the event by then.
    package var failure: Double { 1 - survival }

    /// The interval of ``failure``.
    package var failureInterval: Interval? {
        interval.map { Interval(lower: 1 - $0.upper, upper: 1 - $0.lower) }
    }
}

extension SurvivalCurve {
    /// The estimate at `horizon`; `nil` without observations, or where follow-up ended earlier with units still alive:
    /// what nobody was watched for long enough to see is missing, not unchanged.
    package func estimate(at horizon: Double, _ confidence: Confidence = .percent95) -> SurvivalEstimate? {
        guard let last = steps.last, horizon >= 0, horizon <= last.time || last.survival == 0 else { return nil }
        let step = step(at: horizon)
        let survival = step?.survival ?? 1
        let logVariance = step.map { $0.logVariance } ?? 0
        let watched = steps[min(steps.count - 1, firstIndex { $0.time >= horizon })]
        return SurvivalEstimate(
            horizon: horizon, survival: survival,
            standardError: logVariance.map { survival * $0.squareRoot() },
            interval: interval(
                survival: survival, logVariance: logVariance, independent: watched.independentAtRisk, confidence),
            atRisk: atRisk(at: horizon), events: steps.prefix { $0.time <= horizon }.reduce(0) { $0 + $1.events },
            degreesOfFreedom: degreesOfFreedom)
    }

    /// The pointwise interval of S right after a step; see ``SurvivalEstimate/interval``.
    package func interval(of step: Step, _ confidence: Confidence = .percent95) -> Interval? {
        interval(
            survival: step.survival, logVariance: step.logVariance, independent: step.independentAtRisk, confidence)
    }

    /// S^exp(± z √v / ln S), the variance of ln S on the scale of ln(−ln S): stays inside 0...1. Of a clustered curve with
    /// Student's t in place of z, see ``degreesOfFreedom``.
    ///
    /// Source: J. D. Kalbfleisch, R. L. Prentice, *The Statistical Analysis of Failure Time Data* (1980), §1.4.
    /// Where S = 1 the scale has no value; the ends are then Clopper and Pearson's for no event among the independent
    /// units still watched, which is wider than need be for it leaves out those that were lost earlier.
    private func interval(
        survival: Double, logVariance: Double?, independent: Double, _ confidence: Confidence
    ) -> Interval? {
        if survival >= 1 {
            return independent > 0 ? Interval(lower: power(confidence.tail, 1 / independent), upper: 1) : nil
        }
        guard survival > 0, let logVariance else { return nil }
        let logarithm = ln(survival)
        let critical =
            confidence == .percent95 ? critical95 : confidence.critical(degreesOfFreedom: degreesOfFreedom)
        let spread = exponential(critical * logVariance.squareRoot() / abs(logarithm))
        return Interval(lower: exponential(logarithm * spread), upper: exponential(logarithm / spread))
    }
}
