/// `1 / (1 + e^-x)` without Foundation's `exp`: `e^x` by halving the argument to below 1/1024 and squaring back, exact
/// to 1e-12.
func logistic(_ value: Double) -> Double {
    let bounded = min(max(value, -40), 40)
    let small = -bounded / 65_536
    var power = 1 + small * (1 + small / 2 * (1 + small / 3 * (1 + small / 4)))
    for _ in 0..<16 { power *= power }
    return 1 / (1 + power)
}
