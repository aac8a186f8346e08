/// The axes of a chart: where the data go, lines behind them, labels around them.
struct Frame {
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double

    init(left: Double = 56, right: Double = Drawing.width - 16, top: Double = 34, bottom: Double) {
        self.left = left
        self.right = right
        self.top = top
        self.bottom = bottom
    }

    func x(_ domain: ClosedRange<Double>) -> Scale { Scale(domain: domain, range: (left, right)) }

    func y(_ domain: ClosedRange<Double>) -> Scale { Scale(domain: domain, range: (bottom, top)) }

    /// Lines across and their labels at the left.
    func drawY(_ scale: Scale, into drawing: inout Drawing, label: (Double) -> String) {
        for tick in scale.ticks(5) {
            let y = scale.place(tick)
            drawing.line(left, y, right, y, tick == scale.domain.lowerBound ? "axis" : "grid")
            drawing.text(label(tick), left - 8, y + 4, .end)
        }
    }

    /// Entries of the legend in one row above the data.
    func drawLegend(_ entries: [(series: Int, text: String)], lines: Bool, into drawing: inout Drawing) {
        var x = left
        for entry in entries {
            if lines {
                drawing.line(x, 14, x + 26, 14, "l s\(entry.series)")
                drawing.marker(entry.series, x + 13, 14, 3.5)
            } else {
                drawing.rectangle(x + 8, 8, 14, 12, "a s\(entry.series)")
            }
            drawing.text(entry.text, x + 32, 18)
            x += 50 + Double(entry.text.count) * 7.2
        }
    }
}
