import Metrics

/// Quarters along the bottom of a chart.
struct QuarterAxis {
    private let first: Int
    private let span: Int
    private let frame: Frame

    /// - Parameter quarters: in order; those between may be missing.
    init(_ quarters: [Quarter], _ frame: Frame) {
        first = quarters.first?.number ?? 0
        span = (quarters.last?.number ?? 0) - first + 1
        self.frame = frame
    }

    /// The width of a quarter.
    var step: Double { (frame.right - frame.left) / Double(max(1, span)) }

    /// Where a quarter begins.
    func left(of quarter: Quarter) -> Double { frame.left + Double(quarter.number - first) * step }

    /// Shares of a quarter, from the axis upwards.
    func stack(
        _ shares: [(share: Double, style: String)], in quarter: Quarter, on y: Scale, into drawing: inout Drawing
    ) {
        var below = 0.0
        for (share, style) in shares {
            drawing.rectangle(
                left(of: quarter) + min(1, step * 0.1), y.place(below + share), max(0.6, step - min(2, step * 0.2)),
                y.place(below) - y.place(below + share), style)
            below += share
        }
    }

    /// Years where there are many quarters, else quarters.
    func draw(into drawing: inout Drawing) {
        if span <= 10 {
            for number in first..<first + span {
                let quarter = Quarter(number: number)
                drawing.text(quarter.text, left(of: quarter) + step / 2, frame.bottom + 20, .middle)
            }
            return
        }
        let years = (first + 3) / 4...max((first + 3) / 4, (first + span - 1) / 4)
        let every = max(1, (years.count + 11) / 12)
        for year in years where year % every == 0 {
            let x = left(of: Quarter(number: year * 4))
            drawing.line(x, frame.bottom, x, frame.bottom + 5, "axis")
            drawing.text(String(year), x, frame.bottom + 20, x > frame.right - 20 ? .end : .middle)
        }
    }
}
