import Metrics
import Statistics

/// How a figure drifts from its baseline: EWMA or the two sums of CUSUM with their limits, in standard deviations.
struct DriftChart {
    enum Statistic: CaseIterable {
        case average, sums
    }

    /// Longer lines say as much without a dot at each point.
    private static let mostDots = 60

    private let series: MetricChart
    private let statistic: Statistic
    private let axis: PeriodAxis
    /// What is drawn: the average, or the upper and the lower sum.
    private let tracks: [ControlChart]
    /// Points between two beginnings of the statistic.
    private let stretches: [Range<Int>]

    /// - Returns: nil where no point that is drawn has limits to drift from.
    init?(_ series: MetricChart, _ statistic: Statistic) {
        self.series = series
        self.statistic = statistic
        axis = PeriodAxis(series, Frame(left: 64, bottom: 212))
        tracks = statistic == .average ? [series.average] : [series.sums.high, series.sums.low]
        stretches = Self.stretches(of: tracks, axis.indices)
        guard !stretches.isEmpty else { return nil }
    }

    /// Says how to read the drawing to those who see such a chart for the first time.
    var note: String {
        let reading =
            switch statistic {
            case .average:
                "EWMA finds a slow drift that no single point shows. The distance of each point from the centre, in standard "
                    + "deviations, is averaged with those before it: the newest counts a fifth, older ones less and less. The "
                    + "limits widen while the average gathers points; it begins anew after each signal and where the "
                    + "baseline ends."
            case .sums:
                "CUSUM finds a lasting shift that single points hide. What each point lies beyond half a standard deviation from "
                    + "the centre is added up, above and below by themselves, and what it lies short of that is taken off. "
                    + "Steady figures bring both sums back to 0; one beyond the decision interval h, "
                    + "\(Self.text(tracks[0].points.lazy.compactMap(\.upper).first, 0)) standard deviations, is a signal, "
                    + "and both begin anew."
            }
        return [reading, axis.note].compactMap { $0 }.joined(separator: " ")
    }

    func chart() -> Markup {
        var drawing = Drawing(title: caption, height: 260)
        let (frame, y) = (axis.frame, axis.frame.y(-reach...reach))
        frame.drawY(y, into: &drawing) { NumberText.decimal($0, $0 == $0.rounded() ? 0 : 1) }
        axis.drawPhases(into: &drawing)
        let isHighBad = series.chart.badSide == .high
        drawing.text("\u{2191} " + (isHighBad ? "worse" : "better"), frame.right, frame.top + 14, .end, "quiet")
        drawing.text("\u{2193} " + (isHighBad ? "better" : "worse"), frame.right, frame.bottom - 6, .end, "quiet")
        for stretch in stretches {
            axis.drawSteps(tracks[0].points[stretch], y, "centre", into: &drawing) { $0.centre }
            for track in tracks {
                axis.drawSteps(track.points[stretch], y, "limit", into: &drawing) { $0.upper }
                axis.drawSteps(track.points[stretch], y, "limit", into: &drawing) { $0.lower }
                let values = track.points[stretch].map { (axis.x($0.index), y.place($0.value ?? 0)) }
                drawing.path(start(of: stretch, y) + values, "l s0 thin")
                guard axis.indices.count <= Self.mostDots else { continue }
                for (x, height) in values { drawing.marker(0, x, height, axis.radius) }
            }
        }
        for track in tracks {
            for point in track.points[axis.indices] {
                guard let signal = point.signals.first else { continue }
                drawing.marker(
                    rule.mark, axis.x(point.index), y.place(point.value ?? 0), 5,
                    isHollow: signal.side != series.chart.badSide)
            }
        }
        axis.drawPeriods(into: &drawing)
        drawLegend(into: &drawing)
        return drawing.markup
    }

    var table: DataTable {
        let names = statistic == .average ? ["EWMA"] : ["Upper sum", "Lower sum"]
        return DataTable(
            caption: caption, headers: ["Period", "Distance from the centre"] + names + ["Limit", "Signal"],
            rows: axis.indices.map { index in
                let points = tracks.map { $0.points[index] }
                let sides = points.flatMap(\.signals).compactMap(\.side).map { side in
                    rule.meaning + (side == series.chart.badSide ? "" : ", on the good side: no alarm")
                }
                return [series.places[index].period.text, Self.text(points[0].residual)]
                    + points.map { Self.text($0.value) }
                    + [Self.text(points[0].upper), sides.joined(separator: "; ")]
            }, textColumns: [names.count + 3])
    }

    private var rule: ChartRule { statistic == .average ? .exponentialAverage : .cumulativeSum }

    private var caption: String {
        ChartWords(series).title + ": " + (statistic == .average ? "EWMA" : "CUSUM") + ", in standard deviations"
    }

    /// The axis goes as far up as down, with room for words beyond the limits.
    private var reach: Double {
        let ends = tracks.flatMap { track in
            track.points[axis.indices].flatMap { [$0.value, $0.upper, $0.lower].compactMap { $0.map(abs) } }
        }
        return (ends.max() ?? 1) * 1.3
    }

    /// Cut where the statistic begins anew: with a stage or phase, and after a signal.
    private static func stretches(of tracks: [ControlChart], _ indices: Range<Int>) -> [Range<Int>] {
        var stretches: [Range<Int>] = []
        var isOpen = false
        for index in indices {
            let point = tracks[0].points[index]
            guard point.value != nil else {
                isOpen = false
                continue
            }
            if isOpen, index > 0 {
                let last = tracks[0].points[index - 1]
                isOpen = last.phase == point.phase && last.stage == point.stage
            }
            if isOpen, let last = stretches.popLast() {
                stretches.append(last.lowerBound..<index + 1)
            } else {
                stretches.append(index..<index + 1)
            }
            isOpen = !tracks.contains { !$0.points[index].signals.isEmpty }
        }
        return stretches
    }

    /// A statistic begins at 0; what began before the first point that is drawn does not begin there.
    private func start(of stretch: Range<Int>, _ y: Scale) -> [(Double, Double)] {
        let isBeginning = stretch.lowerBound > axis.indices.lowerBound || stretch.lowerBound == 0
        return isBeginning ? [(axis.x(stretch.lowerBound) - axis.step / 2, y.place(0))] : []
    }

    private func drawLegend(into drawing: inout Drawing) {
        var x = axis.frame.left
        func add(_ text: String, _ width: Double) {
            drawing.text(text, x + width, 18)
            x += width + 24 + Double(text.count) * 7.2
        }
        drawing.marker(rule.mark, x + 8, 14, 5)
        add(statistic == .average ? "drift" : "lasting shift", 20)
        if hasGoodNews {
            drawing.marker(rule.mark, x + 8, 14, 5, isHollow: true)
            add("for the better", 20)
        }
        drawing.line(x, 14, x + 26, 14, "limit")
        add(statistic == .average ? "limits" : "decision interval h", 32)
        drawing.line(x, 14, x + 26, 14, "centre")
        add("centre", 32)
    }

    /// Whether the figure left its limits on the good side.
    private var hasGoodNews: Bool {
        tracks.contains { track in
            track.points[axis.indices].contains { $0.signals.contains { $0.side != series.chart.badSide } }
        }
    }

    private static func text(_ value: Double?, _ decimals: Int = 2) -> String {
        value.map { NumberText.decimal($0, decimals) } ?? NumberText.missing
    }
}
