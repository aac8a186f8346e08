import Foundation
import Statistics
import Testing

@testable import Metrics
@testable import Reports

/// A watched figure of months made by hand: of so many changes, those that needed a fix within 90 days.
private struct Months {
    private var commits: [StudiedCommit] = []
    private var count = 0

    init(_ months: [(failing: Int, of: Int)]) {
        for month in months { add(month.failing, of: month.of) }
    }

    private static func start(_ month: Int) -> Int64 { ChartPeriod(.month, number: 2020 * 12 + month).start }

    private mutating func add(_ failing: Int, of total: Int) {
        for number in 0..<total {
            var commit = StudiedCommit()
            commit.position = commits.count
            commit.landedAt = Self.start(count) + Int64(number) * 3_600
            commit.changedLines = 50
            var outcome = CommitOutcome()
            if number < failing { outcome.firstFixDays = 20 }
            commit.outcome = outcome
            commits.append(commit)
        }
        count += 1
    }

    func chart(phases: [String] = []) throws -> MetricChart {
        var options = ChartOptions()
        options.phases = try phases.map { try #require(ChartPeriod($0)) }
        return MetricChart(
            .bugInducingShare, of: commits, reintroductions: [], dataHorizon: Self.start(count + 12), options: options)
    }
}

@Suite("Control charts in reports") struct ChartReportTests {
    /// Two years at some tenth of fifty changes a month.
    private static let steady = (0..<24).map { (failing: 4 + $0 % 3, of: 50) }

    /// What the page says of a chart, its drawing left out.
    private static func page(_ chart: MetricChart) throws -> (caption: String, drawing: String, table: String) {
        let drawing = try #require(ShewhartChart(chart))
        return (
            ChartWords(chart).summary + " " + drawing.note, drawing.chart().html, drawing.table.markup.html
        )
    }

    @Test("A last phase without limits is said to have none, whatever those before it have")
    func lastPhase() throws {
        let quiet = try Months(Self.steady + [(5, 50), (4, 50)]).chart(phases: ["2022-01"])
        let words = ChartWords(quiet)
        #expect(quiet.chart.phases.map { $0.figures != nil } == [true, false])
        #expect(words.verdict == words.standing && words.standing.hasPrefix("No limits yet"))
        #expect(words.summary == words.standing)
        #expect(ChartSummary(quiet).sentence == words.title + ": " + words.standing)
        let loud = ChartWords(try Months(Self.steady + [(30, 50), (4, 50)]).chart(phases: ["2022-02"]))
        #expect(loud.verdict == loud.standing + " 3\u{00A0}signals on the bad side, the last in 2022-01.")
        #expect(loud.summary == loud.verdict)
        let usual = ChartWords(try Months(Self.steady).chart())
        #expect(usual.verdict.hasPrefix("No signal on the bad side") && usual.summary.hasSuffix(usual.standing))
    }

