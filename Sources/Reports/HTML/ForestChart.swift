import Metrics
import Statistics

/// AI against human as ratios with intervals, one row for each endpoint and class.
struct ForestChart {
    private let comparisons: [Comparison]

    /// - Parameter comparisons: at their declared ages.
    init(_ comparisons: [Comparison]) {
        self.comparisons = comparisons
    }

    func chart() -> Markup {
        let groups = Endpoint.allCases.map { endpoint in comparisons.filter { $0.endpoint == endpoint } }
            .filter { !$0.isEmpty }
        let rows = comparisons.count + groups.count
        var drawing = Drawing(
            title: "Ratio of AI to human with 95 % intervals, for each question",
            height: 64 + Double(rows) * Self.rowHeight)
        let bottom = 14 + Double(rows) * Self.rowHeight
        let frame = Frame(left: 196, right: Drawing.width - 150, top: 10, bottom: bottom)
        // A scale of doublings: a half is as far from 1 as a double.
        let scale = frame.x(-3...3)
        for power in -3...3 {
            let x = scale.place(Double(power))
            drawing.line(x, frame.top, x, bottom, power == 0 ? "axis" : "grid")
            drawing.text(Self.names[power + 3], x, bottom + 18, .middle)
        }
        drawing.text("\u{2190} lower for AI", scale.place(-0.1), bottom + 38, .end, "quiet")
        drawing.text("higher for AI \u{2192}", scale.place(0.1), bottom + 38, .start, "quiet")
        var y = frame.top + 14
        for group in groups {
            let title = EndpointWords(group[0]).title
            Self.clear(frame.left - 4, y, Double(title.count) * 8 - frame.left + 4, into: &drawing)
            drawing.text(title, 0, y, .start, "strong")
            y += Self.rowHeight
            for comparison in group {
                draw(comparison, at: y, scale, into: &drawing)
                y += Self.rowHeight
            }
        }
        return drawing.markup
    }

    var table: DataTable {
        DataTable(
            caption: "AI against human (95 % intervals); only quarters with an AI mark, no merges",
            headers: [
                "Question", "AI commits", "AI", "Human commits", "Human", "Difference", "Ratio", "p (Holm)",
                "Alike in size, kind, quarter", "Same person", "Verdict",
            ],
            rows: comparisons.map { comparison in
                [
                    EndpointWords(comparison).title + " \u{2013} " + Self.legend(comparison.compared),
                    NumberText.grouped(comparison.ai.commits),
                    NumberText.percent(comparison.ai.estimate, comparison.ai.interval),
                    NumberText.grouped(comparison.human.commits),
                    NumberText.percent(comparison.human.estimate, comparison.human.interval),
                    NumberText.points(comparison.difference), NumberText.ratio(comparison.ratio),
                    NumberText.probability(comparison.adjustedP), Self.contrast(comparison.stratified),
                    Self.contrast(comparison.withinAuthor), EndpointWords(comparison).shortVerdict,
                ]
            }, textColumns: [10])
    }

    private static let noRatio = "no ratio: a class without a case"

    private static let rowHeight = 22.0

    /// Words on the scale stand on blank ground: its lines end before them.
    private static func clear(_ x: Double, _ y: Double, _ width: Double, into drawing: inout Drawing) {
        drawing.rectangle(x, y - rowHeight * 0.68, width, rowHeight, "blank")
    }

    private static let names = ["\u{215B}", "\u{00BC}", "\u{00BD}", "1", "2", "4", "8"]

    private static func legend(_ compared: ComparedClass) -> String {
        switch compared {
        case .all: "all AI"
        case .aiAuthored: "AI-authored"
        case .aiAssisted: "AI-assisted"
        }
    }

    private static func contrast(_ contrast: StratifiedContrast) -> String {
        guard contrast.difference != nil else { return NumberText.missing }
        return NumberText.points(contrast.difference) + ", " + NumberText.percent(contrast.coverage) + " of the data"
    }

    private func draw(_ comparison: Comparison, at y: Double, _ scale: Scale, into drawing: inout Drawing) {
        let series =
            switch comparison.compared {
            case .all: 4
            case .aiAssisted: 1
            case .aiAuthored: 2
            }
        drawing.text(Self.legend(comparison.compared), 12, y)
        drawing.text(EndpointWords(comparison).shortVerdict, Drawing.width - 142, y, .start, "quiet")
        guard let ratio = comparison.ratio, ratio.value > 0 else {
            let width = Double(Self.noRatio.count) * 7.2
            Self.clear(scale.place(0) - width / 2, y, width, into: &drawing)
            drawing.text(Self.noRatio, scale.place(0), y, .middle, "quiet")
            return
        }
        let middle = y - 4
        if let lower = ratio.bounds.lower, let upper = ratio.bounds.upper, lower > 0 {
            let style = comparison.verdict == .insufficient ? "whisker faint s\(series)" : "whisker s\(series)"
            drawing.line(scale.place(Self.log2(lower)), middle, scale.place(Self.log2(upper)), middle, style)
        }
        drawing.marker(series, scale.place(Self.log2(ratio.value)), middle, 4.5)
    }

    /// By halving and doubling, and between powers of two by squaring: no library call, the same everywhere.
    private static func log2(_ value: Double) -> Double {
        guard value > 0, value.isFinite else { return value > 0 ? 64 : -64 }
        var result = Double(value.exponent)
        var rest = value.significand
        var bit = 0.5
        for _ in 0..<12 {
            rest *= rest
            if rest >= 2 {
                result += bit
                rest /= 2
            }
            bit /= 2
        }
        return result
    }
}
