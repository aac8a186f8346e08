import Testing

@testable import Statistics

@Suite("Charts of small periods")
struct ExactChartTests {
    private static let figures = BaselineFigures(centre: 0.1, spread: 1, periods: 24)

    private static func chart(_ periods: [Proportion]) -> (laney: ControlChart, exact: ControlChart) {
        let laney = ControlChart.shares(periods, plans: [.init(frozen: figures)])
        return (laney, laney.exact(events: periods.map(\.events), amounts: periods.map { Double($0.total) }))
    }

    /// P(X ≥ 1 of 1) is .1, P(X ≥ 5 of 10) .0016, P(X ≥ 6 of 10) .00015, P(X ≥ 20 of 100) .002, P(X ≥ 21) .0008.
    @Test(
        "A point beyond the limits is an alarm only if so many events are unlikely",
        arguments: [(1, 1, false), (4, 10, false), (5, 10, false), (6, 10, true), (20, 100, false), (21, 100, true)])
    func tails(events: Int, total: Int, isAlarm: Bool) {
        let (laney, exact) = Self.chart([Proportion(events: events, total: total)])
        #expect(exact.alarms.isEmpty != isAlarm)
        #expect(exact.points[0].upper == laney.points[0].upper && exact.points[0].value == laney.points[0].value)
    }

    @Test("In large periods residuals are what they were, and other charts stay as they are")
    func large() throws {
        let (laney, exact) = Self.chart([
            Proportion(events: 1_040, total: 10_000), Proportion(events: 950, total: 10_000),
        ])
        for (one, other) in zip(laney.points, exact.points) {
            #expect(abs(try #require(one.residual) - (try #require(other.residual))) < 0.03)
        }
        let gaps = ControlChart.gaps([3, 4, 5], plans: [.init(frozen: Self.figures)])
        #expect(gaps.exact(events: [1, 1, 1], amounts: [3, 4, 5]) == gaps)
    }

    @Test("The score is that of the middle of an event's probability, also of a rate")
    func scores() throws {
        let rate = PoissonRate(events: 2, exposure: 5)
        let laney = ControlChart.rates([rate], plans: [.init(frozen: Self.figures)])
        let score = try #require(laney.exact(events: [2], amounts: [5]).points[0].residual)
        // Poisson with mean ½: P(0) + P(1) + P(2)/2 = .60653 + .30327 + .03791.
        #expect(abs(NormalDistribution.cumulative(score) - 0.94771) < 1e-5)
    }

    /// Ten changes a period at a share of .1, where the normal limits alone alarm every 80 points.
    @Test("On steady data with small periods false alarms are no more frequent than the normal charts'")
    func falseAlarms() {
        var generator = RandomGenerator(seed: 41)
        let count = 40_000
        let (laney, exact) = Self.chart(
            (0..<count).map { _ in
                Proportion(events: (0..<10).count { _ in generator.uniform() < 0.1 }, total: 10)
            })
        #expect(laney.alarms.count > count / 120)
        #expect(exact.alarms.count < count / 370)
        #expect(exact.exponentialAverage().alarms.count < count / 366)
        #expect(exact.cumulativeSum().high.alarms.count < count / 465)
    }

    @Test("A share that doubles is still found: by drift within a year of small months")
    func detection() {
        var generator = RandomGenerator(seed: 42)
        let count = 4_000
        let (_, exact) = Self.chart(
            (0..<count).map { _ in
                Proportion(events: (0..<10).count { _ in generator.uniform() < 0.2 }, total: 10)
            })
        #expect(exact.cumulativeSum().high.alarms.count > count / 13)
    }
}
