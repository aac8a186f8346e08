/// A series of figures with limits that tell steady variation from change.
///
/// Made by ``shares(_:plans:badSide:)`` (Laney p′), ``rates(_:plans:badSide:)`` (Laney u′),
/// ``individuals(_:plans:badSide:)`` (XmR), ``gaps(_:plans:)`` (g); ``exponentialAverage(weight:width:restarts:)`` and
/// ``cumulativeSum(slack:limit:restarts:)`` are drawn from any of them. Periods must be mature when they are handed in.
package struct ControlChart: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case shares = "laney_p"
        case rates = "laney_u"
        case individuals = "xmr"
        case gaps = "g"
        case exponentialAverage = "ewma"
        case cumulativeSumHigh = "cusum_high"
        case cumulativeSumLow = "cusum_low"
    }

    package let kind: Kind
    /// The side on which a signal is bad news.
    package let badSide: ChartSide
    package let phases: [ChartPhase]
    /// One for each period handed in, in order.
    package let points: [ControlPoint]

    /// Points with a signal that may pull the cord: rule 1, EWMA or CUSUM, on the bad side.
    package var alarms: [ControlPoint] {
        points.filter { point in point.signals.contains { $0.rule.isAlarm && $0.side == badSide } }
    }

    /// Where a point stands and what it is judged by.
    struct Frame {
        let centre: Double
        let lower: Double?
        let upper: Double?
        let residual: Double
    }

    /// - Parameters:
    ///   - values: the figures; `nil` for a period without data.
    ///   - estimate: the baseline's figures from positions; `nil` without spread.
    ///   - frame: limits and residual of a position that has data.
    static func make(
        _ kind: Kind, values: [Double?], plans: [ChartPhase.Plan], badSide: ChartSide,
        estimate: ([Int]) -> BaselineFigures?, frame: (Int, BaselineFigures) -> Frame?
    ) -> ControlChart {
        precondition(!plans.isEmpty, "a chart has at least one phase")
        precondition(zip(plans, plans.dropFirst()).allSatisfy { $0.start < $1.start }, "phases stand in order")
        var phases: [ChartPhase] = []
        var points: [ControlPoint] = []
        for (number, plan) in plans.enumerated() {
            // What lies before the first phase belongs to it, so that no period is lost.
            let start = number == 0 ? 0 : min(plan.start, values.count)
            let end = number + 1 < plans.count ? min(plans[number + 1].start, values.count) : values.count
            let phase = ChartPhase(
                start..<max(start, end), plan: plan, hasData: { values[$0] != nil }, estimate: estimate)
            points += judge(values, in: phase, number: number, frame: frame)
            phases.append(phase)
        }
        return ControlChart(kind: kind, badSide: badSide, phases: phases, points: points)
    }

    /// The points of one phase; the runs of Nelson's rules start anew with it and pass over periods without data.
    private static func judge(
        _ values: [Double?], in phase: ChartPhase, number: Int, frame: (Int, BaselineFigures) -> Frame?
    ) -> [ControlPoint] {
        let baseline = Set(phase.baseline)
        var rules = NelsonRules()
        return phase.range.map { index in
            var signals: [ChartSignal] = []
            var limits: Frame?
            if let value = values[index], let figures = phase.figures, let found = frame(index, figures) {
                if let upper = found.upper, value > upper { signals.append(.init(rule: .beyondLimits, side: .high)) }
                if let lower = found.lower, value < lower { signals.append(.init(rule: .beyondLimits, side: .low)) }
                signals += rules.add(found.residual)
                limits = found
            }
            return ControlPoint(
                index: index, phase: number, stage: baseline.contains(index) ? .baseline : .monitored,
                value: values[index], centre: limits?.centre, lower: limits?.lower, upper: limits?.upper,
                residual: limits?.residual, signals: signals)
        }
    }

    init(kind: Kind, badSide: ChartSide, phases: [ChartPhase], points: [ControlPoint]) {
        self.kind = kind
        self.badSide = badSide
        self.phases = phases
        self.points = points
    }
}
