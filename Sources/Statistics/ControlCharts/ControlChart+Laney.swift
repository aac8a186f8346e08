extension ControlChart {
    /// The Laney p′ chart: shares of changes per period, with limits that allow for more spread than the binomial's.
    ///
    /// p̄ ± 3 σᵢ max(1, σz), σᵢ = √(p̄(1 − p̄)/nᵢ), σz = mean moving range of (pᵢ − p̄)/σᵢ ÷ 1.128, limits kept in 0...1.
    /// A period without changes has no data. Source: D. B. Laney, Quality Engineering 14 (2002) 531.
    package static func shares(
        _ periods: [Proportion], plans: [ChartPhase.Plan] = [.init()], badSide: ChartSide = .high
    ) -> ControlChart {
        let amounts = periods.map { Double($0.total) }
        return laney(
            .shares, events: periods.map { Double($0.events) }, amounts: amounts, most: 1, plans: plans,
            badSide: badSide
        ) { centre, amount in (centre * (1 - centre) / amount).squareRoot() }
    }

    /// The Laney u′ chart: defects per amount of exposure; as ``shares(_:plans:badSide:)`` with σᵢ = √(ū/nᵢ).
    package static func rates(
        _ periods: [PoissonRate], plans: [ChartPhase.Plan] = [.init()], badSide: ChartSide = .high
    ) -> ControlChart {
        laney(
            .rates, events: periods.map { Double($0.events) }, amounts: periods.map(\.exposure), most: .infinity,
            plans: plans, badSide: badSide
        ) { centre, amount in (centre / amount).squareRoot() }
    }

    private static func laney(
        _ kind: Kind, events: [Double], amounts: [Double], most: Double, plans: [ChartPhase.Plan], badSide: ChartSide,
        sigma: (_ centre: Double, _ amount: Double) -> Double
    ) -> ControlChart {
        let values = zip(events, amounts).map { $1 > 0 ? $0 / $1 : nil }
        return make(kind, values: values, plans: plans, badSide: badSide) { positions in
            let centre = positions.reduce(0) { $0 + events[$1] } / positions.reduce(0) { $0 + amounts[$1] }
            guard centre > 0, centre < most else { return nil }
            let scores = positions.map { (events[$0] / amounts[$0] - centre) / sigma(centre, amounts[$0]) }
            guard let range = MovingRange.mean(scores) else { return nil }
            return BaselineFigures(centre: centre, spread: range / MovingRange.expected, periods: positions.count)
        } frame: { index, figures in
            let unit = sigma(figures.centre, amounts[index]) * max(1, figures.spread)
            guard unit > 0, let value = values[index] else { return nil }
            return Frame(
                centre: figures.centre, lower: max(0, figures.centre - 3 * unit),
                upper: min(most, figures.centre + 3 * unit), residual: (value - figures.centre) / unit)
        }
    }
}
