/// Two independent proportions against each other: first − second, first ÷ second.
package struct ProportionContrast: Hashable, Sendable {
    package let first: Proportion
    package let second: Proportion

    package init(_ first: Proportion, _ second: Proportion) {
        self.first = first
        self.second = second
    }

    /// The difference of the shares; `nil` if a group is empty.
    package var difference: Double? {
        guard let p = first.value, let q = second.value else { return nil }
        return p - q
    }

    /// The ratio of the shares; `nil` if a group is empty or the second has no event.
    package var ratio: Double? {
        guard let p = first.value, let q = second.value, second.events > 0 else { return nil }
        return p / q
    }

    /// The interval of the difference from the two Wilson intervals.
    ///
    /// Source: R. G. Newcombe, Statistics in Medicine 17 (1998) 873, method 10.
    package func newcombe(_ confidence: Confidence = .percent95) -> Interval? {
        guard let difference, let p = first.value, let q = second.value,
            let one = first.wilson(confidence), let two = second.wilson(confidence)
        else { return nil }
        return RecoveredInterval.difference(difference, first: (p, one), second: (q, two))
    }

    /// The interval of the difference with one event and one non-event added to each group.
    ///
    /// Source: A. Agresti, B. Caffo, The American Statistician 54 (2000) 280.
    package func agrestiCaffo(_ confidence: Confidence = .percent95) -> Interval? {
        guard first.total > 0, second.total > 0 else { return nil }
        let n = Double(first.total + 2)
        let m = Double(second.total + 2)
        let p = Double(first.events + 1) / n
        let q = Double(second.events + 1) / m
        let half = confidence.z * (p * (1 - p) / n + q * (1 - q) / m).squareRoot()
        return Interval(lower: max(-1, p - q - half), upper: min(1, p - q + half))
    }

    /// The ratio with the delta method's interval on the log scale; `nil` unless both groups have events.
    ///
    /// Source: D. Katz et al., Biometrics 34 (1978) 469; variance 1/x − 1/n + 1/y − 1/m.
    package func katz(_ confidence: Confidence = .percent95) -> Effect? {
        guard let ratio, first.events > 0 else { return nil }
        let variance =
            1 / Double(first.events) - 1 / Double(first.total) + 1 / Double(second.events) - 1 / Double(second.total)
        return .ratio(ratio, logVariance: variance, confidence)
    }

    /// The score interval of the ratio: holds also without events in one group, where it lacks an end.
    ///
    /// Source: P. A. R. Koopman, Biometrics 40 (1984) 513; the ratios that a score test does not reject.
    package func koopman(_ confidence: Confidence = .percent95) -> Bounds? {
        guard first.total > 0, second.total > 0, first.events + second.events > 0 else { return nil }
        let limit = confidence.z * confidence.z
        let lowest = -60.0  // ln of the smallest ratio looked for, far below 1 / (largest count)²
        var lower: Double? = 0
        var upper: Double?
        let estimate = ratio
        if first.events > 0 {
            let high = estimate.map(ln) ?? -lowest
            lower = exponential(
                MonotoneRoot.bisect(low: lowest, high: high) { limit - scoreStatistic(ratio: exponential($0)) })
        }
        if let estimate {
            let low = estimate > 0 ? ln(estimate) : lowest
            upper = exponential(
                MonotoneRoot.bisect(low: low, high: -lowest) { scoreStatistic(ratio: exponential($0)) - limit })
        }
        return Bounds(lower: lower, upper: upper)
    }

    /// (p − θq)² over its variance, at the likeliest p and q whose ratio is θ.
    private func scoreStatistic(ratio theta: Double) -> Double {
        let x = Double(first.events)
        let n = Double(first.total)
        let y = Double(second.events)
        let m = Double(second.total)
        let a = (n + m) * theta
        let b = n * theta + x + m + y * theta
        let c = x + y
        // The smaller root of a q² − b q + c, in the form that does not cancel.
        let q = 2 * c / (b + max(0, b * b - 4 * a * c).squareRoot())
        let p = min(1, theta * q)
        let variance = p * (1 - p) / n + theta * theta * q * max(0, 1 - q) / m
        let distance = x / n - theta * y / m
        if variance <= 0 { return distance == 0 ? 0 : .infinity }
        return distance * distance / variance
    }
}
