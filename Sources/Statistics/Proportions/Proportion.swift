/// Events among trials: the numerator and denominator of a rate.
package struct Proportion: Hashable, Sendable {
    package let events: Int
    package let total: Int

    package init(events: Int, total: Int) {
        precondition(events >= 0 && events <= total, "events are at least 0 and at most the total")
        self.events = events
        self.total = total
    }

    /// events ÷ total; `nil` without trials.
    package var value: Double? { total > 0 ? Double(events) / Double(total) : nil }

    /// The score interval; good coverage from a handful of trials on.
    ///
    /// Source: E. B. Wilson, JASA 22 (1927) 209; (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n).
    package func wilson(_ confidence: Confidence = .percent95) -> Interval? {
        guard total > 0 else { return nil }
        let n = Double(total)
        let p = Double(events) / n
        let square = confidence.z * confidence.z
        let denominator = 1 + square / n
        let centre = (p + square / (2 * n)) / denominator
        let half = confidence.z * (p * (1 - p) / n + square / (4 * n * n)).squareRoot() / denominator
        return Interval(
            lower: events == 0 ? 0 : max(0, centre - half), upper: events == total ? 1 : min(1, centre + half))
    }

    /// The exact interval: never covers less than its level, so it is wide.
    ///
    /// Source: C. J. Clopper, E. S. Pearson, Biometrika 26 (1934) 404, through quantiles of the beta distribution.
    package func clopperPearson(_ confidence: Confidence = .percent95) -> Interval? {
        guard total > 0 else { return nil }
        let k = Double(events)
        let rest = Double(total - events)
        let lower = events == 0 ? 0 : BetaFunction.quantile(k, rest + 1, confidence.tail)
        let upper = events == total ? 1 : BetaFunction.quantile(k + 1, rest, 1 - confidence.tail)
        return Interval(lower: lower, upper: upper)
    }
}
