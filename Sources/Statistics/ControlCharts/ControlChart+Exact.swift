extension ControlChart {
    /// A p′ or u′ chart judged by exact probabilities, for series with small periods; another chart as it is.
    ///
    /// Three sigma of a few changes are soon reached: with a share of .1, one event of one change lies beyond any limit and
    /// proves nothing. A point beyond a limit keeps that signal only if so many events, or so few, have a binomial or Poisson
    /// probability below .00135 too. The residual becomes the normal score of the mid-probability P(X < x) + ½ P(X = x), over
    /// max(1, σz), so that EWMA and CUSUM do not take the skew of rare events for drift; in large periods it is what it was.
    /// Centre, limits and the other signals stay. Source of the score: as of ``gaps(_:plans:)``.
    ///
    /// - Parameters:
    ///   - events: by period.
    ///   - amounts: changes or exposure by period.
    package func exact(events: [Int], amounts: [Double]) -> ControlChart {
        guard kind == .shares || kind == .rates else { return self }
        let points = points.map { point in
            guard point.residual != nil, let figures = phases[point.phase].figures else { return point }
            let tails = tails(of: events[point.index], amounts[point.index], centre: figures.centre)
            let middle = min(1 - 0x1p-53, max(0x1p-53, tails.below + tails.at / 2))
            let signals = point.signals.filter { signal in
                guard signal.rule == .beyondLimits else { return true }
                return (signal.side == .high ? tails.above + tails.at : tails.below + tails.at) < Self.signalProbability
            }
            return ControlPoint(
                index: point.index, phase: point.phase, stage: point.stage, value: point.value, centre: point.centre,
                lower: point.lower, upper: point.upper,
                residual: NormalDistribution.quantile(middle) / max(1, figures.spread), signals: signals)
        }
        return ControlChart(kind: kind, badSide: badSide, phases: phases, points: points)
    }

    /// The probability beyond three sigma on one side of a normal distribution, as g charts' limits have it.
    package static let signalProbability = 0.00135

    /// On steady data the probability of so many events as a point of a p′ or u′ chart has, or more of them on the high side and
    /// fewer on the low one; `nil` without limits and for other charts.
    package func exactProbability(of index: Int, _ side: ChartSide, events: Int, amount: Double) -> Double? {
        guard kind == .shares || kind == .rates, points[index].residual != nil,
            let figures = phases[points[index].phase].figures
        else { return nil }
        let tails = tails(of: events, amount, centre: figures.centre)
        return side == .high ? tails.above + tails.at : tails.below + tails.at
    }

    /// P(X < x), P(X = x) and P(X > x) on steady data.
    private func tails(of events: Int, _ amount: Double, centre: Double) -> (below: Double, at: Double, above: Double) {
        if kind == .shares {
            let distribution = BinomialDistribution(trials: Int(amount), probability: centre)
            return (distribution.cumulative(events - 1), distribution.mass(events), distribution.survival(events))
        }
        let distribution = PoissonDistribution(mean: centre * amount)
        return (distribution.cumulative(events - 1), distribution.mass(events), distribution.survival(events))
    }
}
