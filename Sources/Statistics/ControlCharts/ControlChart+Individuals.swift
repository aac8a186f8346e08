extension ControlChart {
    /// The XmR chart of one figure per period: x̄ ± 2.66 mean moving range.
    ///
    /// - Parameters:
    ///   - values: `nil` for a period without data; the moving range bridges it.
    ///   - least: what the figure cannot fall below, 0 for counts and durations; the lower limit stops there.
    /// Source: D. J. Wheeler, *Understanding Variation* (1993); D. C. Montgomery, *Introduction to Statistical Quality
    /// Control*, 6th ed., §6.4.
    package static func individuals(
        _ values: [Double?], plans: [ChartPhase.Plan] = [.init()], badSide: ChartSide = .high,
        least: Double = -.infinity
    ) -> ControlChart {
        make(.individuals, values: values, plans: plans, badSide: badSide) { positions in
            let present = positions.compactMap { values[$0] }
            guard let range = MovingRange.mean(present), range > 0 else { return nil }
            return BaselineFigures(
                centre: present.reduce(0, +) / Double(present.count), spread: range, periods: present.count)
        } frame: { index, figures in
            guard let value = values[index], figures.spread > 0 else { return nil }
            let distance = MovingRange.threeSigma * figures.spread
            return Frame(
                centre: figures.centre, lower: max(least, figures.centre - distance), upper: figures.centre + distance,
                residual: (value - figures.centre) / (figures.spread / MovingRange.expected))
        }
    }
}
