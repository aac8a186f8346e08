/// Nelson's rules 2 to 8 over a stream of standardised points; rule 1 is read off the limits themselves.
///
/// Rules 5 and 6 are set off only by a point that is itself far out, so that one excursion is not reported again.
struct NelsonRules {
    /// The last points, oldest first; no rule looks back further than fifteen.
    private var recent: [Double] = []
    private var previousStep = 0.0
    private var sideRun = 0
    private var trendRun = 0
    private var alternatingRun = 0
    private var innerRun = 0
    private var outerRun = 0

    /// The rules that a point of so many sigma from the centre sets off, given the ones before it.
    mutating func add(_ z: Double) -> [ChartSignal] {
        let side: ChartSide = z > 0 ? .high : .low
        count(z)
        recent.append(z)
        if recent.count > 5 { recent.removeFirst() }

        var signals: [ChartSignal] = []
        if abs(sideRun) >= 9 { signals.append(ChartSignal(rule: .nineOnOneSide, side: side)) }
        if abs(trendRun) >= 5 {
            signals.append(ChartSignal(rule: .sixInTrend, side: trendRun > 0 ? .high : .low))
        }
        if alternatingRun >= 13 { signals.append(ChartSignal(rule: .fourteenAlternating, side: nil)) }
        if isOut(z, beyond: 2, least: 2, of: 3) {
            signals.append(ChartSignal(rule: .twoOfThreeBeyondTwoSigma, side: side))
        }
        if isOut(z, beyond: 1, least: 4, of: 5) {
            signals.append(ChartSignal(rule: .fourOfFiveBeyondOneSigma, side: side))
        }
        if innerRun >= 15 { signals.append(ChartSignal(rule: .fifteenWithinOneSigma, side: nil)) }
        if outerRun >= 8 { signals.append(ChartSignal(rule: .eightBeyondOneSigma, side: nil)) }
        return signals
    }

    /// Lengthens or breaks the runs: of points on a side (signed), of steps in one direction (signed), of steps that
    /// alternate, of points inside and outside one sigma.
    private mutating func count(_ z: Double) {
        if z > 0 { sideRun = max(0, sideRun) + 1 } else if z < 0 { sideRun = min(0, sideRun) - 1 } else { sideRun = 0 }
        innerRun = abs(z) < 1 ? innerRun + 1 : 0
        outerRun = abs(z) > 1 ? outerRun + 1 : 0
        guard let last = recent.last else { return }
        let step = z - last
        if step > 0 {
            trendRun = max(0, trendRun) + 1
        } else if step < 0 {
            trendRun = min(0, trendRun) - 1
        } else {
            trendRun = 0
        }
        alternatingRun = step == 0 ? 0 : (step * previousStep < 0 ? alternatingRun + 1 : 1)
        previousStep = step
    }

    private func isOut(_ z: Double, beyond distance: Double, least: Int, of window: Int) -> Bool {
        guard abs(z) > distance else { return false }
        return recent.suffix(window).count { z > 0 ? $0 > distance : $0 < -distance } >= least
    }
}
