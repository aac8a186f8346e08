import Attribution
import Metrics

/// How old lines were when they were removed or changed, by the class that wrote them.
struct AgeChart {
    private let rows: [(authorClass: AuthorClass, lines: [Int])]

    init(_ ages: RevisedAges) {
        rows = QuarterChart.classes.compactMap { authorClass in
            ages.rows.first { $0.authorClass == authorClass && $0.lines.contains { $0 > 0 } }
        }
    }

    var isEmpty: Bool { rows.isEmpty }

    func chart() -> Markup {
        var drawing = Drawing(title: "Age of lines when they were removed or changed, share by class", height: 300)
        let frame = Frame(bottom: 250)
        let shares = rows.map { row in
            let total = Double(row.lines.reduce(0, +))
            return row.lines.map { Double($0) / total }
        }
        let ceiling = min(1, max(0.1, Scale.ceiling(shares.flatMap { $0 }.max() ?? 1, ticks: 5)))
        let y = frame.y(0...ceiling)
        frame.drawY(y, into: &drawing) { NumberText.decimal($0 * 100, 0) + " %" }
        let step = (frame.right - frame.left) / Double(RevisedAges.bins.count)
        let bar = (step - 14) / Double(max(1, rows.count))
        for (index, bin) in RevisedAges.bins.enumerated() {
            let left = frame.left + Double(index) * step + 7
            for (place, row) in rows.enumerated() {
                let top = y.place(shares[place][index])
                drawing.rectangle(
                    left + Double(place) * bar, top, max(1, bar - 1.5), frame.bottom - top,
                    "a s\(QuarterChart.series(row.authorClass))")
            }
            let words = bin.name.replacing("up to 1 day", with: "1 day").split(separator: " ")
            drawing.text(words.dropLast().joined(separator: " "), left + step / 2 - 7, frame.bottom + 18, .middle)
            drawing.text(String(words.last ?? ""), left + step / 2 - 7, frame.bottom + 33, .middle, "quiet")
        }
        frame.drawLegend(
            rows.map { (QuarterChart.series($0.authorClass), $0.authorClass.legend) }, lines: false, into: &drawing)
        return drawing.markup
    }

    var table: DataTable {
        DataTable(
            caption: "Removed or changed lines by age and class of their writer",
            headers: ["Class", "Lines"] + RevisedAges.bins.map(\.name),
            rows: rows.map { row in
                let total = row.lines.reduce(0, +)
                return [row.authorClass.legend, NumberText.grouped(total)]
                    + row.lines.map { NumberText.percent(Double($0) / Double(total)) }
            })
    }
}
