/// Intervals of a contrast recovered from the intervals of its two parts: asymmetric where the parts' are.
///
/// Source: G. Y. Zou, A. Donner, Statistics in Medicine 27 (2008) 1693 ("MOVER"); Newcombe's method 10 is one case.
enum RecoveredInterval {
    /// The interval of first − second.
    static func difference(
        _ value: Double, first: (value: Double, interval: Interval), second: (value: Double, interval: Interval)
    ) -> Interval {
        let below = hypotenuse(first.value - first.interval.lower, second.interval.upper - second.value)
        let above = hypotenuse(first.interval.upper - first.value, second.value - second.interval.lower)
        return Interval(lower: max(-1, value - below), upper: min(1, value + above))
    }

    private static func hypotenuse(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
}
