import Testing

@testable import Statistics

@Suite("Control charts")
struct ControlChartTests {
    struct Reference: Decodable, Sendable {
        struct Laney: Decodable, Sendable {
            let events: [Int]
            let sizes: [Double]
            let centre: Double
            let spread: Double
            let lower: [Double?]
            let upper: [Double?]
            let residual: [Double?]
        }
        struct Individuals: Decodable, Sendable {
            let values: [Double]
            let centre: Double
            let lower: Double
            let upper: Double
        }
        struct Gaps: Decodable, Sendable {
            let gaps: [Int]
            let mean: Double
            let limits: [Double]
            let residual: [Double]
        }
        let shares: [Laney]
        let rates: [Laney]
        let individuals: [Individuals]
        let gaps: [Gaps]
    }

    private func check(_ chart: ControlChart, _ reference: Reference.Laney) throws {
        let figures = try #require(chart.phases.first?.figures)
        #expect(isClose(figures.centre, reference.centre) && isClose(figures.spread, reference.spread))
        #expect(chart.points.count == reference.sizes.count)
        for (index, point) in chart.points.enumerated() {
            #expect(isClose(point.lower, reference.lower[index]) && isClose(point.upper, reference.upper[index]))
            #expect(isClose(point.residual, reference.residual[index], absolute: 1e-12))
            #expect((point.value == nil) == (reference.sizes[index] == 0))
            let isOut = abs(reference.residual[index] ?? 0) > 3
            #expect(point.signals.contains { $0.rule == .beyondLimits } == isOut)
        }
    }

    @Test("Laney p' and u' agree with numpy, with spread beyond the binomial's and without, with empty periods")
    func laney() throws {
        let reference = try Fixture.load("charts", as: Reference.self)
        #expect(reference.shares.contains { $0.spread < 1 } && reference.shares.contains { $0.spread > 1.5 })
        for row in reference.shares {
            let periods = zip(row.events, row.sizes).map { Proportion(events: $0, total: Int($1)) }
            try check(.shares(periods), row)
        }
        for row in reference.rates {
            try check(.rates(zip(row.events, row.sizes).map { PoissonRate(events: $0, exposure: $1) }), row)
        }
    }

    @Test("XmR and g agree with numpy and scipy")
    func individualsAndGaps() throws {
        let reference = try Fixture.load("charts", as: Reference.self)
        for row in reference.individuals {
            for point in ControlChart.individuals(row.values).points {
                #expect(isClose(point.centre, row.centre) && isClose(point.lower, row.lower))
                #expect(isClose(point.upper, row.upper))
            }
        }
        for row in reference.gaps {
            let chart = ControlChart.gaps(row.gaps)
            #expect(isClose(chart.phases[0].figures?.centre, row.mean) && chart.badSide == .low)
            for (point, residual) in zip(chart.points, row.residual) {
                #expect([point.lower, point.centre, point.upper] == row.limits)
                #expect(isClose(point.residual, residual, relative: 1e-8, absolute: 1e-12))
            }
        }
    }

    @Test("Montgomery's mortgage costs (table 6.6): centre 300.5, limits 279.78 and 321.22")
    func mortgage() throws {
        let costs: [Double] = [
            310, 288, 297, 298, 307, 303, 294, 297, 308, 306, 294, 299, 297, 299, 314, 295, 293, 306, 301, 304,
        ]
        let chart = ControlChart.individuals(costs)
        let point = try #require(chart.points.first)
        #expect(point.centre == 300.5)
        #expect(abs(try #require(chart.phases[0].figures).spread - 7.79) < 0.005)
        #expect(abs(try #require(point.lower) - 279.78) < 0.01)
        #expect(abs(try #require(point.upper) - 321.22) < 0.01)
        #expect(chart.alarms.isEmpty && chart.phases[0].standing == .firm)
    }

    @Test(
        "Limits need 12 periods, are firm from 20 on and rest on the first 24",
        arguments: [
            (0, 0, ChartPhase.Standing.tooShort), (1, 1, .tooShort), (11, 11, .tooShort), (12, 12, .provisional),
            (19, 19, .provisional), (20, 20, .firm), (24, 24, .firm), (40, 24, .firm),
        ])
    func baseline(_ row: (periods: Int, used: Int, standing: ChartPhase.Standing)) {
        let chart = ControlChart.individuals((0..<row.periods).map { Double($0 % 5) })
        #expect(chart.phases[0].baseline.count == row.used && chart.phases[0].standing == row.standing)
        #expect(chart.points.allSatisfy { ($0.centre == nil) == (row.standing == .tooShort) })
        #expect(chart.points.count { $0.stage == .monitored } == row.periods - row.used)
    }

