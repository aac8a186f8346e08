/// The root of a function that grows with its argument.
enum MonotoneRoot {
    /// Newton's steps where they stay inside the bracket, halving where they do not; to the last digits.
    ///
    /// - Parameters:
    ///   - start: where the root is thought to be, inside the bracket; its middle where nothing is known.
    ///   - evaluate: the function's value and slope (0 where the slope is unknown).
    static func solve(
        low: Double, high: Double, start: Double? = nil, _ evaluate: (Double) -> (value: Double, slope: Double)
    ) -> Double {
        var low = low
        var high = high
        var x = start.flatMap { $0 > low && $0 < high ? $0 : nil } ?? low + (high - low) / 2
        // Halving alone ends within 1,100 steps even for a root of the size of the smallest number.
        for _ in 0..<1_100 {
            let (value, slope) = evaluate(x)
            if value == 0 { return x }
            if value < 0 { low = x } else { high = x }
            var next = slope > 0 ? x - value / slope : .nan
            if !(next > low && next < high) {
                // Below 1e-3 of the bracket a plain mean creeps; the geometric one reaches small roots at once.
                next = low > 0 && high / low > 4 ? (low * high).squareRoot() : low + (high - low) / 2
            }
            if abs(next - x) <= 1e-16 * abs(next) || next == low || next == high { return next }
            x = next
        }
        return x
    }

    /// The root by halving alone, for a function without a known slope; `evaluate` grows with its argument.
    static func bisect(low: Double, high: Double, _ evaluate: (Double) -> Double) -> Double {
        solve(low: low, high: high) { (evaluate($0), 0) }
    }
}
