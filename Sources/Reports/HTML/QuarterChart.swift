import Attribution
import Metrics
import Statistics

/// Charts over quarters: who wrote the commits, and how soon new code was rewritten.
struct QuarterChart {
    /// The order of classes in every chart; a class has the same colour, dash and marker throughout.
    static let classes: [AuthorClass] = [.human, .aiAssisted, .aiAuthored, .automation]

    /// Those that are compared; programs' curves would hide theirs. Tables have all.
    static let drawn: [AuthorClass] = [.human, .aiAssisted, .aiAuthored]

    private let quarters: [QuarterCoverage]

    /// - Parameter quarters: in order; those without a commit may be missing.
    init(_ quarters: [QuarterCoverage]) {
        self.quarters = quarters
    }

    /// Share of commits by class, stacked.
    func shares() -> Markup {
        var drawing = Drawing(title: "Share of commits by class and quarter of landing", height: 300)
        let frame = Frame(bottom: 262)
        let y = frame.y(0...1)
        frame.drawY(y, into: &drawing) { NumberText.decimal($0 * 100, 0) + " %" }
        let shown = Self.classes.filter { authorClass in quarters.contains { ($0.commits[authorClass] ?? 0) > 0 } }
        let axis = QuarterAxis(quarters.map(\.quarter), frame)
        for quarter in quarters where quarter.total > 0 {
            // AI stands at the bottom, where its height can be read off the axis.
            let shares = [AuthorClass.aiAuthored, .aiAssisted, .automation, .human].map {
                (Double(quarter.commits[$0] ?? 0) / Double(quarter.total), "a s\(Self.series($0))")
            }
            axis.stack(shares, in: quarter.quarter, on: y, into: &drawing)
        }
        axis.draw(into: &drawing)
        frame.drawLegend(shown.map { (Self.series($0), $0.legend) }, lines: false, into: &drawing)
        return drawing.markup
    }

    /// New-code churn by class, with intervals where they say something.
    func churn() -> Markup {
        let points = Self.drawn.map { ($0, Self.points(quarters, $0)) }.filter { !$0.1.isEmpty }
        let top = points.flatMap(\.1).map { min($0.interval?.upper ?? $0.value, $0.value * 1.3) }.max() ?? 0.1
        var drawing = Drawing(
            title:
                "New lines removed or rewritten within \(Churn.headlineWindow) days, by class and quarter of landing",
            height: 300)
        let frame = Frame(bottom: 262)
        let ceiling = min(1, max(0.02, Scale.ceiling(top, ticks: 5)))
        let y = frame.y(0...ceiling)
        frame.drawY(y, into: &drawing) { NumberText.decimal($0 * 100, ceiling < 0.05 ? 1 : 0) + " %" }
        let axis = QuarterAxis(quarters.map(\.quarter), frame)
        let step = axis.step
        for (authorClass, own) in points {
            let series = Self.series(authorClass)
            let shift = step > 16 ? (Double(series) - 1) * 5 : 0
            let places = own.map { point in
                (axis.left(of: point.quarter) + step / 2 + shift, point)
            }
            if step > 16 {
                for (x, point) in places {
                    if let interval = point.interval {
                        drawing.line(x, y.place(interval.lower), x, y.place(interval.upper), "whisker s\(series)")
                    }
                }
            }
            drawing.path(places.map { ($0.0, y.place($0.1.value)) }, "l s\(series)")
            for (x, point) in places { drawing.marker(series, x, y.place(point.value), step > 8 ? 3.5 : 2) }
        }
        axis.draw(into: &drawing)
        frame.drawLegend(points.map { (Self.series($0.0), $0.0.legend) }, lines: true, into: &drawing)
        return drawing.markup
    }

    var sharesTable: DataTable {
        DataTable(
            caption: "Commits by class and quarter of landing",
            headers: ["Quarter", "Commits"] + Self.classes.map(\.legend) + ["With an AI mark (95 % interval)"],
            rows: quarters.map { quarter in
                [quarter.quarter.text, NumberText.grouped(quarter.total)]
                    + Self.classes.map { NumberText.grouped(quarter.commits[$0] ?? 0) }
                    + [NumberText.percent(quarter.aiShare.value, quarter.aiShare.wilson())]
            })
    }

    var churnTable: DataTable {
        DataTable(
            caption: "New lines removed or rewritten within \(Churn.headlineWindow) days of landing (95 % interval)",
            headers: ["Quarter"] + Self.classes.map(\.legend),
            rows: quarters.map { quarter in
                [quarter.quarter.text]
                    + Self.classes.map {
                        NumberText.percent(quarter.churn[$0]?.value, quarter.churn[$0]?.interval())
                    }
            })
    }

    static func series(_ authorClass: AuthorClass) -> Int { classes.firstIndex(of: authorClass) ?? 0 }

    private struct Point {
        let quarter: Quarter
        let value: Double
        let interval: Interval?
    }

    /// Quarters in which at least three commits of the class can be followed; fewer are noise.
    private static func points(_ quarters: [QuarterCoverage], _ authorClass: AuthorClass) -> [Point] {
        quarters.compactMap { quarter in
            guard let share = quarter.churn[authorClass], let value = share.value, share.clusters >= 3 else {
                return nil
            }
            return Point(quarter: quarter.quarter, value: value, interval: share.interval())
        }
    }
}
