import Metrics
import Statistics

/// A control chart in words, the same in every format.
struct ChartWords {
    private let chart: MetricChart

    init(_ chart: MetricChart) {
        self.chart = chart
    }

    /// What is watched, as a heading.
    var title: String { Self.title(chart.metric) + (chart.group.map { " (\($0.name))" } ?? "") }

    static func title(_ metric: ChartMetric) -> String {
        switch metric {
        case .bugInducingShare: "Commits found to have introduced a bug within 90 days"
        case .revertShare: "Commits reverted within 30 days"
        case .defectsPerKiloline: "Defects found within 90 days, per thousand changed lines"
        case .newCodeChurn: "New lines removed or rewritten within \(Churn.headlineWindow) days"
        case .reintroductionGap: "Commits between two fixes that had to repair a fix"
        }
    }

    /// A figure of the metric, as its axis and its sentences have it.
    static func figure(_ value: Double?, of metric: ChartMetric) -> String {
        guard let value else { return NumberText.missing }
        if metric.isShare { return NumberText.percent(value) }
        return metric == .reintroductionGap ? NumberText.decimal(value, 0) : NumberText.decimal(value, 2)
    }

    /// What the limits rest on, and what they are worth.
    var standing: String {
        guard let phase = chart.chart.phases.last else { return "" }
        let unit =
            chart.metric == .reintroductionGap
            ? NumberText.count(chart.places.count, "gap")
            : NumberText.count(chart.places.count, "mature period")
        switch phase.standing {
        case .tooShort:
            if let span = phase.span, phase.baseline.count >= ChartPhase.leastPeriods {
                return
                    "No limits yet: they take \(ChartPhase.leastPeriods) mature periods, and the "
                    + "\(NumberText.count(phase.baseline.count, "gap")) of this phase ended within "
                    + "\(NumberText.grouped(span))."
            }
            if phase.span != nil {
                return
                    "No limits yet: they take \(ChartPhase.leastPeriods) gaps, and there are "
                    + "\(NumberText.grouped(phase.baseline.count)) in this phase."
            }
            return
                "No limits yet: they take \(ChartPhase.leastPeriods) mature periods, and there are "
                + "\(NumberText.grouped(phase.baseline.count)) in this phase."
        case .noSpread: return "No limits: the baseline does not vary, so nothing can be told from it."
        case .provisional, .firm:
            guard let figures = phase.figures else { return "" }
            let state =
                phase.standing == .firm
                ? "" : " They are provisional below \(ChartPhase.firmPeriods)."
            let origin =
                phase.baseline.first.map { "from \(chart.places[$0].period.text) on" } ?? "kept from an earlier run"
            return
                "\(unit); limits rest on \(NumberText.grouped(figures.periods)) of them, \(origin)." + state
        }
    }

    /// One signal that may pull the cord.
    func sentence(_ alarm: MetricChart.Alarm) -> String {
        let metric = chart.metric
        let point = chart.chart.points[alarm.index]
        let value =
            metric == .reintroductionGap
            ? NumberText.count(Int(point.value ?? 0), "commit") + " between two"
            : Self.figure(point.value, of: metric)
        let part: String
        switch alarm.rule {
        case .beyondLimits:
            let isHigh = chart.chart.badSide == .high
            let limit = Self.figure(isHigh ? point.upper : point.lower, of: metric)
            part =
                "\(value) \(metric == .reintroductionGap ? "lie" : "lies") \(isHigh ? "above" : "below") the control limit of \(limit)"
        case .exponentialAverage:
            part = "\(value); \(alarm.rule.meaning), whose centre is \(Self.figure(point.centre, of: metric))"
        default:
            part = "\(value); \(alarm.rule.meaning) away from its centre, \(Self.figure(point.centre, of: metric))"
        }
        return "\(alarm.period.text): \(part)."
    }

    /// Why a point beyond a limit is no signal.
    static func reason(_ chance: MetricChart.Chance) -> String {
        "beyond the control limits, but not beyond chance (exact probability "
            + "\(NumberText.decimal(chance.probability, 4)))"
    }

    /// What the chart says now. Where its last phase has no limits, that; what earlier phases showed comes behind it.
    var verdict: String {
        let signals = chart.alarms.last.map {
            "\(NumberText.count(chart.alarms.count, "signal")) on the bad side, the last in \($0.period.text)."
        }
        guard hasLimits else { return [standing, signals].compactMap { $0 }.joined(separator: " ") }
        return signals ?? "No signal on the bad side: what varies is what always varied."
    }

    /// The verdict, and what it rests on.
    var summary: String { hasLimits ? verdict + " " + standing : verdict }

    /// Whether anything can be said of the newest points.
    private var hasLimits: Bool { chart.chart.phases.last?.figures != nil }
}
