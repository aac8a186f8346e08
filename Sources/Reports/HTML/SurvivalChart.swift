import Attribution
import Metrics
import Statistics

/// Survival curves by class, with bands and the numbers still followed.
struct SurvivalChart {
    private let event: CohortEvent
    private let curves: [(authorClass: AuthorClass, curve: SurvivalCurve)]
    /// The last day drawn.
    private let limit: Double

    /// - Returns: nil where no class has been followed for a month.
    init?(_ cohorts: [SurvivalCohort], event: CohortEvent) {
        self.event = event
        curves = QuarterChart.drawn.compactMap { authorClass in
            cohorts.first { $0.event == event && $0.name == .authorClass(authorClass) }.map { (authorClass, $0.curve) }
        }
        let longest = curves.compactMap { $0.curve.steps.last?.time }.max() ?? 0
        guard longest >= 30 else { return nil }
        limit = min(longest, 730)
    }

    func chart() -> Markup {
        let rows = Double(curves.count)
        var drawing = Drawing(title: caption, height: 330 + rows * 18)
        let frame = Frame(left: 118, bottom: 262)
        let lowest = curves.flatMap { shown($0.curve) }.map { step in step.low ?? step.survival }.min() ?? 0
        let floor = [0.95, 0.9, 0.8, 0.5].first { lowest >= $0 } ?? 0
        let x = frame.x(0...limit)
        let y = frame.y(floor...1)
        frame.drawY(y, into: &drawing) { NumberText.decimal($0 * 100, floor >= 0.95 ? 1 : 0) + " %" }
        for (authorClass, curve) in curves {
            let series = QuarterChart.series(authorClass)
            let steps = shown(curve)
            var upper: [(Double, Double)] = []
            var lower: [(Double, Double)] = []
            var line = [(x.place(0), y.place(1))]
            for step in steps {
                line.append((x.place(step.time), line.last?.1 ?? y.place(1)))
                line.append((x.place(step.time), y.place(step.survival)))
                if let low = step.low, let high = step.high {
                    upper.append((x.place(step.time), y.place(high)))
                    lower.append((x.place(step.time), y.place(low)))
                }
            }
            drawing.area(upper + lower.reversed(), "band s\(series)")
            drawing.path(line, "l s\(series)")
            if let last = line.last { drawing.marker(series, last.0, last.1, 3.5) }
        }
        if floor > 0 {
            drawing.text(
                "the axis begins at \(NumberText.decimal(floor * 100, 0)) %", frame.right, frame.bottom - 8, .end,
                "quiet")
        }
        drawDays(frame, x, into: &drawing)
        frame.drawLegend(curves.map { (QuarterChart.series($0.0), $0.0.legend) }, lines: true, into: &drawing)
        return drawing.markup
    }

    var table: DataTable {
        DataTable(
            caption: caption + " (95 % interval)",
            headers: ["Class", event.unit == "line" ? "Lines" : "Commits", "Events", "Median, days"]
                + SurvivalCohort.horizons.map { "After \($0) days" },
            rows: curves.map { authorClass, curve in
                [authorClass.legend, NumberText.grouped(Int(curve.total)), NumberText.grouped(Int(curve.events))]
                    + [Self.median(curve)]
                    + SurvivalCohort.horizons.map { horizon in
                        let estimate = curve.estimate(at: Double(horizon))
                        return NumberText.percent(estimate?.survival, estimate?.interval)
                    }
            })
    }

    private var caption: String {
        switch event {
        case .removed: "Share of new lines still standing, by days since landing"
        case .revision: "Share of commits none of whose lines was changed again, by days since landing"
        case .firstFix: "Share of commits without a fix that points to them, by days since landing"
        case .revert: "Share of commits not reverted, by days since landing"
        case .reintroduction: "Share of fixes that held, by days since landing"
        }
    }

    private static func median(_ curve: SurvivalCurve) -> String {
        guard let median = curve.median() else { return "not reached" }
        let ends = [median.bounds.lower, median.bounds.upper].map { $0.map { NumberText.decimal($0, 0) } ?? "?" }
        return NumberText.decimal(median.time, 0) + " (\(ends[0])\u{2013}\(ends[1]))"
    }

    private struct Step {
        let time: Double
        let survival: Double
        let low: Double?
        let high: Double?
    }

    /// At most one step for each place that can be told apart; beyond the tenth part of the commits no curve is drawn.
    private func shown(_ curve: SurvivalCurve) -> [Step] {
        var steps: [Step] = []
        var last = -1.0
        let spacing = limit / 300
        for (index, step) in curve.steps.enumerated() where step.time <= limit {
            guard step.independentAtRisk >= 5 else { break }
            let isLast = index + 1 == curve.steps.count || curve.steps[index + 1].time > limit
            guard step.time - last >= spacing || isLast else { continue }
            last = step.time
            let interval = curve.interval(of: step)
            steps.append(Step(time: step.time, survival: step.survival, low: interval?.lower, high: interval?.upper))
        }
        return steps
    }

    private func drawDays(_ frame: Frame, _ x: Scale, into drawing: inout Drawing) {
        let all = [0.0, 7, 14, 30, 90, 180, 365, 545, 730]
        let days = all.filter { $0 <= limit && (limit <= 120 || $0 == 0 || $0 >= limit / 12) }
        for day in days {
            drawing.line(x.place(day), frame.bottom, x.place(day), frame.bottom + 5, "axis")
            drawing.text(NumberText.decimal(day, 0), x.place(day), frame.bottom + 20, .middle)
        }
        drawing.text("days since landing", frame.right, frame.bottom + 38, .end, "quiet")
        drawing.text(
            event.unit == "line" ? "Lines still followed" : "Commits still followed", 0, frame.bottom + 56, .start,
            "quiet")
        for (row, (authorClass, curve)) in curves.enumerated() {
            let y = frame.bottom + 74 + Double(row) * 18
            drawing.marker(QuarterChart.series(authorClass), 5, y - 4, 3.5)
            drawing.text(authorClass.legend, 14, y)
            for day in days {
                drawing.text(Self.short(curve.atRisk(at: max(1, day))), x.place(day), y, .middle)
            }
        }
    }

    /// A count in little room: `950`, `12k`, `3.4M`.
    private static func short(_ value: Double) -> String {
        switch value {
        case ..<1_000: NumberText.decimal(value, 0)
        case ..<10_000: NumberText.decimal(value / 1_000, 1) + "k"
        case ..<999_500: NumberText.decimal(value / 1_000, 0) + "k"
        default: NumberText.decimal(value / 1_000_000, 1) + "M"
        }
    }
}
