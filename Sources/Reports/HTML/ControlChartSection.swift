import Metrics

/// The watched figures as control charts, with every signal in words.
struct ControlChartSection {
    /// So many signals of a chart are told, the newest.
    private static let told = 8

    private let charts: [MetricChart]

    init(_ results: AuditResults) {
        charts = results.charts
    }

    var section: ReportSection? {
        let shown = charts.filter { !$0.places.isEmpty }
        guard !shown.isEmpty else { return nil }
        var parts: [Markup] = [
            .paragraph(
                "A figure that only varies as it always did is left alone; one that leaves its limits, or drifts, is worth a "
                    + "look. The limits come from a baseline, not from wishes. Only periods enter in which every commit had "
                    + "the same time to fail.")
        ]
        for chart in shown { parts += self.parts(chart) }
        return ReportSection(
            anchor: "control", short: "Control charts", title: "Is the process getting better or worse?", parts: parts)
    }

    private func parts(_ chart: MetricChart) -> [Markup] {
        let words = ChartWords(chart)
        var parts: [Markup] = [.element("h3", [:], .text(words.title))]
        guard let drawing = ShewhartChart(chart) else { return parts + [.paragraph(words.standing)] }
        parts.append(
            ReportSection.figure(
                [words.summary, drawing.note].filter { !$0.isEmpty }.joined(separator: " "), drawing.chart(),
                drawing.table))
        let alarms = chart.alarms
        if !alarms.isEmpty {
            parts.append(
                .element(
                    "ul", [:],
                    alarms.suffix(Self.told).reversed().map { .element("li", [:], .text(words.sentence($0))) }))
            if alarms.count > Self.told {
                parts.append(
                    .paragraph(
                        "\(NumberText.count(alarms.count - Self.told, "earlier signal")): see control_charts.csv."))
            }
        }
        return parts
    }
}
