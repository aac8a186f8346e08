import Metrics
import Statistics

/// control_charts.csv: the points of every control chart.
enum ControlChartsTable {
    struct Row {
        /// Rows share it: a copy would be handed to each.
        let series: Series
        let chart: ControlChart
        let point: ControlPoint

        var place: MetricChart.Place { series.places[point.index] }
        var isAlarm: Bool {
            point.signals.contains { signal in
                signal.rule.isAlarm && signal.side == chart.badSide
                    && series.alarms.contains { $0.index == point.index && $0.rule == signal.rule }
            }
        }
    }

    /// What the points of one figure have in common.
    final class Series: Sendable {
        let metric: ChartMetric
        let group: ChartGroup?
        let places: [MetricChart.Place]
        let alarms: [MetricChart.Alarm]

        init(_ chart: MetricChart) {
            (metric, group, places, alarms) = (chart.metric, chart.group, chart.places, chart.alarms)
        }
    }

    static func rows(_ results: AuditResults) -> [Row] {
        var rows: [Row] = []
        for figure in results.charts {
            let series = Series(figure)
            for chart in figure.charts {
                for point in chart.points { rows.append(Row(series: series, chart: chart, point: point)) }
            }
        }
        return rows
    }

    static func table(_ results: AuditResults) -> Table<Row> {
        let repository = results.facts.repository
        return Table(
            "control_charts",
            "one row per chart and mature period, or gap between two reintroductions; periods without data are left out",
            figures + judgement + [
                Column("repository", .string, "name of the repository") { _ in .text(repository) }
            ])
    }

    private static let unit = "that of metric; of ewma and cusum standard deviations"

    private static let figures: [Column<Row>] = [
        Column(
            "chart", .string,
            "laney_p, laney_u, xmr, g: the figures with their limits; ewma, cusum_high, cusum_low: their drift"
        ) { .text($0.chart.kind.rawValue) },
        Column(
            "metric", .string,
            "bug_inducing_share, revert_share, defects_per_kloc, new_code_churn_14d, or reintroduction_gap"
        ) { .text($0.series.metric.rawValue) },
        Column("period", .string, "YYYY-MM or YYYY-Www (ISO 8601), in UTC; of a gap the period in which it ended") {
            .text($0.place.period.text)
        },
        Column("value", .number, "the plotted figure", unit: unit) { .number($0.point.value) },
        Column("centre", .number, "of the baseline; empty without limits", unit: unit) { .number($0.point.centre) },
        Column("lower", .number, "lower control limit; empty where there is none", unit: unit) {
            .number($0.point.lower)
        },
        Column("upper", .number, "upper control limit; empty where there is none", unit: unit) {
            .number($0.point.upper)
        },
        Column(
            "signal", .string,
            "rules that the point sets off, as rule:side, separated by semicolons: nelson_1 ... nelson_8, ewma, cusum"
        ) { row in
            row.point.signals.isEmpty
                ? .missing
                : .text(
                    row.point.signals.map { $0.rule.rawValue + ($0.side.map { ":" + $0.rawValue } ?? "") }
                        .joined(separator: ";"))
        },
        Column("phase", .integer, "number of the phase, from 0", unit: "phases") { .integer($0.point.phase) },
    ]

    private static let judgement: [Column<Row>] = [
        Column("stage", .string, "baseline: the point helped to set the limits; monitored: it is judged by them") {
            .text($0.point.stage.rawValue)
        },
        Column(
            "standing", .string,
            "worth of the phase's limits: firm; provisional (under 20 periods); too_short (under 12) and no_spread: none"
        ) { .text($0.chart.phases[$0.point.phase].standing.rawValue) },
        Column(
            "alarm", .boolean,
            "whether a signal may pull the cord: nelson_1, ewma or cusum on the side that is bad; nelson_1 only if so many events "
                + "are unlikely by the exact probability too"
        ) { .boolean($0.isAlarm) },
        Column(
            "residual", .number,
            "distance of the figure from the centre, in standard deviations (sigma); empty without limits",
            unit: "standard deviations"
        ) { .number($0.point.residual) },
        Column(
            "amount", .integer, "what the figure is of",
            unit: "commits without merges; changed lines of defects_per_kloc; followed lines of new_code_churn_14d"
        ) { .integer($0.place.amount) },
        Column(
            "events", .integer, "of amount, those with the event; of defects_per_kloc fixes that point to its commits",
            unit: "commits, lines or fixes"
        ) { .integer($0.place.events) },
        Column("period_start_utc", .datetime, "the first second of the period") { .time($0.place.period.start) },
        Column("group", .string, "name of the configured group whose commits the figure is of; empty for all commits") {
            $0.series.group.map { .text($0.name) } ?? .missing
        },
        Column("class", .string, "whose commits: all, ai, ai_authored, ai_assisted, human or automation") {
            .text(($0.series.group?.selection ?? .all).rawValue)
        },
        Column("paths", .string, "pathspecs of the group, separated by semicolons; empty for all") {
            let paths = $0.series.group?.paths ?? []
            return paths.isEmpty ? .missing : .text(paths.joined(separator: ";"))
        },
    ]
}
