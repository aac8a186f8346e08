import Testing

@testable import Statistics

/// Run lengths of whole charts, from counts to alarms, on frozen baselines: alarms of one long series are as far apart as
/// the mean run length, for Shewhart's limits have no memory and EWMA and CUSUM start anew after each.
@Suite("Run lengths of whole charts")
struct ChartRunLengthTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let chart: String
        let shift: Double
        /// Shewhart: 370.4, 43.9, 6.3 (Montgomery, §5.3). EWMA λ .2, L 2.86, exact limits: 366, 8.8. CUSUM k ½, h 5:
        /// 465, 10.4 (Montgomery, table 9.3).
        let length: Double

        var testDescription: String { "\(chart) at a shift of \(shift)" }
    }

    static let cases = [
        Case(chart: "shewhart", shift: 0, length: 370.4), Case(chart: "shewhart", shift: 1, length: 43.9),
        Case(chart: "shewhart", shift: 2, length: 6.3), Case(chart: "ewma", shift: 0, length: 366),
        Case(chart: "ewma", shift: 1, length: 8.8), Case(chart: "cusum", shift: 0, length: 465),
        Case(chart: "cusum", shift: 1, length: 10.4),
    ]

    @Test("On steady data alarms are as rare as published, and after a shift as quick", arguments: cases)
    func individuals(_ row: Case) {
        var generator = RandomGenerator(seed: 31)
        let count = Int(row.length * (row.length > 100 ? 250 : 1_500))
        let values = (0..<count).map { _ in Optional(generator.normal() + row.shift) }
        // A mean moving range of 1.128 is one sigma.
        let figures = BaselineFigures(centre: 0, spread: MovingRange.expected, periods: 24)
        let chart = ControlChart.individuals(values, plans: [.init(frozen: figures)])
        let alarms =
            switch row.chart {
            case "shewhart": chart.points.count { $0.signals.contains { $0.rule == .beyondLimits } }
            case "ewma": chart.exponentialAverage().points.count { !$0.signals.isEmpty }
            default:
                [chart.cumulativeSum().high, chart.cumulativeSum().low].reduce(0) { sum, chart in
                    sum + chart.points.count { !$0.signals.isEmpty }
                }
            }
        let length = Double(count) / Double(alarms)
        // The number of alarms spreads as a Poisson count, or less.
        #expect(abs(length / row.length - 1) < 4 / Double(alarms).squareRoot(), "\(row.testDescription): \(length)")
    }

    /// A share of .1 among 200: limits at 3 sigma of .0212, so that at most 32 and at least 8 events are within.
    @Test("A p′ chart's false alarms are those of the binomial's tails", arguments: [0.1, 0.15])
    func shares(share: Double) {
        var generator = RandomGenerator(seed: 32)
        let count = share == 0.1 ? 60_000 : 4_000
        let periods = (0..<count).map { _ in
            Proportion(events: (0..<200).count { _ in generator.uniform() < share }, total: 200)
        }
        let figures = BaselineFigures(centre: 0.1, spread: 1, periods: 24)
        let chart = ControlChart.shares(periods, plans: [.init(frozen: figures)])
        let alarms = chart.points.count { $0.signals.contains { $0.rule == .beyondLimits } }
        var within = 0.0
        var term = 1.0
        for _ in 0..<200 { term *= 1 - share }
        for events in 0...32 {
            if events >= 8 { within += term }
            term *= Double(200 - events) / Double(events + 1) * share / (1 - share)
        }
        let expected = Double(count) * (1 - within)
        #expect(abs(Double(alarms) - expected) < 4 * expected.squareRoot(), "\(alarms), \(expected)")
    }

    /// With a mean gap of 2,000 the lower limit is 2; at a mean of 20 the events come a hundred times as often.
    @Test("A g chart's short gaps are as frequent as its limit says, before and after events come more often")
    func gaps() {
        var generator = RandomGenerator(seed: 33)
        func gap(_ mean: Double) -> Int {
            GeometricDistribution(probability: 1 / (1 + mean)).quantile(generator.uniform())
        }
        let figures = BaselineFigures(centre: 2_000, spread: 0, periods: 24)
        for (mean, count) in [(2_000.0, 60_000), (20, 6_000)] {
            let chart = ControlChart.gaps((0..<count).map { _ in gap(mean) }, plans: [.init(frozen: figures)])
            let limit = chart.points[0].lower ?? 0
            #expect(limit == 2)
            let expected = Double(count) * GeometricDistribution(probability: 1 / (1 + mean)).cumulative(Int(limit) - 1)
            let alarms = chart.alarms.count
            #expect(abs(Double(alarms) - expected) < 4 * expected.squareRoot(), "\(alarms), \(expected)")
        }
    }
}
