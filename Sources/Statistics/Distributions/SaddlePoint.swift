/// Loader's saddle-point pieces of the binomial and Poisson probabilities: no cancellation, however large the counts.
///
/// Source: C. Loader, *Fast and Accurate Computation of Binomial Probabilities* (2000), the method of R's `dbinom`.
enum SaddlePoint {
    /// ln √(2π).
    static let halfLogTwoPi = 0.918_938_533_204_672_741_780

    /// δ(n) = ln Γ(n + 1) − (n + ½) ln n + n − ln √(2π): what Stirling's formula leaves out; n > 0.
    static func stirlingError(_ n: Double) -> Double {
        guard n > 15 else { return lnGamma(n + 1) - (n + 0.5) * ln(n) + n - halfLogTwoPi }
        let square = n * n
        let tail = 1.0 / 1188 / square
        let inner = 1.0 / 1260 - (1.0 / 1680 - tail) / square
        return (1.0 / 12 - (1.0 / 360 - inner / square) / square) / n
    }

    /// x ln(x / m) + m − x, the deviance of one term; x, m > 0.
    static func deviance(_ x: Double, _ mean: Double) -> Double {
        guard abs(x - mean) < 0.1 * (x + mean) else { return x * ln(x / mean) + mean - x }
        // Series in v = (x − m) / (x + m): exact where the logarithm would cancel.
        let v = (x - mean) / (x + mean)
        var sum = (x - mean) * v
        var term = 2 * x * v
        var odd = 3.0
        while true {
            term *= v * v
            let next = sum + term / odd
            if next == sum { return sum }
            sum = next
            odd += 2
        }
    }

    /// mˣ e⁻ᵐ / Γ(x + 1) for real x ≥ 0 and m ≥ 0.
    static func poisson(_ x: Double, mean: Double) -> Double {
        if mean == 0 { return x == 0 ? 1 : 0 }
        if x == 0 { return exponential(-mean) }
        return exponential(-stirlingError(x) - deviance(x, mean) - halfLogTwoPi - 0.5 * ln(x))
    }

    /// Γ(n + 1) / (Γ(x + 1) Γ(n − x + 1)) pˣ qⁿ⁻ˣ for real 0 ≤ x ≤ n, with q = 1 − p handed in for exactness.
    static func binomial(_ x: Double, of n: Double, p: Double, q: Double) -> Double {
        if p == 0 { return x == 0 ? 1 : 0 }
        if q == 0 { return x == n ? 1 : 0 }
        if x == 0 { return exponential(n * (p < 0.1 ? ln1p(-p) : ln(q))) }
        if x == n { return exponential(n * (q < 0.1 ? ln1p(-q) : ln(p))) }
        let rest = n - x
        let exponent =
            stirlingError(n) - stirlingError(x) - stirlingError(rest) - deviance(x, n * p) - deviance(rest, n * q)
        return exponential(exponent - halfLogTwoPi - 0.5 * (ln(x) + ln1p(-x / n)))
    }
}
