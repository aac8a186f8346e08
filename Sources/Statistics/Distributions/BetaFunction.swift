/// The regularised incomplete beta function and its inverse.
///
/// Source: continued fraction of Abramowitz & Stegun 26.5.8 by Lentz's method. Cost: O(√max(a, b)) terms.
enum BetaFunction {
    /// Iₓ(a, b) and 1 − Iₓ(a, b); a, b > 0, 0 ≤ x ≤ 1.
    static func incomplete(_ a: Double, _ b: Double, _ x: Double) -> (lower: Double, upper: Double) {
        precondition(a > 0 && b > 0 && x >= 0 && x <= 1, "the incomplete beta function needs a, b > 0 and x in 0...1")
        if x == 0 { return (0, 1) }
        if x == 1 { return (1, 0) }
        // xᵃ (1 − x)ᵇ / B(a, b)
        let front = a * b / (a + b) * SaddlePoint.binomial(a, of: a + b, p: x, q: 1 - x)
        if x < (a + 1) / (a + b + 2) {
            let lower = min(1, front * fraction(a, b, x) / a)
            return (lower, 1 - lower)
        }
        let upper = min(1, front * fraction(b, a, 1 - x) / b)
        return (1 - upper, upper)
    }

    /// The x with Iₓ(a, b) = p, for 0 < p < 1.
    ///
    /// - Parameter start: about the x, if that is known.
    static func quantile(_ a: Double, _ b: Double, _ p: Double, near start: Double? = nil) -> Double {
        precondition(p > 0 && p < 1, "a beta quantile needs a probability strictly between 0 and 1")
        return MonotoneRoot.solve(low: 0, high: 1, start: start) { x in
            let (lower, upper) = incomplete(a, b, x)
            let excess = p < 0.5 ? lower - p : (1 - p) - upper
            guard x > 0, x < 1 else { return (excess, 0) }
            let front = a * b / (a + b) * SaddlePoint.binomial(a, of: a + b, p: x, q: 1 - x)
            return (excess, front / (x * (1 - x)))
        }
    }

    private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
        let tiny = 1e-300
        var c = 1.0
        var d = 1 - (a + b) * x / (a + 1)
        if abs(d) < tiny { d = tiny }
        d = 1 / d
        var value = d
        var m = 0.0
        var step = 0.0
        repeat {
            m += 1
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 + even * d
            if abs(d) < tiny { d = tiny }
            c = 1 + even / c
            if abs(c) < tiny { c = tiny }
            d = 1 / d
            value *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 + odd * d
            if abs(d) < tiny { d = tiny }
            c = 1 + odd / c
            if abs(c) < tiny { c = tiny }
            d = 1 / d
            step = d * c
            value *= step
        } while abs(step - 1) > 2e-16 && m < 100_000
        return value
    }
}
