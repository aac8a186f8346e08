import Testing

@testable import Statistics

/// Average run lengths of the code against published ones and against the equations solved in
/// Scripts/reference-statistics.
///
/// Published: Shewhart 370.4, 155.2, 43.9, 6.3, 2.0 at shifts of 0, ½, 1, 2, 3 sigma; CUSUM k ½, h 5: 465, 38.0, 10.4,
/// 4.01, 2.57 (Montgomery, table 9.3); EWMA λ .2, L 2.962, lasting limits: 500, 41.8, 10.5, 3.7, 2.4 (Lucas and
/// Saccucci 1990, table 3); rule 1 with rule 5, with rule 6, with both: 225.44, 166.05, 132.89 in control (Champ and
/// Woodall, Technometrics 29 (1987) 393, table 1).
@Suite("Run lengths")
struct RunLengthTests {
    struct Reference: Decodable, Sendable {
        let runLengths: [Row]
    }
    struct Row: Decodable, Sendable, CustomTestStringConvertible {
        let chart: String
        let shift: Double
        let length: Double

        var testDescription: String { "\(chart) at a shift of \(shift)" }
    }

    static let published: [String: [Double: Double]] = [
        "shewhart": [0: 370.4, 0.5: 155.2, 1: 43.9, 2: 6.3, 3: 2.0],
        "cusum": [0: 465, 0.5: 38.0, 1: 10.4, 2: 4.01, 3: 2.57],
        "ewma, lasting limits": [0: 500, 0.5: 41.8, 1: 10.5, 2: 3.7, 3: 2.4],
        "rules 1 5": [0: 225.44, 1: 20.01], "rules 1 6": [0: 166.05, 1: 12.66], "rules 1 5 6": [0: 132.89, 1: 10.95],
    ]

    @Test("The equations solved in the script give the published run lengths")
    func equations() throws {
        let rows = try Fixture.load("charts", as: Reference.self).runLengths
        for row in rows {
            guard let value = Self.published[row.chart]?[row.shift] else { continue }
            // To the last digit printed, of which three are.
            #expect(abs(row.length - value) < max(0.05, 0.001 * value), "\(row)")
        }
    }

    @Test(
        "The charts' run lengths lie within four standard errors",
        arguments: try Fixture.load("charts", as: Reference.self).runLengths)
    func simulated(_ row: Row) {
        // Long runs are costly and spread as their mean; 400 of them tell the mean to 5 %.
        let runs = row.length > 100 ? 400 : 1_000
        var generator = RandomGenerator(seed: 20)
        var sum = 0.0
        var squares = 0.0
        for _ in 0..<runs {
            let length = Double(Self.run(row, &generator))
            sum += length
            squares += length * length
        }
        let mean = sum / Double(runs)
        let error = ((squares / Double(runs) - mean * mean) / Double(runs)).squareRoot()
        #expect(abs(mean - row.length) < 4 * error, "\(row.testDescription): \(mean) ± \(error), \(row.length)")
    }

    /// Points until the first signal, of either side.
    private static func run(_ row: Row, _ generator: inout RandomGenerator) -> Int {
        var sum = CumulativeSum()
        var average = ExponentialAverage()
        var rules = NelsonRules()
        let asked: Set<ChartRule> =
            switch row.chart {
            case "rules 1 5": [.twoOfThreeBeyondTwoSigma]
            case "rules 1 6": [.fourOfFiveBeyondOneSigma]
            default: [.twoOfThreeBeyondTwoSigma, .fourOfFiveBeyondOneSigma]
            }
        var lasting = 0.0
        for length in 1... {
            let z = generator.normal() + row.shift
            let isSignal =
                switch row.chart {
                case "shewhart": abs(z) > 3
                case "cusum": sum.add(z) != nil
                case "ewma": average.add(z) != nil
                case "ewma, lasting limits":
                    {
                        lasting += 0.2 * (z - lasting)
                        return abs(lasting) > 2.962 * (0.2 / 1.8).squareRoot()
                    }()
                default: rules.add(z).contains { asked.contains($0.rule) } || abs(z) > 3
                }
            if isSignal { return length }
        }
        return 0
    }

    @Test("All eight rules together raise a false alarm every 73 points or so")
    func allRules() {
        var generator = RandomGenerator(seed: 21)
        let runs = 1_000
        var sum = 0.0
        var squares = 0.0
        for _ in 0..<runs {
            var rules = NelsonRules()
            var length = 0.0
            var isQuiet = true
            while isQuiet {
                length += 1
                let z = generator.normal()
                isQuiet = rules.add(z).isEmpty && abs(z) <= 3
            }
            sum += length
            squares += length * length
        }
        let mean = sum / Double(runs)
        let error = ((squares / Double(runs) - mean * mean) / Double(runs)).squareRoot()
        #expect(abs(mean - 73) < 4 * error, "\(mean) ± \(error)")
    }

    /// Whole charts, from counts: a baseline of 24 periods, then a share that rises from .1 to .15.
    @Test("Whole charts alarm sooner after a shift than on steady data")
    func wholeCharts() {
        func firstAlarm(_ seed: UInt64, shift: Double) -> Int {
            var generator = RandomGenerator(seed: seed)
            let periods = (0..<224).map { index in
                let share = index < 24 ? 0.1 : 0.1 + shift
                return Proportion(events: (0..<100).count { _ in generator.uniform() < share }, total: 100)
            }
            let chart = ControlChart.shares(periods)
            let alarms = chart.alarms + chart.exponentialAverage().alarms + chart.cumulativeSum().high.alarms
            return (alarms.filter { $0.stage == .monitored }.map(\.index).min() ?? 224) - 24
        }
        let steady = (0..<40).map { firstAlarm($0, shift: 0) }.sorted()
        let shifted = (0..<40).map { firstAlarm($0, shift: 0.05) }.sorted()
        // The shift is 1.7 sigma: found within 10 periods by half; steady data stay quiet for 40 and more by half.
        #expect(shifted[20] <= 10 && steady[20] >= 40, "\(shifted[20]) \(steady[20])")
    }
}
