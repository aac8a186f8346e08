/// One effect measured in several places (repositories), each time with a standard error, as one.
///
/// Ratios are pooled on the scale of their logarithms. An effect without a standard error, or with one of 0, has no weight
/// and is left out.
package struct PooledEffect: Hashable, Sendable {
    package enum Scale: Hashable, Sendable {
        case difference, ratio
    }

    /// How the weights of the places are made.
    package enum Model: Hashable, Sendable {
        /// All places have one effect; by inverse variance.
        case fixed
        /// The places' effects scatter around one, whose standard error is their own scatter's by Hartung and Knapp's factor,
        /// if that is above 1, with t quantiles of places − 1 degrees of freedom: normal intervals are too narrow for the
        /// few places there are.
        ///
        /// Source: J. Hartung, G. Knapp, Statistics in Medicine 20 (2001) 3875; C. Röver, G. Knapp, T. Friede, BMC Medical Research
        /// Methodology 15 (2015) 99, for the factor of 1 at least.
        case random
    }

    /// How much the places' effects differ beyond chance.
    package struct Heterogeneity: Hashable, Sendable {
        /// Cochran's Q, Σ w (y − ȳ)² with w = 1 ÷ variance.
        package let q: Double
        /// Places − 1.
        package let degreesOfFreedom: Int
        /// The share of the effects' scatter that chance does not explain, (Q − df) ÷ Q, at least 0; `nil` where Q = 0.
        ///
        /// Source: J. P. T. Higgins, S. G. Thompson, Statistics in Medicine 21 (2002) 1539.
        package let iSquared: Double?
        /// The variance between the places' true effects, of the logarithm of ratios, at least 0.
        ///
        /// Source: R. DerSimonian, N. Laird, Controlled Clinical Trials 7 (1986) 177.
        package let tauSquared: Double

        /// Of ``q`` or more, if all places have one effect.
        package var pValue: Double { ChiSquareDistribution.survival(q, degreesOfFreedom: degreesOfFreedom) }
    }

    private struct Part: Hashable {
        /// Of a ratio its logarithm.
        let value: Double
        let variance: Double
    }

    private let parts: [Part?]
    private let scale: Scale
    package let confidence: Confidence
    /// `nil` with fewer than two places.
    package let heterogeneity: Heterogeneity?

    /// - Parameter effects: one for each place; `nil` for a place that has none.
    package init(_ effects: [Effect?], _ scale: Scale, _ confidence: Confidence = .percent95) {
        let parts = effects.map { effect -> Part? in
            guard let effect, let error = effect.standardError, error > 0, error.isFinite else { return nil }
            guard scale == .difference || effect.value > 0 else { return nil }
            return Part(value: scale == .ratio ? ln(effect.value) : effect.value, variance: error * error)
        }
        self.parts = parts
        self.scale = scale
        self.confidence = confidence
        heterogeneity = Self.heterogeneity(parts.compactMap { $0 })
    }

    /// Places that have a weight.
    package var places: Int { parts.count { $0 != nil } }

    /// The pooled effect with its interval; `nil` without places, and of the random model with fewer than two: one
    /// place does not tell how places differ.
    package func effect(_ model: Model) -> Effect? {
        guard let pooled = pooled(model) else { return nil }
        return scale == .ratio
            ? .ratio(
                exponential(pooled.value), logVariance: pooled.variance, confidence,
                degreesOfFreedom: degreesOfFreedom(model))
            : .difference(
                pooled.value, variance: pooled.variance, confidence, degreesOfFreedom: degreesOfFreedom(model))
    }

    /// Of no effect; two-sided.
    package func pValue(_ model: Model) -> Double? {
        pooled(model).map { value, variance in
            let statistic = value / variance.squareRoot()
            return degreesOfFreedom(model).map { StudentDistribution.twoSided(statistic, degreesOfFreedom: $0) }
                ?? NormalDistribution.twoSided(statistic)
        }
    }

    /// `nil` where the interval is normal.
    private func degreesOfFreedom(_ model: Model) -> Double? {
        model == .random ? Double(places - 1) : nil
    }

    /// Each place's share of the whole weight, in the order given; `nil` for places left out.
    package func weights(_ model: Model) -> [Double?] {
        guard let between = variance(between: model) else { return parts.map { _ in nil } }
        let total = parts.reduce(0) { $0 + ($1.map { 1 / ($0.variance + between) } ?? 0) }
        return parts.map { part in part.map { 1 / ($0.variance + between) / total } }
    }

    private func pooled(_ model: Model) -> (value: Double, variance: Double)? {
        let known = parts.compactMap { $0 }
        guard let between = variance(between: model), let mean = Self.mean(known, between: between) else { return nil }
        guard model == .random else { return mean }
        let scatter = known.reduce(0) {
            $0 + ($1.value - mean.value) * ($1.value - mean.value) / ($1.variance + between)
        }
        return (mean.value, mean.variance * max(1, scatter / Double(known.count - 1)))
    }

    private func variance(between model: Model) -> Double? {
        model == .fixed ? 0 : heterogeneity?.tauSquared
    }

    private static func mean(_ parts: [Part], between: Double) -> (value: Double, variance: Double)? {
        guard !parts.isEmpty else { return nil }
        var sum = 0.0
        var weight = 0.0
        for part in parts {
            sum += part.value / (part.variance + between)
            weight += 1 / (part.variance + between)
        }
        return (sum / weight, 1 / weight)
    }

    private static func heterogeneity(_ parts: [Part]) -> Heterogeneity? {
        guard parts.count > 1, let mean = mean(parts, between: 0)?.value else { return nil }
        var q = 0.0
        var weight = 0.0
        var squares = 0.0
        for part in parts {
            let own = 1 / part.variance
            q += own * (part.value - mean) * (part.value - mean)
            weight += own
            squares += own * own
        }
        let degrees = Double(parts.count - 1)
        return Heterogeneity(
            q: q, degreesOfFreedom: parts.count - 1, iSquared: q > 0 ? max(0, (q - degrees) / q) : nil,
            tauSquared: max(0, (q - degrees) / (weight - squares / weight)))
    }
}