    /// Three of four changes at a share of .1: above the limit of .55, and P(X ≥ 3) is .0037.
    @Test("A point beyond the limit that chance may make has a mark of its own, and the page says why it is no signal")
    func chance() throws {
        let chart = try Months(Self.steady + [(5, 50), (5, 50), (3, 4)]).chart()
        let point = chart.chart.points[26]
        #expect(try #require(point.value) > (try #require(point.upper)))
        #expect(chart.alarms.isEmpty)
        #expect(chart.chances.map(\.index) == [26] && chart.chances.map(\.side) == [.high])
        let binomial = BinomialDistribution(trials: 4, probability: try #require(point.centre))
        #expect(chart.chances[0].probability == binomial.mass(3) + binomial.survival(3))
        let (caption, drawing, table) = try Self.page(chart)
        #expect(caption.contains("No signal on the bad side") && caption.contains("hollow"))
        #expect(drawing.components(separatedBy: "hollow").count == 3, "the point and the legend")
        let words = "beyond the control limits, but not beyond chance (exact probability 0.00"
        #expect(table.components(separatedBy: words).count == 2)
        #expect(!table.contains(ChartRule.beyondLimits.meaning))
    }

    /// How often one text stands in another.
    private static func count(_ part: String, in text: String) -> Int { text.components(separatedBy: part).count - 1 }

    @Test("EWMA and CUSUM are drawn with their limits, and each alarm is marked on its own chart")
    func drift() throws {
        let chart = try Months(Self.steady + Array(repeating: (10, 50), count: 8)).chart()
        let average = try #require(DriftChart(chart, .average))
        let sums = try #require(DriftChart(chart, .sums))
        for (drawing, rule, shape) in [(average, ChartRule.exponentialAverage, "m s3"), (sums, .cumulativeSum, "m s1")]
        {
            let alarms = chart.alarms.count { $0.rule == rule }
            #expect(alarms > 0)
            let html = drawing.chart().html
            // One more stands in the legend.
            #expect(Self.count("class=\"\(shape)\"", in: html) == alarms + 1, "\(rule)")
            #expect(Self.count(rule.meaning, in: drawing.table.markup.html) == alarms)
            // The baseline and what follows it, and anew after each alarm but one of the last point.
            let last = chart.alarms.contains { $0.rule == rule && $0.index == 31 } ? 1 : 0
            #expect(Self.count("class=\"limit\"", in: html) == 2 * (2 + alarms - last) + 1, "\(rule)")
            #expect(html.contains("\u{2191} worse") && !html.contains("hollow"))
        }
        // λ 0.2 and L 2.86: the first limit is 0.572, the second √(1 + .64) times that.
        #expect(average.table.rows[0][3] == "0.57" && average.table.rows[1][3] == "0.73")
        let first = try #require(chart.average.points[0].residual)
        #expect(average.table.rows[0][1...2] == [NumberText.decimal(first, 2), NumberText.decimal(first * 0.2, 2)])
        #expect(sums.table.rows[0][4] == "5.00" && sums.note.contains("h, 5 standard deviations"))
    }

    @Test("What drifts to the good side is drawn hollow, and no alarm")
    func goodDrift() throws {
        let chart = try Months(Self.steady + Array(repeating: (0, 50), count: 8)).chart()
        #expect(chart.alarms.isEmpty)
        for statistic in DriftChart.Statistic.allCases {
            let drawing = try #require(DriftChart(chart, statistic))
            #expect(drawing.chart().html.contains("class=\"hollow"))
            #expect(drawing.table.rows.contains { $0.last?.hasSuffix("on the good side: no alarm") == true })
        }
    }

    @Test("The two charts of drift are folded below the figure's own, with the number of their signals")
    func folded() throws {
        let shifted = try Months(Self.steady + Array(repeating: (10, 50), count: 8)).chart()
        let page = try #require(ControlChartSection([shifted]).section).markup.html
        let parts = page.components(separatedBy: "<details><summary>Drift of this figure, by EWMA and CUSUM: ")
        #expect(parts.count == 2 && Self.count("<figure>", in: parts[0]) == 1)
        #expect(Self.count("<figure>", in: parts[1]) == 2 && parts[1].hasSuffix("</figure></details></section>"))
        let signals = NumberText.count(shifted.alarms.count { $0.rule != .beyondLimits }, "signal")
        #expect(parts[1].hasPrefix(signals + " on the bad side"))
        let better = try Months(Self.steady + Array(repeating: (0, 50), count: 8)).chart()
        let quiet = try #require(ControlChartSection([better]).section).markup.html
        #expect(quiet.contains("by EWMA and CUSUM: no signal on the bad side"))
        let short = try Months(Array(Self.steady.prefix(11))).chart()
        #expect(try #require(ControlChartSection([short]).section).markup.html.contains("Drift of") == false)
    }

    @Test("Without limits there is nothing to drift from")
    func noDrift() throws {
        let chart = try Months(Array(Self.steady.prefix(11))).chart()
        #expect(ShewhartChart(chart) != nil)
        for statistic in DriftChart.Statistic.allCases { #expect(DriftChart(chart, statistic) == nil) }
        #expect(ChartSummary(chart).points.count == 11)
    }

    @Test("The page draws the newest 240 points and says so, and summary.json has the same")
    func bounded() throws {
        let chart = try Months((0..<300).map { (failing: 1 + $0 % 3, of: 10) }).chart()
        let average = try #require(DriftChart(chart, .average))
        let sums = try #require(DriftChart(chart, .sums))
        let notes = [try #require(ShewhartChart(chart)).note, average.note, sums.note]
        for note in notes { #expect(note.hasSuffix("The newest 240 of 300 points are drawn.")) }
        #expect(sums.table.rows.count == 240)
        let points = ChartSummary(chart).points
        #expect(points.map(\.period) == chart.places.suffix(240).map(\.period.text))
        #expect(SummarySchema.text.description.contains("the newest, at most \(PeriodAxis.most),"))
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        let newest = try #require(points.last)
        let last = try #require(
            try JSONSerialization.jsonObject(with: encoder.encode(newest)) as? [String: Any])
        let names = ["value", "centre", "upper", "ewma", "ewma_limit", "cusum_high", "cusum_low"]
        let own = [chart.chart.points[299].value, chart.chart.points[299].centre, chart.chart.points[299].upper]
        let drift =
            [chart.average.points[299].value, chart.average.points[299].upper]
            + [chart.sums.high.points[299].value, chart.sums.low.points[299].value]
        for (name, value) in zip(names, own + drift) {
            let (written, value) = (try #require(last[name] as? Double), try #require(value))
            #expect(abs(written - value) < 1e-12, "\(name)")
        }
    }

    @Test("A point that is a signal is marked as one, and nothing is said of chance")
    func signal() throws {
        let chart = try Months(Self.steady + [(30, 50), (5, 50)]).chart()
        #expect(chart.alarms.contains { $0.index == 24 && $0.rule == .beyondLimits } && chart.chances.isEmpty)
        let (caption, drawing, table) = try Self.page(chart)
        #expect(!caption.contains("hollow") && !drawing.contains("hollow"))
        #expect(table.contains(ChartRule.beyondLimits.meaning))
    }
}
