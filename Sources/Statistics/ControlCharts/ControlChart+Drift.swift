extension ControlChart {
    /// The EWMA chart of this chart's residuals; see ``ExponentialAverage``.
    ///
    /// It starts anew with each phase and at the end of the baseline and, if it `restarts`, after each signal: a signal
    /// is then said once, and again only if the shift goes on.
    package func exponentialAverage(weight: Double = 0.2, width: Double = 2.86, restarts: Bool = true) -> ControlChart {
        var average = ExponentialAverage(weight: weight, width: width)
        return drift(.exponentialAverage, start: { average.restart() }) { z in
            let side = average.add(z)
            let (value, limit) = (average.value, average.limit)
            if restarts, side != nil { average.restart() }
            return DriftStep(value: value, lower: -limit, upper: limit, side: side)
        }
    }

    /// The two CUSUM charts of this chart's residuals, the low one drawn downwards; see ``CumulativeSum``.
    ///
    /// They start anew as ``exponentialAverage(weight:width:restarts:)`` does.
    package func cumulativeSum(
        slack: Double = 0.5, limit: Double = 5, restarts: Bool = true
    ) -> (high: ControlChart, low: ControlChart) {
        func chart(_ kind: Kind, _ side: ChartSide) -> ControlChart {
            var sum = CumulativeSum(slack: slack, limit: limit)
            return drift(kind, start: { sum.restart() }) { z in
                let signal = sum.add(z)
                let value = side == .high ? sum.high : 0 - sum.low
                if restarts, signal != nil { sum.restart() }
                return DriftStep(
                    value: value, lower: side == .low ? -limit : nil, upper: side == .high ? limit : nil,
                    side: signal == side ? side : nil)
            }
        }
        return (chart(.cumulativeSumHigh, .high), chart(.cumulativeSumLow, .low))
    }

    private struct DriftStep {
        let value: Double
        let lower: Double?
        let upper: Double?
        let side: ChartSide?
    }

    private func drift(_ kind: Kind, start: () -> Void, step: (Double) -> DriftStep) -> ControlChart {
        var place: (phase: Int, stage: ControlPoint.Stage)?
        let rule: ChartRule = kind == .exponentialAverage ? .exponentialAverage : .cumulativeSum
        let points = points.map { point in
            // A period without data neither moves the statistic nor ends a stage.
            guard let residual = point.residual else {
                return ControlPoint(
                    index: point.index, phase: point.phase, stage: point.stage, value: nil, centre: nil, lower: nil,
                    upper: nil, residual: nil, signals: [])
            }
            if place.map({ $0 != (point.phase, point.stage) }) ?? true { start() }
            place = (point.phase, point.stage)
            let step = step(residual)
            return ControlPoint(
                index: point.index, phase: point.phase, stage: point.stage, value: step.value, centre: 0,
                lower: step.lower, upper: step.upper, residual: residual,
                signals: step.side.map { [ChartSignal(rule: rule, side: $0)] } ?? [])
        }
        return ControlChart(kind: kind, badSide: badSide, phases: phases, points: points)
    }
}
