import Metrics

/// Whether AI commits surely fare worse than human ones by more than a margin.
struct GapAnswer {
    let status: GateStatus
    /// The stratified difference, above 0 where AI fares worse.
    let value: Double?

    /// - Parameter margin: a difference of shares, not negative.
    init(_ comparison: Comparison?, _ endpoint: Endpoint, margin: Double) {
        let difference = comparison?.stratified.difference
        // Lines that stand are good, so that their difference is turned round.
        let sign = endpoint.isStanding ? -1.0 : 1
        value = difference.map { sign * $0.value }
        let worst = endpoint.isStanding ? difference?.bounds.upper : difference?.bounds.lower
        guard let worst, comparison?.verdict != .insufficient else {
            status = .insufficient
            return
        }
        status = sign * worst > margin ? .fail : .pass
    }
}
