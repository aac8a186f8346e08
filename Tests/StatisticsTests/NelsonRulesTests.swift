import Testing

@testable import Statistics

@Suite("Nelson's rules 2 to 8")
struct NelsonRulesTests {
    /// A series, the rule it is made for, and the positions at which that rule must speak.
    static let series: [(rule: ChartRule, points: [Double], at: [Int])] = [
        (.nineOnOneSide, [-0.5] + Array(repeating: 0.5, count: 10), [9, 10]),
        (.nineOnOneSide, Array(repeating: -0.5, count: 8) + [0] + Array(repeating: -0.5, count: 8), []),
        (.sixInTrend, [0.5, -0.5, -0.3, -0.1, 0.1, 0.3, 0.5, 0.4], [6]),
        (.sixInTrend, [0, 0.1, 0.2, 0.2, 0.3, 0.4, 0.5], []),
        (.sixInTrend, [0.5, 0.3, 0.1, -0.1, -0.3, -0.5], [5]),
        (.fourteenAlternating, (0..<15).map { $0 % 2 == 0 ? 0.5 : -0.5 }, [13, 14]),
        (.fourteenAlternating, (0..<13).map { $0 % 2 == 0 ? 0.5 : -0.5 } + [0.7], []),
        (.twoOfThreeBeyondTwoSigma, [2.1, 0, 2.1, 0, 0, 2.1, 0, 0, 2.1], [2]),
        (.twoOfThreeBeyondTwoSigma, [2.1, -2.1, 0, 2.0, 2.1], []),
        (.twoOfThreeBeyondTwoSigma, [0, -2.1, -2.2, 0], [2]),
        (.fourOfFiveBeyondOneSigma, [1.1, 1.2, 0, 1.1, 1.3, 0.5], [4]),
        (.fourOfFiveBeyondOneSigma, [1.1, 1.2, -1.1, 0, 1.1, 1.3], []),
        (.fourOfFiveBeyondOneSigma, [-1.1, -1.1, -1.1, -1.1, 0, -1.1], [3, 5]),
        (.fifteenWithinOneSigma, (0..<16).map { [0.5, -0.5, 0.1][$0 % 3] }, [14, 15]),
        (.fifteenWithinOneSigma, (0..<14).map { [0.5, -0.5, 0.1][$0 % 3] } + [1.5], []),
        (.eightBeyondOneSigma, [1.5, -1.5, 1.5, 1.5, -1.5, 1.2, -1.2, 1.2, 0], [7]),
        (.eightBeyondOneSigma, [1.5, -1.5, 1.5, 1, -1.5, 1.2, -1.2, 1.2], []),
    ]

    @Test("Each rule speaks where it must and nowhere else", arguments: series)
    func rule(_ row: (rule: ChartRule, points: [Double], at: [Int])) {
        var rules = NelsonRules()
        let spoken = row.points.enumerated().compactMap { index, z in
            rules.add(z).contains { $0.rule == row.rule } ? index : nil
        }
        #expect(spoken == row.at)
    }

    @Test("A sided rule names its side")
    func sides() {
        var rules = NelsonRules()
        _ = rules.add(-2.5)
        #expect(rules.add(-2.5) == [ChartSignal(rule: .twoOfThreeBeyondTwoSigma, side: .low)])
    }

    @Test("Only rule 1, EWMA and CUSUM may pull the cord, and each rule has words of its own")
    func alarms() {
        #expect(ChartRule.allCases.filter(\.isAlarm) == [.beyondLimits, .exponentialAverage, .cumulativeSum])
        #expect(Set(ChartRule.allCases.map(\.meaning)).count == ChartRule.allCases.count)
    }
}
