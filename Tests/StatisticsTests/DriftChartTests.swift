import Testing

@testable import Statistics

@Suite("EWMA and CUSUM")
struct DriftChartTests {
    /// Montgomery, Introduction to Statistical Quality Control, table 9.1: target 10, sigma 1, the last ten at 11.
    static let montgomery = [
        9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.20, 10.34, 9.03, 11.47, 10.51, 9.40, 10.08, 9.37, 10.62,
        10.31, 8.52, 10.84, 10.90, 9.33, 12.29, 11.50, 10.60, 11.08, 10.38, 11.62, 11.31, 10.52,
    ]

    @Test("Montgomery's tabular CUSUM (table 9.2): 5.28 at the 29th point is the first signal")
    func tabular() {
        var sum = CumulativeSum()
        var highs: [Double] = []
        var lows: [Double] = []
        var signals: [Int] = []
        for (index, value) in Self.montgomery.enumerated() {
            if sum.add(value - 10) == .high { signals.append(index + 1) }
            highs.append(sum.high)
            lows.append(sum.low)
        }
        let published = [4: 1.16, 5: 2.82, 6: 2.50, 7: 0.04, 8: 1.00, 12: 0.97, 13: 0.98, 29: 5.28, 30: 5.30]
        #expect(signals == [29, 30])
        for (point, value) in published { #expect(abs(highs[point - 1] - value) < 0.006, "\(point)") }
        #expect(abs(lows[1] - 1.56) < 0.006 && abs(lows[2] - 1.77) < 0.006)
    }

    @Test("An EWMA of the same data with λ .1 and L 2.7, worked by hand, signals at the 29th point")
    func average() {
        var average = ExponentialAverage(weight: 0.1, width: 2.7)
        var values: [Double] = []
        var limits: [Double] = []
        var signals: [Int] = []
        for (index, value) in Self.montgomery.enumerated() {
            if average.add(value - 10) != nil { signals.append(index + 1) }
            values.append(10 + average.value)
            limits.append(average.limit)
        }
        #expect(abs(values[0] - 9.945) < 1e-9 && abs(values[1] - 9.7495) < 1e-9)
        #expect(abs(limits[0] - 0.27) < 0.005 && abs(limits[29] - 0.62) < 0.005)
        #expect(abs(values[27] - 10.573_14) < 1e-5 && abs(values[28] - 10.646_82) < 1e-5)
        #expect(signals == [29, 30])
    }

    @Test("Drift charts find a lasting shift of a sigma and a half that no single point shows")
    func shift() throws {
        let steady = (0..<24).map { [-1.0, 1, 0, 1, -1, 0][$0 % 6] }
        let chart = ControlChart.individuals(steady + Array(repeating: 2, count: 10))
        #expect(chart.alarms.isEmpty)
        let average = chart.exponentialAverage()
        let sums = chart.cumulativeSum()
        let first = try #require(average.alarms.first)
        #expect((26...29).contains(first.index) && first.stage == .monitored)
        #expect(first.signals == [ChartSignal(rule: .exponentialAverage, side: .high)])
        #expect(try #require(sums.high.alarms.first).index <= 29)
        #expect(sums.low.points.allSatisfy { $0.signals.isEmpty && ($0.value ?? 0) <= 0 })
        #expect(average.phases == chart.phases && average.points.count == 34)
    }

    @Test("On the good side a shift is a signal and no alarm")
    func goodSide() {
        let steady = (0..<24).map { [-1.0, 1, 0, 1, -1, 0][$0 % 6] }
        let chart = ControlChart.individuals(steady + Array(repeating: -2, count: 10))
        let average = chart.exponentialAverage()
        #expect(average.alarms.isEmpty)
        #expect(average.points.contains { $0.signals.contains { $0.side == .low } })
        let sums = chart.cumulativeSum()
        #expect(sums.low.alarms.isEmpty && sums.low.points.contains { !$0.signals.isEmpty })
        let gaps = ControlChart.individuals(steady + Array(repeating: -2, count: 10), badSide: .low)
        #expect(!gaps.cumulativeSum().low.alarms.isEmpty)
    }

    @Test("After a signal the statistic starts anew, unless told to go on")
    func restarts() throws {
        let steady = (0..<24).map { [-1.0, 1, 0, 1, -1, 0][$0 % 6] }
        let chart = ControlChart.individuals(steady + Array(repeating: 2, count: 20))
        let anew = chart.cumulativeSum().high
        let on = chart.cumulativeSum(restarts: false).high
        let first = try #require(anew.alarms.first).index
        #expect(on.alarms.map(\.index) == Array(first..<44))
        #expect(anew.alarms.count >= 2 && anew.alarms.count < on.alarms.count)
        #expect(anew.points[first + 1].signals.isEmpty)
    }

    @Test("A period without data neither moves the statistic nor starts it anew")
    func missing() {
        let steady: [Double?] = (0..<24).map { [-1.0, 1, 0, 1, -1, 0][$0 % 6] }
        let with = ControlChart.individuals(steady + [1, nil, 1, 1]).exponentialAverage().points.map(\.value)
        let without = ControlChart.individuals(steady + [1, 1, 1]).exponentialAverage().points.map(\.value)
        #expect(with[25] == nil && with.compactMap { $0 } == without.compactMap { $0 })
    }

    @Test("A new phase starts the statistic anew")
    func startOfPhase() {
        let values = (0..<12).map { Double($0) } + (0..<12).map { Double($0 % 2) }
        let chart = ControlChart.individuals(values, plans: [.init(), .init(start: 12)])
        #expect(chart.points.allSatisfy { $0.stage == .baseline })
        let sums = chart.cumulativeSum(restarts: false)
        #expect(sums.high.points[11].value ?? 0 > 5 && sums.high.points[12].value == 0)
    }

    @Test("The end of the baseline starts the statistic anew")
    func startOfMonitoring() {
        let rising = (0..<24).map { Double($0) }
        let chart = ControlChart.individuals(rising + [11.5]).cumulativeSum(restarts: false)
        #expect(chart.high.points[24].value == 0 && chart.low.points[24].value == 0)
    }
}
