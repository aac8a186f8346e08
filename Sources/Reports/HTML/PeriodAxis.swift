import Metrics
import Statistics

/// The points of a control chart along the bottom: its periods, or the gaps that ended in them, and its phases.
struct PeriodAxis {
    /// So many points are drawn, the newest; the CSV file has all.
    static let most = 240

    let frame: Frame
    /// The points that are drawn.
    let indices: Range<Int>
    private let series: MetricChart

    init(_ series: MetricChart, _ frame: Frame) {
        self.series = series
        self.frame = frame
        indices = max(0, series.places.count - Self.most)..<series.places.count
    }

    /// Says where the drawing begins, if it does not hold all.
    var note: String? {
        indices.lowerBound == 0
            ? nil
            : "The newest \(indices.count) of \(NumberText.grouped(series.places.count)) points are drawn."
    }

    /// How large a point is where there are so many.
    var radius: Double { indices.count > 120 ? 1.6 : indices.count > 60 ? 2.2 : 3 }

    /// The width of a point's place.
    var step: Double { (frame.right - frame.left) / Double(indices.count) }

    func x(_ index: Int) -> Double { frame.left + (Double(index - indices.lowerBound) + 0.5) * step }

    /// A line that changes its height between two points, as limits do that rest on the period's size.
    func drawSteps(
        _ part: some Sequence<ControlPoint>, _ y: Scale, _ style: String, into drawing: inout Drawing,
        _ value: (ControlPoint) -> Double?
    ) {
        var line: [(Double, Double)] = []
        for point in part {
            guard let height = value(point) else { continue }
            // Equal heights make one piece.
            if let last = line.last, last.1 == y.place(height) {
                line[line.count - 1].0 = x(point.index) + step / 2
            } else {
                line.append((x(point.index) - step / 2, y.place(height)))
                line.append((x(point.index) + step / 2, y.place(height)))
            }
        }
        drawing.path(line, style)
    }

    func drawPhases(into drawing: inout Drawing) {
        for (number, phase) in series.chart.phases.enumerated() {
            let baseline = phase.baseline.filter { $0 >= indices.lowerBound }
            if let first = baseline.first, let last = baseline.last {
                drawing.rectangle(
                    x(first) - step / 2, frame.top, x(last) - x(first) + step, frame.bottom - frame.top, "band s3")
                drawing.text("baseline", x(first) - step / 2 + 4, frame.top + 14, .start, "quiet")
            }
            if number > 0, phase.range.lowerBound > indices.lowerBound {
                let place = x(phase.range.lowerBound) - step / 2
                drawing.line(place, frame.top, place, frame.bottom, "axis")
                drawing.text("phase \(number + 1)", place + 4, frame.top + 28, .start, "quiet")
            }
        }
    }

    func drawPeriods(into drawing: inout Drawing) {
        let every = max(1, (indices.count + 7) / 8)
        for index in stride(from: indices.lowerBound, to: indices.upperBound, by: every) {
            drawing.line(x(index), frame.bottom, x(index), frame.bottom + 5, "axis")
            drawing.text(
                series.places[index].period.text, x(index), frame.bottom + 20,
                x(index) > frame.right - 30 ? .end : .middle)
        }
    }
}

extension ChartRule {
    /// Which shape stands for it; see ``Drawing/marker(_:_:_:_:isHollow:)``.
    var mark: Int {
        switch self {
        case .beyondLimits: 2
        case .exponentialAverage: 3
        default: 1
        }
    }

    /// Where several rules meet on one point, the larger shapes show behind the smaller.
    var markSize: Double {
        switch self {
        case .beyondLimits: 7
        case .exponentialAverage: 5
        default: 3.5
        }
    }
}
