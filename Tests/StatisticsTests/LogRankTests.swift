import Testing

@testable import Statistics

@Suite("The log-rank test agrees with statsmodels and lifelines")
struct LogRankTests {
    struct Reference: Decodable, Sendable {
        let cases: [Case]
    }
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        let name: String
        let strata: [[FixtureObservations]]
        let statistic: Double
        let p: Double

        var testDescription: String { name }
    }

    @Test("Statistic and p-value", arguments: try Fixture.load("logrank", as: Reference.self).cases)
    func statistic(_ reference: Case) throws {
        let strata = reference.strata.map { $0.map(\.observations) }
        let test = try #require(LogRankTest(strata: strata))
        #expect(isClose(test.statistic, reference.statistic))
        #expect(isClose(test.pValue, reference.p))
        #expect(test.degreesOfFreedom == reference.strata[0].count - 1)
        #expect(isClose(test.observed.reduce(0, +), test.expected.reduce(0, +)))
    }

    @Test("The leukaemia trial of Freireich et al.: 16.79, with 10.75 events expected on placebo")
    func freireich() throws {
        let cases = try Fixture.load("logrank", as: Reference.self).cases
        let groups = try #require(cases.first { $0.name == "freireich" }).strata[0].map(\.observations)
        let test = try #require(LogRankTest(groups: groups))
        #expect(abs(test.statistic - 16.79) < 0.005)
        #expect(test.observed == [9, 21])
        #expect(abs(test.expected[1] - 10.75) < 0.005)
    }

    @Test("A group that is never at risk takes no degree of freedom")
    func absentGroup() throws {
        let groups = [
            [SurvivalObservation(time: 1, event: true), .init(time: 4, event: false)],
            [.init(time: 2, event: true), .init(time: 3, event: true)], [],
        ]
        let three = try #require(LogRankTest(groups: groups))
        let two = try #require(LogRankTest(groups: Array(groups.prefix(2))))
        #expect(three.degreesOfFreedom == 1 && isClose(three.statistic, two.statistic))
    }

    static let incomparable: [[[SurvivalObservation]]] = [
        [], [[]], [[], []], [[.init(time: 1, event: true)]],
        [[.init(time: 1, event: false)], [.init(time: 2, event: false)]],
        [[.init(time: 1, event: false)], [.init(time: 2, event: true)]], [[.init(time: 1, event: true)], []],
    ]

    @Test("Where nothing can be compared there is no test", arguments: incomparable)
    func nothing(_ groups: [[SurvivalObservation]]) {
        #expect(LogRankTest(groups: groups) == nil)
    }

    @Test("All events at age 0")
    func atZero() throws {
        let one = [SurvivalObservation(time: 0, event: true), .init(time: 0, event: true)]
        let two = [SurvivalObservation(time: 0, event: true), .init(time: 3, event: false)]
        let test = try #require(LogRankTest(groups: [one, two]))
        // Hypergeometric: 3 of 4 events; 2 seen and 1.5 expected, variance 3 · 1 · 2 · 2 / (16 · 3).
        #expect(isClose(test.statistic, 0.25 / 0.25) && test.expected == [1.5, 1.5])
    }

    @Test("Who enters late is compared from then on, and not yet at an event at the moment of entry")
    func lateEntry() throws {
        let one = [
            SurvivalObservation(time: 2, event: true), .init(time: 5, event: true), .init(time: 9, event: false),
        ]
        let two = [SurvivalObservation(time: 5, event: false, entry: 2), .init(time: 7, event: true, entry: 5)]
        // At 2: 3 of the first alone. At 5: 2 and 1. At 7: 1 and 1. Expected of the first: 1 + 2/3 + 1/2.
        let test = try #require(LogRankTest(groups: [one, two]))
        #expect(isClose(test.expected[0], 13.0 / 6) && test.observed == [2, 1])
        // (1/6)² over the variance 2/9 + 1/4.
        #expect(isClose(test.statistic, 1.0 / 17))
        var cluster = 0
        func apart(_ group: [SurvivalObservation]) -> [SurvivalObservation] {
            group.map { row in
                cluster += 1
                var row = row
                row.cluster = cluster
                return row
            }
        }
        let clustered = try #require(LogRankTest.clustered(strata: [[apart(one), apart(two)]]))
        // x - x̄ at 5 is 1/3 and -2/3, at 7 it is 1/2 and -1/2; d/n is 1/3 and 1/2.
        // So 0, 1/3 - 1/9, -1/9 - 1/4, 2/9 and -1/2 + 1/4.
        let residuals: [Double] = [0, 2.0 / 9, -13.0 / 36, 2.0 / 9, -0.25]
        #expect(isClose(residuals.reduce(0, +), 2 - 13.0 / 6))
        let squares = residuals.reduce(0) { $0 + $1 * $1 }
        #expect(isClose(clustered.statistic, 1.0 / 36 / squares))
        let swapped = try #require(LogRankTest.clustered(strata: [[apart(two), apart(one)]]))
        #expect(isClose(swapped.statistic, clustered.statistic))
    }
}
