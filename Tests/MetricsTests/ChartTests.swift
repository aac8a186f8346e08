import Statistics
import Testing

@testable import Git
@testable import Metrics

@Suite struct ChartPeriodTests {
    /// Weeks as Python's `date.isocalendar()` has them.
    @Test(
        "A day lies in its month and in its ISO week",
        arguments: [
            (2024, 2, 29, "2024-02", "2024-W09"), (2024, 12, 30, "2024-12", "2025-W01"),
            (2021, 1, 3, "2021-01", "2020-W53"), (1969, 12, 31, "1969-12", "1970-W01"),
            (1970, 1, 5, "1970-01", "1970-W02"), (2026, 11, 21, "2026-11", "2026-W47"),
            (1900, 1, 1, "1900-01", "1900-W01"),
        ])
    func texts(year: Int64, month: Int, day: Int, monthText: String, weekText: String) throws {
        let noon = try #require(UTCTime(year: year, month: month, day: day)).seconds + 43_200
        for (length, text) in [(ChartPeriod.Length.month, monthText), (.week, weekText)] {
            let period = ChartPeriod(length, seconds: noon)
            #expect(period.text == text)
            #expect(ChartPeriod(text) == period)
            #expect(period.start <= noon && noon < period.end)
            #expect(ChartPeriod(length, seconds: period.start) == period)
            #expect(ChartPeriod(length, seconds: period.end) == ChartPeriod(length, number: period.number + 1))
        }
    }

    @Test(
        "What is no period is not read as one",
        arguments: ["", "2024", "2024-13", "2024-00", "2024-1", "2024-W54", "2023-W53", "2024-W00", "24-01", "x-01"])
    func invalid(text: String) {
        #expect(ChartPeriod(text) == nil)
    }
}

/// A history of changes by hand, a hundred a month from January 2020 on.
private struct Months {
    private(set) var commits: [StudiedCommit] = []

    static func start(_ month: Int) -> Int64 { ChartPeriod(.month, number: 2020 * 12 + month).start }

    /// - Parameter failing: of a hundred commits, those that needed a fix within 90 days.
    mutating func add(month: Int, failing: Int, late: Int = 0) {
        for number in 0..<100 {
            var commit = StudiedCommit()
            commit.position = commits.count
            commit.landedAt = Self.start(month) + Int64(number) * 3_600
            commit.changedLines = 50
            var outcome = CommitOutcome()
            if number < failing {
                outcome.firstFixDays = 20
            } else if number < failing + late {
                outcome.firstFixDays = 91
            }
            outcome.fixesIn90Days = number < failing ? 2 : 0
            commit.outcome = outcome
            commits.append(commit)
        }
    }

    func series(_ metric: ChartMetric, horizon: Int64, reintroductions: Set<Int> = []) -> ChartSeries {
        ChartSeries(metric, of: commits, reintroductions: reintroductions, length: .month, dataHorizon: horizon)
    }
}

@Suite struct ChartSeriesTests {
    @Test("A period enters when all its commits had the time to fail, and not a second sooner")
    func maturity() {
        var months = Months()
        for month in 0..<6 { months.add(month: month, failing: 10) }
        let ready = Months.start(4) + 90 * DayCount.seconds
        let series = months.series(.bugInducingShare, horizon: ready)
        #expect(series.periods.map(\.period.text) == ["2020-01", "2020-02", "2020-03", "2020-04"])
        #expect(series.newestMature.text == "2020-04")
        #expect(months.series(.bugInducingShare, horizon: ready - 1).newestMature.text == "2020-03")
        #expect(months.series(.revertShare, horizon: ready).newestMature.text == "2020-05")
    }

    @Test("A fix after the horizon does not count, and every fix is a defect of its own")
    func counts() {
        var months = Months()
        months.add(month: 0, failing: 7, late: 5)
        let horizon = Months.start(12)
        let shares = months.series(.bugInducingShare, horizon: horizon).periods
        #expect(shares.map(\.events) == [7] && shares.map(\.amount) == [100])
        let rates = months.series(.defectsPerKiloline, horizon: horizon).periods
        #expect(rates.map(\.events) == [14] && rates.map(\.amount) == [5_000])
    }

