/// Events per amount of exposure (changed lines, weeks, deployments).
package struct PoissonRate: Hashable, Sendable {
    package let events: Int
    /// The amount at risk, in the unit that the rate is quoted per.
    package let exposure: Double

    package init(events: Int, exposure: Double) {
        precondition(events >= 0 && exposure >= 0 && exposure.isFinite, "events and exposure are not negative")
        self.events = events
        self.exposure = exposure
    }

    /// events ÷ exposure; `nil` without exposure.
    package var value: Double? { exposure > 0 ? Double(events) / exposure : nil }

    /// The exact interval.
    ///
    /// Source: F. Garwood, Biometrika 28 (1936) 437: χ²(α/2; 2k)/2 and χ²(1 − α/2; 2k + 2)/2, over the exposure.
    package func garwood(_ confidence: Confidence = .percent95) -> Interval? {
        guard exposure > 0 else { return nil }
        let lower = events == 0 ? 0 : GammaFunction.quantile(shape: Double(events), confidence.tail)
        let upper = GammaFunction.quantile(shape: Double(events + 1), 1 - confidence.tail)
        return Interval(lower: lower / exposure, upper: upper / exposure)
    }

    /// The ratio to another rate with the exact interval, given the sum of the events.
    ///
    /// Given the sum, the events of the first are binomial with p = θE/(θE + F): the Clopper–Pearson ends are
    /// carried over. `nil` without exposure or without events in the other.
    package func ratio(to other: PoissonRate, _ confidence: Confidence = .percent95) -> Effect? {
        guard let mine = value, let theirs = other.value, other.events > 0 else { return nil }
        let share = Proportion(events: events, total: events + other.events)
        let scale = other.exposure / exposure
        let ends = share.clopperPearson(confidence)
        return Effect(
            value: mine / theirs,
            standardError: events > 0 ? (1 / Double(events) + 1 / Double(other.events)).squareRoot() : nil,
            bounds: Bounds(
                lower: ends.map { $0.lower / (1 - $0.lower) * scale },
                upper: ends.flatMap { $0.upper < 1 ? $0.upper / (1 - $0.upper) * scale : nil }))
    }
}
