/// The score residuals of a comparison of two groups at a hazard ratio of 1; they sum to observed − expected.
///
/// r = δ (x − x̄(t)) − Σ over event ages s in (entry, t] of (x − x̄(s)) d(s) / n(s), x being 1 in the first group.
/// Source: T. M. Therneau, P. M. Grambsch, T. R. Fleming, Biometrika 77 (1990) 147.
struct ScoreResiduals {
    private let times: [Double]
    private let means: [Double]
    /// Σ d/n and Σ x̄ d/n up to and with each age, led by a 0.
    private let hazard: [Double]
    private let weightedHazard: [Double]

    init(_ risks: [GroupedRiskSets.RiskSet]) {
        var hazard = [0.0]
        var weighted = [0.0]
        for risk in risks {
            let step = risk.events / risk.total
            hazard.append(hazard[hazard.count - 1] + step)
            weighted.append(weighted[weighted.count - 1] + step * risk.atRisk[0] / risk.total)
        }
        times = risks.map(\.time)
        means = risks.map { $0.atRisk[0] / $0.total }
        self.hazard = hazard
        weightedHazard = weighted
    }

    /// The residual of a row, times its weight.
    func residual(of observation: SurvivalObservation, inFirst: Bool) -> Double {
        let x = inFirst ? 1.0 : 0.0
        let end = eventAges(upTo: observation.time)
        let start = observation.entry.map(eventAges) ?? 0
        var residual = -(x * (hazard[end] - hazard[start]) - (weightedHazard[end] - weightedHazard[start]))
        if observation.event, end > 0 { residual += x - means[end - 1] }
        return residual * observation.weight
    }

    /// How many event ages lie at or before `time`.
    private func eventAges(upTo time: Double) -> Int {
        var low = 0
        var high = times.count
        while low < high {
            let middle = (low + high) / 2
            if times[middle] > time { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
