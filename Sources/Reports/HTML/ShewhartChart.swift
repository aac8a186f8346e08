import Metrics
import Statistics

/// A control chart as Shewhart drew it: points, centre line, limits, phases; signals are marked.
struct ShewhartChart {
    private let series: MetricChart
    private let axis: PeriodAxis
    private let points: ArraySlice<ControlPoint>

    /// - Returns: nil with fewer than two points.
    init?(_ series: MetricChart) {
        self.series = series
        axis = PeriodAxis(series, Frame(left: 64, bottom: 252))
        points = series.chart.points[axis.indices]
        guard points.count > 1 else { return nil }
    }

    /// Says what the drawing does not: where it begins, if it does not hold all, and why a point beyond a limit is no signal.
    var note: String {
        var sentences = [axis.note].compactMap { $0 }
        if !chances.isEmpty {
            sentences.append(
                "A hollow mark is beyond the limit, but not beyond chance, and no signal: the exact probability of so many "
                    + "events is not below \(NumberText.decimal(ControlChart.signalProbability, 5)).")
        }
        return sentences.joined(separator: " ")
    }

    /// Points beyond the limit on the bad side that are no signals.
    private var chances: [MetricChart.Chance] {
        series.chances.filter { $0.side == series.chart.badSide && $0.index >= points.startIndex }
    }

    func chart() -> Markup {
        var drawing = Drawing(title: caption, height: 300)
        let frame = axis.frame
        let y = frame.y(0...top)
        frame.drawY(y, into: &drawing) { ChartWords.figure($0, of: series.metric) }
        axis.drawPhases(into: &drawing)
        for part in runs {
            axis.drawSteps(part, y, "limit", into: &drawing) { $0.upper }
            axis.drawSteps(part, y, "limit", into: &drawing) { $0.lower }
            axis.drawSteps(part, y, "centre", into: &drawing) { $0.centre }
        }
        drawing.path(points.map { (axis.x($0.index), y.place($0.value ?? 0)) }, "l s0 thin")
        for point in points { drawing.marker(0, axis.x(point.index), y.place(point.value ?? 0), axis.radius) }
        let beyond = ChartRule.beyondLimits
        for chance in chances {
            let value = series.chart.points[chance.index].value ?? 0
            drawing.marker(beyond.mark, axis.x(chance.index), y.place(value), beyond.markSize, isHollow: true)
        }
        for alarm in series.alarms where alarm.index >= points.startIndex {
            let value = series.chart.points[alarm.index].value ?? 0
            drawing.marker(alarm.rule.mark, axis.x(alarm.index), y.place(value), alarm.rule.markSize)
        }
        axis.drawPeriods(into: &drawing)
        drawLegend(frame, into: &drawing)
        return drawing.markup
    }

    var table: DataTable {
        let alarms = Dictionary(grouping: series.alarms, by: \.index)
        let chances = Dictionary(grouping: series.chances, by: \.index)
        return DataTable(
            caption: caption,
            headers: ["Period", amountName, "Value", "Centre", "Lower limit", "Upper limit", "Signal"],
            rows: points.map { point in
                let place = series.places[point.index]
                let chance = chances[point.index]?.first.map(ChartWords.reason)
                let names =
                    point.signals.map { $0.rule == .beyondLimits ? chance ?? $0.rule.meaning : $0.rule.meaning }
                    + (alarms[point.index] ?? []).filter { $0.rule != .beyondLimits }.map(\.rule.meaning)
                return [
                    place.period.text, NumberText.grouped(place.amount),
                    ChartWords.figure(point.value, of: series.metric),
                    ChartWords.figure(point.centre, of: series.metric),
                    ChartWords.figure(point.lower, of: series.metric),
                    ChartWords.figure(point.upper, of: series.metric), names.joined(separator: "; "),
                ]
            }, textColumns: [6])
    }

    private var caption: String { ChartWords(series).title + ", by period" }

    private var amountName: String {
        switch series.metric {
        case .bugInducingShare, .revertShare: "Commits"
        case .defectsPerKiloline: "Changed lines"
        case .newCodeChurn: "New lines"
        case .reintroductionGap: "Commits between"
        }
    }

    /// Room for every value; limits that lie far above all of them are cut off at the edge.
    private var top: Double {
        let values = points.compactMap(\.value).max() ?? 0
        let limits = points.compactMap(\.upper).max() ?? 0
        let most = max(values * 1.08, min(limits * 1.05, max(values, 1e-9) * 1.6))
        let ceiling = Scale.ceiling(most, ticks: 5)
        return series.metric.isShare ? min(1, max(ceiling, 0.001)) : ceiling
    }

    /// Stretches of points with limits of one phase.
    private var runs: [ArraySlice<ControlPoint>] {
        points.split(whereSeparator: { $0.centre == nil }).flatMap { part in
            var runs: [ArraySlice<ControlPoint>] = []
            var start = part.startIndex
            for index in part.indices.dropFirst() where part[index].phase != part[index - 1].phase {
                runs.append(part[start..<index])
                start = index
            }
            return runs + [part[start...]]
        }
    }

    private func drawLegend(_ frame: Frame, into drawing: inout Drawing) {
        let entries: [(ChartRule, String)] = [
            (.beyondLimits, "beyond a limit"), (.exponentialAverage, "drift (EWMA)"),
            (.cumulativeSum, "lasting shift (CUSUM)"),
        ]
        var x = frame.left
        for (rule, text) in entries {
            drawing.marker(rule.mark, x + 8, 14, rule.markSize)
            drawing.text(text, x + 20, 18)
            x += 44 + Double(text.count) * 7.2
        }
        drawing.line(x, 14, x + 26, 14, "limit")
        drawing.text("limits", x + 32, 18)
        x += 84
        drawing.line(x, 14, x + 26, 14, "centre")
        drawing.text("centre", x + 32, 18)
        guard !chances.isEmpty else { return }
        let (y, beyond) = (frame.bottom + 38, ChartRule.beyondLimits)
        drawing.marker(beyond.mark, frame.left + 8, y - 4, beyond.markSize, isHollow: true)
        drawing.text("beyond the limit, but not beyond chance: no signal", frame.left + 20, y)
    }
}
