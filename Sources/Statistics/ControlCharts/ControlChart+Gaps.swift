extension ControlChart {
    /// The g chart of rare events: how many changes without the event lie between two with it. A *short* gap is bad.
    ///
    /// Geometric with p = 1/(1 + mean gap of the baseline); centre and limits are its quantiles at .5, .00135 and .99865.
    /// A gap strictly below the lower limit has a probability under .00135; where p is above .00135 a single gap cannot
    /// be that short (the limit is 0), and only the drift charts can tell. The residual is the normal score of the
    /// gap's mid-probability P(X < x) + ½ P(X = x). Source: J. C. Benneyan, Health Care Management Science 4 (2001) 305.
    ///
    /// - Parameter gaps: finished gaps in order, oldest first.
    package static func gaps(_ gaps: [Int], plans: [ChartPhase.Plan] = [.init()]) -> ControlChart {
        make(.gaps, values: gaps.map { Double($0) }, plans: plans, badSide: .low) { positions in
            let mean = positions.reduce(0) { $0 + Double(gaps[$1]) } / Double(positions.count)
            return mean > 0 ? BaselineFigures(centre: mean, spread: 0, periods: positions.count) : nil
        } frame: { index, figures in
            guard figures.centre > 0 else { return nil }
            let distribution = GeometricDistribution(probability: 1 / (1 + figures.centre))
            let below = distribution.cumulative(gaps[index] - 1)
            let middle = (below + distribution.cumulative(gaps[index])) / 2
            return Frame(
                centre: Double(distribution.quantile(0.5)), lower: Double(distribution.quantile(0.00135)),
                upper: Double(distribution.quantile(0.99865)),
                residual: NormalDistribution.quantile(min(1 - 0x1p-53, max(0x1p-53, middle))))
        }
    }
}
