import Metrics
import Statistics

/// A control chart as Shewhart drew it: points, centre line, limits, phases; signals are marked.
struct ShewhartChart {
    /// So many points are drawn, the newest; the CSV file has all.
    private static let most = 240

    private let series: MetricChart
    private let points: ArraySlice<ControlPoint>

    /// - Returns: nil with fewer than two points.
    init?(_ series: MetricChart) {
        self.series = series
        points = series.chart.points.suffix(Self.most)
        guard points.count > 1 else { return nil }
    }

    /// Says what the drawing does not: where it begins, if it does not hold all, and why a point beyond a limit is no signal.
    var note: String {
        var sentences: [String] = []
        if points.count < series.chart.points.count {
            sentences.append(
                "The newest \(points.count) of \(NumberText.grouped(series.chart.points.count)) points are drawn.")
        }
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
        let frame = Frame(left: 64, bottom: 252)
        let y = frame.y(0...top)
        frame.drawY(y, into: &drawing) { ChartWords.figure($0, of: series.metric) }
        drawPhases(frame, into: &drawing)
        for part in runs {
            drawSteps(part, frame, y, "limit", into: &drawing) { $0.upper }
            drawSteps(part, frame, y, "limit", into: &drawing) { $0.lower }
            drawSteps(part, frame, y, "centre", into: &drawing) { $0.centre }
        }
        drawing.path(points.map { (x($0.index, frame), y.place($0.value ?? 0)) }, "l s0 thin")
        for point in points { drawing.marker(0, x(point.index, frame), y.place(point.value ?? 0), radius) }
        for chance in chances {
            let value = series.chart.points[chance.index].value ?? 0
            drawing.marker(
                Self.mark(.beyondLimits), x(chance.index, frame), y.place(value), Self.size(.beyondLimits),
                isHollow: true)
        }
        for alarm in series.alarms where alarm.index >= points.startIndex {
            let value = series.chart.points[alarm.index].value ?? 0
            drawing.marker(Self.mark(alarm.rule), x(alarm.index, frame), y.place(value), Self.size(alarm.rule))
        }
        drawPeriods(frame, into: &drawing)
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

    private var radius: Double { points.count > 120 ? 1.6 : points.count > 60 ? 2.2 : 3 }

    /// Room for every value; limits that lie far above all of them are cut off at the edge.
    private var top: Double {
        let values = points.compactMap(\.value).max() ?? 0
        let limits = points.compactMap(\.upper).max() ?? 0
        let most = max(values * 1.08, min(limits * 1.05, max(values, 1e-9) * 1.6))
        let ceiling = Scale.ceiling(most, ticks: 5)
        return series.metric.isShare ? min(1, max(ceiling, 0.001)) : ceiling
    }

    private func x(_ index: Int, _ frame: Frame) -> Double {
        frame.left + (Double(index - points.startIndex) + 0.5) * step(frame)
    }

    private func step(_ frame: Frame) -> Double { (frame.right - frame.left) / Double(points.count) }

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

    /// A line that changes its height between two points, as limits do that rest on the period's size.
    private func drawSteps(
        _ part: ArraySlice<ControlPoint>, _ frame: Frame, _ y: Scale, _ style: String, into drawing: inout Drawing,
        _ value: (ControlPoint) -> Double?
    ) {
        var line: [(Double, Double)] = []
        let half = step(frame) / 2
        for point in part {
            guard let height = value(point) else { continue }
            // Equal heights make one piece.
            if let last = line.last, last.1 == y.place(height) {
                line[line.count - 1].0 = x(point.index, frame) + half
            } else {
                line.append((x(point.index, frame) - half, y.place(height)))
                line.append((x(point.index, frame) + half, y.place(height)))
            }
        }
        drawing.path(line, style)
    }

    private func drawPhases(_ frame: Frame, into drawing: inout Drawing) {
        let half = step(frame) / 2
        for (number, phase) in series.chart.phases.enumerated() {
            let baseline = phase.baseline.filter { $0 >= points.startIndex }
            if let first = baseline.first, let last = baseline.last {
                drawing.rectangle(
                    x(first, frame) - half, frame.top, x(last, frame) - x(first, frame) + 2 * half,
                    frame.bottom - frame.top, "band s3")
                drawing.text("baseline", x(first, frame) - half + 4, frame.top + 14, .start, "quiet")
            }
            if number > 0, phase.range.lowerBound > points.startIndex {
                let place = x(phase.range.lowerBound, frame) - half
                drawing.line(place, frame.top, place, frame.bottom, "axis")
                drawing.text("phase \(number + 1)", place + 4, frame.top + 28, .start, "quiet")
            }
        }
    }

    private func drawPeriods(_ frame: Frame, into drawing: inout Drawing) {
        let every = max(1, (points.count + 7) / 8)
        for index in stride(from: points.startIndex, to: points.endIndex, by: every) {
            let place = x(index, frame)
            drawing.line(place, frame.bottom, place, frame.bottom + 5, "axis")
            drawing.text(
                series.places[index].period.text, place, frame.bottom + 20,
                place > frame.right - 30 ? .end : .middle)
        }
    }

    private func drawLegend(_ frame: Frame, into drawing: inout Drawing) {
        let entries: [(ChartRule, String)] = [
            (.beyondLimits, "beyond a limit"), (.exponentialAverage, "drift (EWMA)"),
            (.cumulativeSum, "lasting shift (CUSUM)"),
        ]
        var x = frame.left
        for (rule, text) in entries {
            drawing.marker(Self.mark(rule), x + 8, 14, Self.size(rule))
            drawing.text(text, x + 20, 18)
            x += 44 + Double(text.count) * 7.2
        }
        drawing.line(x, 14, x + 26, 14, "limit")
        drawing.text("limits", x + 32, 18)
        x += 84
        drawing.line(x, 14, x + 26, 14, "centre")
        drawing.text("centre", x + 32, 18)
        guard !chances.isEmpty else { return }
        let y = frame.bottom + 38
        drawing.marker(Self.mark(.beyondLimits), frame.left + 8, y - 4, Self.size(.beyondLimits), isHollow: true)
        drawing.text("beyond the limit, but not beyond chance: no signal", frame.left + 20, y)
    }

    /// Which shape stands for a rule.
    private static func mark(_ rule: ChartRule) -> Int {
        switch rule {
        case .beyondLimits: 2
        case .exponentialAverage: 3
        default: 1
        }
    }

    /// Where several rules meet on one point, the larger shapes show behind the smaller.
    private static func size(_ rule: ChartRule) -> Double {
        switch rule {
        case .beyondLimits: 7
        case .exponentialAverage: 5
        default: 3.5
        }
    }
}
