/// What a comparison of two shares of the given sizes could have shown.
///
/// Normal approximation, pooled variance under no difference, separate variances under the difference:
/// |p − q| = z(1 − α/2) √(r(1−r)(1/n + 1/m)) + z(power) √(p(1−p)/n + q(1−q)/m).
/// Source: J. L. Fleiss, *Statistical Methods for Rates and Proportions*, 3rd ed., §4.2.
package struct DetectableDifference: Hashable, Sendable {
    package let firstTotal: Int
    package let secondTotal: Int
    /// The second group's share, against which the first is judged.
    package let baseline: Double
    package let power: Double
    package let confidence: Confidence

    package init(
        firstTotal: Int, secondTotal: Int, baseline: Double, power: Double = 0.8, confidence: Confidence = .percent95
    ) {
        precondition(firstTotal >= 0 && secondTotal >= 0, "group sizes are not negative")
        precondition(baseline >= 0 && baseline <= 1, "a baseline share lies in 0...1")
        precondition(power > 0.5 && power < 1, "power lies between a half and 1")
        self.firstTotal = firstTotal
        self.secondTotal = secondTotal
        self.baseline = baseline
        self.power = power
        self.confidence = confidence
    }

    /// The least p − q > 0 that would be found with the power; `nil` if even a share of 1 would not be.
    package var increase: Double? { least(towards: 1) }

    /// The least q − p > 0 that would be found with the power; `nil` if even a share of 0 would not be.
    package var decrease: Double? { least(towards: 0) }

    /// Trials needed in the first group, and `ratio` times as many in the second, to find the shares apart.
    package static func requiredTotal(
        _ first: Double, against second: Double, ratio: Double = 1, power: Double = 0.8,
        confidence: Confidence = .percent95
    ) -> Int? {
        guard first != second, ratio > 0 else { return nil }
        let pooled = (first + ratio * second) / (1 + ratio)
        let null = (pooled * (1 - pooled) * (1 + 1 / ratio)).squareRoot()
        let alternative = (first * (1 - first) + second * (1 - second) / ratio).squareRoot()
        let root = (confidence.z * null + NormalDistribution.quantile(power) * alternative) / (first - second)
        let total = (root * root).rounded(.up)
        return total < 1e15 ? Int(total) : nil
    }

    private func least(towards end: Double) -> Double? {
        let room = abs(end - baseline)
        guard firstTotal > 0, secondTotal > 0, room > 0, excess(end) >= 0 else { return nil }
        let sign: Double = end > baseline ? 1 : -1
        return MonotoneRoot.bisect(low: 0, high: room) { excess(baseline + sign * $0) }
    }

    /// How far a share `p` of the first group stands beyond what is needed, in units of the difference.
    private func excess(_ p: Double) -> Double {
        let n = Double(firstTotal)
        let m = Double(secondTotal)
        let pooled = (n * p + m * baseline) / (n + m)
        let null = (pooled * (1 - pooled) * (1 / n + 1 / m)).squareRoot()
        let alternative = (p * (1 - p) / n + baseline * (1 - baseline) / m).squareRoot()
        return abs(p - baseline) - confidence.z * null - NormalDistribution.quantile(power) * alternative
    }
}