    @Test("A later period does not move the limits of a full baseline")
    func frozenByHistory() {
        let values = (0..<24).map { Double($0 % 5) }
        let before = ControlChart.individuals(values + [2])
        let after = ControlChart.individuals(values + [2, 900, 900])
        #expect(Array(after.points.prefix(25)) == before.points)
        #expect(after.alarms.map(\.index) == [25, 26])
    }

    @Test("Figures of an earlier run go on in spite of what the periods say")
    func frozenByHand() {
        let plan = ChartPhase.Plan(frozen: BaselineFigures(centre: 10, spread: 1, periods: 24))
        let chart = ControlChart.individuals([10, 12, 12.7, 10], plans: [plan])
        #expect(chart.points.map(\.upper) == Array(repeating: 12.66, count: 4))
        #expect(chart.alarms.map(\.index) == [2] && chart.phases[0].standing == .firm)
        #expect(chart.points.allSatisfy { $0.stage == .monitored })
    }

    @Test("Each phase has a baseline of its own, which may be given")
    func phases() {
        let values = (0..<60).map { Double($0 % 4) + ($0 >= 30 ? 100 : 0) }
        let chart = ControlChart.individuals(values, plans: [.init(), .init(start: 30, baseline: 32..<48)])
        #expect(chart.phases.map(\.range) == [0..<30, 30..<60])
        #expect(chart.phases.map(\.baseline.count) == [24, 16] && chart.phases[1].standing == .provisional)
        #expect(chart.alarms.isEmpty)
        #expect(chart.points[31].stage == .monitored && chart.points[32].stage == .baseline)
        // Without the second phase the step is an alarm.
        #expect(ControlChart.individuals(values).alarms.map(\.index) == Array(30..<60))
        // A phase that has not begun yet is empty.
        #expect(ControlChart.individuals(values, plans: [.init(), .init(start: 99)]).phases[1].range.isEmpty)
    }

    @Test("A baseline without spread has no limits and raises nothing")
    func noSpread() {
        let still = ControlChart.individuals(Array(repeating: 3, count: 30) + [900])
        let clean = ControlChart.shares((0..<30).map { Proportion(events: $0 == 29 ? 5 : 0, total: 10) })
        let all = ControlChart.shares(Array(repeating: Proportion(events: 4, total: 4), count: 30))
        let quiet = ControlChart.rates(Array(repeating: PoissonRate(events: 0, exposure: 2), count: 30))
        let dense = ControlChart.gaps(Array(repeating: 0, count: 30))
        for chart in [still, clean, all, quiet, dense] {
            #expect(chart.phases[0].standing == .noSpread && chart.alarms.isEmpty)
            #expect(chart.points.allSatisfy { $0.value != nil && $0.upper == nil && $0.residual == nil })
            #expect(chart.exponentialAverage().points.allSatisfy { $0.value == nil })
        }
    }

    @Test("Equal shares spread less than the binomial, and its limits stand")
    func underdispersed() throws {
        let chart = ControlChart.shares(Array(repeating: Proportion(events: 1, total: 10), count: 30))
        #expect(chart.phases[0].figures?.spread == 0)
        #expect(isClose(chart.points[0].upper, 0.1 + 3 * 0.009.squareRoot()) && chart.points[0].lower == 0)
    }

    @Test("A gap far too short for its baseline is an alarm, a long one is not")
    func gaps() {
        let steady = (0..<24).map { 4_000 + 700 * ($0 % 7) }
        let chart = ControlChart.gaps(steady + [3, 60_000])
        #expect(chart.alarms.map(\.index) == [24])
        #expect(chart.points[25].signals.contains { $0.rule == .beyondLimits && $0.side == .high })
    }

    @Test("Empty input gives an empty chart")
    func empty() {
        for chart in [ControlChart.shares([]), .rates([]), .individuals([]), .gaps([]), .individuals([nil, nil])] {
            #expect(chart.alarms.isEmpty && chart.phases[0].standing == .tooShort)
            #expect(chart.exponentialAverage().points.count == chart.points.count)
            #expect(chart.cumulativeSum().high.alarms.isEmpty)
        }
    }
}
