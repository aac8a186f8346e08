/// One contrast of two classes over many strata, each compared within itself.
///
/// In a stratum with a events of n₁ in the first class and c events of n₂ in the second, N = n₁ + n₂. Strata that lack a
/// class weigh nothing; ``coverage`` says how much of the data they hold. Only sums over strata are kept, so that contrasts
/// over different strata can be put together.
package struct MantelHaenszel: Hashable, Sendable {
    /// What is left of a difference of two sums that are equal, in parts of them.
    private static let rounding = 1e-12

    private var sum = Sums()
    private var shared = 0
    private var all = 0
    /// Strata that hold both classes.
    package private(set) var sharedStrata = 0
    package let confidence: Confidence

    package init(_ strata: [Stratum], _ confidence: Confidence = .percent95) {
        self.confidence = confidence
        for stratum in strata {
            all += stratum.total
            guard stratum.isShared else { continue }
            shared += stratum.total
            sharedStrata += 1
            sum.add(stratum)
        }
    }

    /// The contrast over the strata of several; none of them may be in two.
    package init(over parts: [MantelHaenszel], _ confidence: Confidence = .percent95) {
        self.confidence = confidence
        for part in parts {
            all += part.all
            shared += part.shared
            sharedStrata += part.sharedStrata
            sum.add(part.sum)
        }
    }

    /// Units in strata that hold both classes ÷ all units.
    package var coverage: Proportion { Proportion(events: shared, total: all) }

    /// Σ n₁n₂/N, what the strata weigh in ``difference``.
    package var weight: Double { sum.weight }

    /// The risk difference Σ (a n₂ − c n₁)/N ÷ Σ n₁n₂/N; `nil` without a shared stratum.
    ///
    /// Without an interval where its variance comes out as 0. Variance: T. Sato, Biometrics 45 (1989) 1323, (RD Σ P + Σ Q) ÷ (Σ n₁n₂/N)², with
    /// P = (n₁² c − n₂² a + n₁n₂(n₂ − n₁)/2)/N² and Q = (a(n₂ − c) + c(n₁ − a))/2N: right for few large strata and for
    /// many small ones.
    package var difference: Effect? {
        guard sharedStrata > 0 else { return nil }
        let value = sum.excess / sum.weight
        let variance = value * sum.p + sum.q
        // Without an event, or without anything else, the formula knows no uncertainty, which is not to say that there is none.
        guard variance > Self.rounding * (abs(value * sum.p) + abs(sum.q)) else {
            return Effect(value: value, standardError: nil, bounds: Bounds(lower: nil, upper: nil))
        }
        return .difference(value, variance: variance / (sum.weight * sum.weight), confidence)
    }

    /// The risk ratio Σ a n₂/N ÷ Σ c n₁/N; `nil` unless both sums are above 0.
    ///
    /// Variance of its logarithm: S. Greenland, J. M. Robins, Biometrics 41 (1985) 55.
    package var ratio: Effect? {
        guard sum.first > 0, sum.second > 0 else { return nil }
        return .ratio(sum.first / sum.second, logVariance: sum.ratio / (sum.first * sum.second), confidence)
    }

    /// The odds ratio Σ a d/N ÷ Σ b c/N with b and d the units without the event; `nil` unless both sums are above 0.
    ///
    /// Variance of its logarithm: J. Robins, N. Breslow, S. Greenland, Biometrics 42 (1986) 311.
    package var oddsRatio: Effect? {
        let (r, s) = (sum.odds.along, sum.odds.across)
        guard r > 0, s > 0 else { return nil }
        let variance =
            sum.odds.alongAlong / (2 * r * r) + sum.odds.mixed / (2 * r * s) + sum.odds.acrossAcross / (2 * s * s)
        return .ratio(r / s, logVariance: variance, confidence)
    }

    /// The Cochran–Mantel–Haenszel chi-square (1 degree of freedom) of no difference in any stratum; `nil` where no
    /// stratum with both classes has both events and non-events.
    ///
    /// - Parameter corrected: take half an event off |Σ (a − E(a))|.
    /// Source: N. Mantel, W. Haenszel, JNCI 22 (1959) 719.
    package func statistic(corrected: Bool = false) -> Double? {
        guard sum.variance > 0 else { return nil }
        let distance = corrected ? max(0, abs(sum.surplus) - 0.5) : sum.surplus
        return distance * distance / sum.variance
    }

    /// The p-value of ``statistic(corrected:)``.
    package func pValue(corrected: Bool = false) -> Double? {
        statistic(corrected: corrected).map { ChiSquareDistribution.survival($0, degreesOfFreedom: 1) }
    }

    /// The sums over strata that the estimates are made of.
    private struct Sums: Hashable {
        var weight = 0.0
        var excess = 0.0
        var p = 0.0
        var q = 0.0
        var first = 0.0
        var second = 0.0
        var ratio = 0.0
        var odds = Odds()
        /// Σ (a − E(a)) and the sum of its hypergeometric variances, over strata of two units or more.
        var surplus = 0.0
        var variance = 0.0

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
            odds.add(a: a, b: n - a, c: c, d: m - c)
            guard total > 1 else { return }
            surplus += a - n * (a + c) / total
            variance += n * m * (a + c) * (total - a - c) / (total * total * (total - 1))
        }

        mutating func add(_ other: Sums) {
            weight += other.weight
            excess += other.excess
            p += other.p
            q += other.q
            first += other.first
            second += other.second
            ratio += other.ratio
            odds.add(other.odds)
            surplus += other.surplus
            variance += other.variance
        }
    }

    /// With R = a d/N, S = b c/N, P = (a + d)/N and Q = (b + c)/N of a stratum: ΣR, ΣS, ΣPR, Σ(PS + QR), ΣQS.
    private struct Odds: Hashable {
        var along = 0.0
        var across = 0.0
        var alongAlong = 0.0
        var mixed = 0.0
        var acrossAcross = 0.0

        mutating func add(a: Double, b: Double, c: Double, d: Double) {
            let total = a + b + c + d
            let (r, s) = (a * d / total, b * c / total)
            let (p, q) = ((a + d) / total, (b + c) / total)
            along += r
            across += s
            alongAlong += p * r
            mixed += p * s + q * r
            acrossAcross += q * s
        }

        mutating func add(_ other: Odds) {
            along += other.along
            across += other.across
            alongAlong += other.alongAlong
            mixed += other.mixed
            acrossAcross += other.acrossAcross
        }
    }
}
