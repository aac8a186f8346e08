/// The regularised incomplete gamma function and its inverse.
///
/// Source: Abramowitz & Stegun 6.5.29 (series) and 6.5.31 (continued fraction, by Lentz's method).
/// Cost: O(√shape) terms near the mean, fewer elsewhere.
enum GammaFunction {
    /// P(a, x) and Q(a, x) = 1 − P(a, x), each exact where it is small; a > 0, x ≥ 0.
    static func incomplete(shape a: Double, _ x: Double) -> (lower: Double, upper: Double) {
        precondition(a > 0 && x >= 0, "the incomplete gamma function needs a positive shape and x of at least 0")
        if x == 0 { return (0, 1) }
        if x == .infinity { return (1, 0) }
        // xᵃ e⁻ˣ / Γ(a + 1), without the cancellation of the logarithms.
        let front = SaddlePoint.poisson(a, mean: x)
        if x < a + 1 {
            let lower = min(1, front * series(a, x))
            return (lower, 1 - lower)
        }
        let upper = min(1, front * a * fraction(a, x))
        return (1 - upper, upper)
    }

    /// The x with P(a, x) = p, for 0 < p < 1.
    static func quantile(shape a: Double, _ p: Double) -> Double {
        precondition(p > 0 && p < 1, "a gamma quantile needs a probability strictly between 0 and 1")
        // Wilson and Hilferty's cube as a first bracket.
        let z = NormalDistribution.quantile(p)
        let root = 1 - 1 / (9 * a) + z / (3 * a.squareRoot())
        var high = max(a * root * root * root, a + 1) * 2
        while incomplete(shape: a, high).lower < p { high *= 2 }
        return MonotoneRoot.solve(low: 0, high: high) { x in
            let (lower, upper) = incomplete(shape: a, x)
            // The smaller tail decides, for it holds the digits.
            let excess = p < 0.5 ? lower - p : (1 - p) - upper
            return (excess, x > 0 ? SaddlePoint.poisson(a, mean: x) * a / x : 0)
        }
    }

    private static func series(_ a: Double, _ x: Double) -> Double {
        var term = 1.0
        var sum = 1.0
        var denominator = a
        while true {
            denominator += 1
            term *= x / denominator
            let next = sum + term
            if next == sum { return sum }
            sum = next
        }
    }

    private static func fraction(_ a: Double, _ x: Double) -> Double {
        let tiny = 1e-300
        var b = x + 1 - a
        var c = 1 / tiny
        var d = 1 / b
        var value = d
        var i = 0.0
        repeat {
            i += 1
            let an = -i * (i - a)
            b += 2
            d = an * d + b
            if abs(d) < tiny { d = tiny }
            c = b + an / c
            if abs(c) < tiny { c = tiny }
            d = 1 / d
            value *= d * c
        } while abs(d * c - 1) > 2e-16 && i < 100_000
        return value
    }
}
