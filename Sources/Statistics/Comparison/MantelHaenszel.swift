/// One contrast of two classes over many strata, each compared within itself.
///
/// In a stratum with a events of n₁ in the first class and c events of n₂ in the second, N = n₁ + n₂. Strata that lack a
/// class weigh nothing; ``coverage`` says how much of the data they hold.
package struct MantelHaenszel: Hashable, Sendable {
    private let strata: [Stratum]
    private let all: Int
    package let confidence: Confidence

    package init(_ strata: [Stratum], _ confidence: Confidence = .percent95) {
        self.strata = strata.filter(\.isShared)
        all = strata.reduce(0) { $0 + $1.total }
        self.confidence = confidence
    }

    /// Strata that hold both classes.
    package var sharedStrata: Int { strata.count }

    /// Units in strata that hold both classes ÷ all units.
    package var coverage: Proportion { Proportion(events: strata.reduce(0) { $0 + $1.total }, total: all) }

    /// The risk difference Σ (a n₂ − c n₁)/N ÷ Σ n₁n₂/N; `nil` without a shared stratum.
    ///
    /// Variance: T. Sato, Biometrics 45 (1989) 1323, (RD Σ P + Σ Q) ÷ (Σ n₁n₂/N)², with
    /// P = (n₁² c − n₂² a + n₁n₂(n₂ − n₁)/2)/N² and Q = (a(n₂ − c) + c(n₁ − a))/2N: right for few large strata and for
    /// many small ones.
    package var difference: Effect? {
        guard !strata.isEmpty else { return nil }
        var sum = Sums()
        for stratum in strata { sum.add(stratum) }
        let value = sum.excess / sum.weight
        return .difference(value, variance: (value * sum.p + sum.q) / (sum.weight * sum.weight), confidence)
    }

    /// The risk ratio Σ a n₂/N ÷ Σ c n₁/N; `nil` unless both sums are above 0.
    ///
    /// Variance of its logarithm: S. Greenland, J. M. Robins, Biometrics 41 (1985) 55.
    package var ratio: Effect? {
        var sum = Sums()
        for stratum in strata { sum.add(stratum) }
        guard sum.first > 0, sum.second > 0 else { return nil }
        return .ratio(sum.first / sum.second, logVariance: sum.ratio / (sum.first * sum.second), confidence)
    }

    /// The Cochran–Mantel–Haenszel chi-square (1 degree of freedom) of no difference in any stratum; `nil` where no
    /// stratum with both classes has both events and non-events.
    ///
    /// - Parameter corrected: take half an event off |Σ (a − E(a))|.
    /// Source: N. Mantel, W. Haenszel, JNCI 22 (1959) 719.
    package func statistic(corrected: Bool = false) -> Double? {
        var excess = 0.0
        var variance = 0.0
        for stratum in strata where stratum.total > 1 {
            let (a, n) = (Double(stratum.first.events), Double(stratum.first.total))
            let (c, m) = (Double(stratum.second.events), Double(stratum.second.total))
            let total = n + m
            excess += a - n * (a + c) / total
            variance += n * m * (a + c) * (total - a - c) / (total * total * (total - 1))
        }
        guard variance > 0 else { return nil }
        let distance = corrected ? max(0, abs(excess) - 0.5) : excess
        return distance * distance / variance
    }

    /// The p-value of ``statistic(corrected:)``.
    package func pValue(corrected: Bool = false) -> Double? {
        statistic(corrected: corrected).map { ChiSquareDistribution.survival($0, degreesOfFreedom: 1) }
    }

    /// The sums over strata that the estimates are made of.
    private struct Sums {
        var weight = 0.0
        var excess = 0.0
        var p = 0.0
        var q = 0.0
        var first = 0.0
        var second = 0.0
        var ratio = 0.0

        mutating func add(_ stratum: Stratum) {
            let (a, n) = (Double(stratum.first.events), Double(stratum.first.total))
            let (c, m) = (Double(stratum.second.events), Double(stratum.second.total))
            let total = n + m
            weight += n * m / total
            excess += (a * m - c * n) / total
            p += (n * n * c - m * m * a + n * m * (m - n) / 2) / (total * total)
            q += (a * (m - c) + c * (n - a)) / (2 * total)
            first += a * m / total
            second += c * n / total
            ratio += ((a + c) * n * m - a * c * total) / (total * total)
        }
    }
}