    @Test("Months without a commit are left out, and merges are no part")
    func gapsInTime() {
        var months = Months()
        months.add(month: 0, failing: 1)
        months.add(month: 5, failing: 1)
        var merge = months.commits[0]
        merge.isChange = false
        let series = ChartSeries(
            .bugInducingShare, of: months.commits + [merge], reintroductions: [], length: .month,
            dataHorizon: Months.start(24))
        #expect(series.periods.map(\.period.text) == ["2020-01", "2020-06"])
        #expect(series.periods.map(\.amount) == [100, 100])
    }

    @Test("Gaps are the commits between two that show a reintroduction")
    func gaps() {
        var months = Months()
        for month in 0..<2 { months.add(month: month, failing: 0) }
        let series = months.series(.reintroductionGap, horizon: Months.start(2), reintroductions: [10, 30, 31, 131])
        // What lies before the first and after the last is no whole gap.
        #expect(series.periods.map(\.amount) == [19, 0, 99])
        #expect(series.periods.map(\.period.text) == ["2020-01", "2020-01", "2020-02"])
    }

    @Test("Baselines and phases are found by their dates, and frozen figures go to the last phase")
    func plans() throws {
        let periods = (0..<36).map { ChartPeriod(.month, number: 2020 * 12 + $0) }
        let newest = periods[35]
        var options = ChartOptions()
        options.phases = [try #require(ChartPeriod("2021-01")), try #require(ChartPeriod("2030-01"))]
        options.baseline = .periods(try #require(ChartPeriod("2021-03"))...(try #require(ChartPeriod("2022-02"))))
        let frozen = BaselineFigures(centre: 0.1, spread: 1, periods: 24)
        options.frozen = [.bugInducingShare: frozen]
        let plans = options.plans(.bugInducingShare, periods: periods, newest: newest)
        #expect(plans.map(\.start) == [0, 12])
        #expect(plans.map(\.baseline) == [nil, 14..<26])
        #expect(plans.map(\.frozen) == [nil, frozen])
        #expect(options.plans(.revertShare, periods: [], newest: newest).map(\.start) == [0])
    }

    @Test(
        "A span without data gives no limits, before the data or after them, and speaks of no other phase",
        arguments: [
            ("2010-01..2011-01", [ChartPhase.Standing.tooShort], []), ("2030-01..2031-01", [.tooShort], []),
            ("2030-01..2031-01", [.provisional, .tooShort], ["2021-04"]),
            ("2010-01..2011-01", [.tooShort, .firm], ["2021-04"]), ("2020-01..2030-01", [.firm], []),
        ])
    func emptySpan(span: String, standings: [ChartPhase.Standing], phases: [String]) throws {
        var months = Months()
        for month in 0..<36 { months.add(month: month, failing: 5 + month % 4) }
        var options = ChartOptions()
        let ends = try span.split(separator: ".").map { try #require(ChartPeriod(String($0))) }
        options.baseline = .periods(ends[0]...ends[1])
        options.phases = try phases.map { try #require(ChartPeriod($0)) }
        let chart = MetricChart(
            .bugInducingShare, of: months.commits, reintroductions: [], dataHorizon: Months.start(60), options: options)
        #expect(chart.chart.phases.map(\.standing) == standings)
        #expect(chart.chart.phases.map { $0.figures != nil } == standings.map { $0 != .tooShort })
    }

    /// Twenty years of months, January 2000 to the newest.
    @Test(
        "A moving baseline is that of the two calendar years before last year, and stands for a year",
        arguments: [
            ("2019-01", "2016-01"), ("2019-06", "2016-01"), ("2019-12", "2016-01"), ("2020-01", "2017-01"),
            ("2002-12", nil), ("2003-01", nil), ("2004-01", "2001-01"),
        ])
    func moving(newest: String, start: String?) throws {
        let newest = try #require(ChartPeriod(newest))
        let periods = (2000 * 12...newest.number).map { ChartPeriod(.month, number: $0) }
        var options = ChartOptions()
        options.baseline = .moving
        for metric in [ChartMetric.bugInducingShare, .reintroductionGap] {
            let plans = options.plans(metric, periods: periods, newest: newest)
            #expect(plans.dropFirst().map { periods[$0.start].text } == (start.map { [$0] } ?? []))
        }
        // Figures that are frozen, and periods that are named, are not moved away from.
        options.frozen = [.bugInducingShare: BaselineFigures(centre: 0.1, spread: 1, periods: 24)]
        #expect(options.plans(.bugInducingShare, periods: periods, newest: newest).count == 1)
        // Nothing moves unless it is asked to.
        var usual = ChartOptions()
        for metric in ChartMetric.allCases {
            #expect(usual.plans(metric, periods: periods, newest: newest).map(\.start) == [0], "\(metric)")
        }
        usual.baselines = [.reintroductionGap: .moving]
        #expect(usual.plans(.revertShare, periods: periods, newest: newest) == [ChartPhase.Plan()])
        #expect(usual.plans(.reintroductionGap, periods: periods, newest: newest).count == (start == nil ? 1 : 2))
    }

    @Test("Where little happened a moving baseline reaches back to 24 points, and never past a phase of the user's")
    func movingBack() throws {
        let newest = try #require(ChartPeriod("2019-06"))
        let periods = (0..<40).map { ChartPeriod(.month, number: 2000 * 12 + $0 * 6) }
        var options = ChartOptions()
        options.baseline = .moving
        let plans = options.plans(.revertShare, periods: periods, newest: newest)
        // What is judged begins with 2018: 36 points are older.
        #expect(plans.map(\.start) == [0, 12])
        options.phases = [try #require(ChartPeriod("2007-01"))]
        #expect(options.plans(.revertShare, periods: periods, newest: newest).map(\.start) == [0, 14])
    }

    @Test(
        "Gaps are judged by those that ended in the first 24 months, or by the first 24, and not before a year is over",
        arguments: [
            (10, 6, ChartPhase.Standing.tooShort, 60), (10, 12, .provisional, 120), (10, 19, .provisional, 190),
            (10, 20, .firm, 200), (10, 30, .firm, 240), (1, 30, .firm, 24), (1, 11, .tooShort, 11),
        ])
    func gapBaseline(_ row: (perMonth: Int, months: Int, standing: ChartPhase.Standing, used: Int)) {
        var months = Months()
        for month in 0..<row.months { months.add(month: month, failing: 0) }
        // The first of all ends no gap.
        let every = 100 / row.perMonth
        var shown = Set(stride(from: every / 2, to: months.commits.count, by: every))
        shown.insert(0)
        let chart = MetricChart(
            .reintroductionGap, of: months.commits, reintroductions: shown,
            dataHorizon: Months.start(row.months) - 1, options: ChartOptions())
        let phase = chart.chart.phases[0]
        #expect(phase.standing == row.standing && phase.baseline == Array(0..<row.used))
    }

    /// 36 months at a tenth, then a fifth: 3.3 sigma of a month, and the binomial's spread otherwise.
    @Test("A share that doubles pulls the cord in its first months, and a frozen baseline says the same")
    func shift() throws {
        var generator = RandomGenerator(seed: 5)
        var months = Months()
        for month in 0..<48 {
            let share = month < 36 ? 0.1 : 0.2
            months.add(month: month, failing: (0..<100).count { _ in generator.uniform() < share })
        }
        func judged(_ options: ChartOptions) -> MetricChart {
            MetricChart(
                .bugInducingShare, of: months.commits, reintroductions: [], dataHorizon: Months.start(60),
                options: options)
        }
        let chart = judged(ChartOptions())
        #expect(chart.chart.phases[0].standing == .firm && chart.chart.phases[0].baseline == Array(0..<24))
        let first = try #require(chart.alarms.first { $0.index >= 36 })
        #expect(first.index <= 39, "\(first)")
        #expect(chart.alarms.count { $0.index < 36 } <= 1)
        var options = ChartOptions()
        options.frozen = [.bugInducingShare: try #require(chart.chart.phases[0].figures)]
        #expect(Self.signals(judged(options)) == Self.signals(chart))
        #expect(chart.recent(3).count == 0, "twelve months without a commit")
    }

    private static func signals(_ chart: MetricChart) -> [[ChartSignal]] { chart.chart.points.map(\.signals) }
}
