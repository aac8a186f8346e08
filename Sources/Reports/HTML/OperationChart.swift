import Metrics

/// What was done to lines, stacked by quarter.
struct OperationChart {
    private let quarters: [OperationQuarter]

    /// From the axis upwards: what makes more code, what changes it, what takes it away.
    private static let order: [LineOperation] = [
        .added, .copyPasted, .findReplaced, .updated, .moved, .deletedThenRestored, .deleted,
    ]

    init(_ quarters: [OperationQuarter]) {
        self.quarters = quarters
    }

    func chart() -> Markup {
        var drawing = Drawing(title: "Changed lines by what was done to them and quarter of landing", height: 300)
        let frame = Frame(bottom: 262)
        let y = frame.y(0...1)
        frame.drawY(y, into: &drawing) { NumberText.decimal($0 * 100, 0) + " %" }
        let axis = QuarterAxis(quarters.map(\.quarter), frame)
        for quarter in quarters {
            let shares = Self.order.enumerated().map { series, operation in
                (Double(quarter.counts[operation]) / Double(quarter.counts.total), "a o\(series)")
            }
            axis.stack(shares, in: quarter.quarter, on: y, into: &drawing)
        }
        axis.draw(into: &drawing)
        drawLegend(frame, into: &drawing)
        return drawing.markup
    }

    private func drawLegend(_ frame: Frame, into drawing: inout Drawing) {
        let step = (frame.right - frame.left) / Double(Self.order.count)
        for (series, operation) in Self.order.enumerated() {
            let x = frame.left + Double(series) * step
            drawing.rectangle(x, 8, 14, 12, "a o\(series)")
            drawing.text(operation.words, x + 19, 18)
        }
    }

    var table: DataTable {
        DataTable(
            caption: "Changed lines by what was done to them and quarter of landing",
            headers: ["Quarter", "Lines"] + Self.order.map(\.words),
            rows: quarters.map { quarter in
                [quarter.quarter.text, NumberText.grouped(quarter.counts.total)]
                    + Self.order.map {
                        NumberText.percent(Double(quarter.counts[$0]) / Double(quarter.counts.total))
                    }
            })
    }
}

extension LineOperation {
    /// A word or two for readers.
    var words: String {
        switch self {
        case .moved: "moved"
        case .updated: "updated"
        case .findReplaced: "replaced"
        case .copyPasted: "copied"
        case .deleted: "deleted"
        case .deletedThenRestored: "restored"
        case .added: "added"
        case .noOp: "white space"
        }
    }
}
