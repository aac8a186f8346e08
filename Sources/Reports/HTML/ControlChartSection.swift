import Metrics

/// The watched figures as control charts, with every signal in words.
struct ControlChartSection {
    /// So many signals of a chart are told, the newest.
    private static let told = 8

    private let charts: [MetricChart]

    init(_ charts: [MetricChart]) {
        self.charts = charts
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
        if let drift = drift(of: chart) { parts.append(drift) }
        return parts
    }

    /// The charts behind the signals of drift, folded away: what they set off is told above.
    private func drift(of chart: MetricChart) -> Markup? {
        let figures = DriftChart.Statistic.allCases.compactMap { statistic -> Markup? in
            guard let drawing = DriftChart(chart, statistic) else { return nil }
            return ReportSection.figure(drawing.note, drawing.chart(), drawing.table)
        }
        guard !figures.isEmpty else { return nil }
        let signals = chart.alarms.count { $0.rule != .beyondLimits }
        let found = signals == 0 ? "no signal" : NumberText.count(signals, "signal")
        return .element(
            "details", [:],
            [.element("summary", [:], .text("Drift of this figure, by EWMA and CUSUM: \(found) on the bad side"))]
                + figures)
    }
}
