import Testing

@testable import Statistics

@Suite("Mantel-Haenszel agrees with statsmodels and rational arithmetic")
struct MantelHaenszelTests {
    struct Reference: Decodable, Sendable {
        let cases: [Case]
    }
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        /// Events and total of the first class, events and total of the second.
        let strata: [[Int]]
        let difference: Double
        let differenceError: Double
        let ratio: Double?
        let ratioLogError: Double?
        let oddsRatio: Double?
        let oddsRatioLogError: Double?
        let statistic: Double?
        let p: Double?
        let statisticCorrected: Double?
        let shared: Int
        let all: Int

        var testDescription: String { "\(strata.count) strata, \(all) units" }

        var test: MantelHaenszel {
            MantelHaenszel(
                strata.map {
                    Stratum(
                        first: Proportion(events: $0[0], total: $0[1]), second: Proportion(events: $0[2], total: $0[3]))
                })
        }
    }

    @Test("Difference, ratio, test, coverage", arguments: try Fixture.load("strata", as: Reference.self).cases)
    func agreement(_ reference: Case) throws {
        let test = reference.test
        let z = Confidence.percent95.z
        let difference = try #require(test.difference)
        #expect(isClose(difference.value, reference.difference))
        #expect(isClose(difference.standardError, reference.differenceError))
        #expect(isClose(difference.bounds.lower, max(-1, reference.difference - z * reference.differenceError)))
        #expect(isClose(difference.bounds.upper, min(1, reference.difference + z * reference.differenceError)))
        #expect(isClose(test.ratio?.value, reference.ratio))
        #expect(isClose(test.ratio?.standardError, reference.ratioLogError))
        if let ratio = reference.ratio, let error = reference.ratioLogError {
            #expect(isClose(test.ratio?.bounds.upper, ratio * exponential(z * error)))
        }
        #expect(isClose(test.oddsRatio?.value, reference.oddsRatio))
        #expect(isClose(test.oddsRatio?.standardError, reference.oddsRatioLogError))
        #expect(isClose(test.statistic(), reference.statistic))
        #expect(isClose(test.pValue(), reference.p))
        #expect(isClose(test.statistic(corrected: true), reference.statisticCorrected))
        #expect(test.coverage == Proportion(events: reference.shared, total: reference.all))
    }

    @Test("Strata put together from parts are the strata in one", arguments: [1, 2, 7])
    func parts(size: Int) throws {
        for reference in try Fixture.load("strata", as: Reference.self).cases {
            let strata = reference.strata.map {
                Stratum(
                    first: Proportion(events: $0[0], total: $0[1]), second: Proportion(events: $0[2], total: $0[3]))
            }
            let parts = stride(from: 0, to: strata.count, by: size).map {
                MantelHaenszel(Array(strata[$0..<min(strata.count, $0 + size)]))
            }
            let (whole, joined) = (MantelHaenszel(strata), MantelHaenszel(over: parts))
            #expect(joined.coverage == whole.coverage && joined.sharedStrata == whole.sharedStrata)
            #expect(isClose(joined.difference?.value, whole.difference?.value))
            #expect(isClose(joined.difference?.standardError, whole.difference?.standardError))
            #expect(isClose(joined.ratio?.standardError, whole.ratio?.standardError))
            #expect(isClose(joined.oddsRatio?.value, whole.oddsRatio?.value))
            #expect(isClose(joined.oddsRatio?.standardError, whole.oddsRatio?.standardError))
            #expect(isClose(joined.statistic(), whole.statistic()))
        }
    }

    @Test("The University Group Diabetes Program: difference .035, ratio 1.33 (Rothman, Modern Epidemiology)")
    func diabetes() throws {
        let test = try #require(try Fixture.load("strata", as: Reference.self).cases.first).test
        #expect(abs(try #require(test.difference).value - 0.035) < 5e-4)
        #expect(abs(try #require(test.ratio).value - 1.33) < 5e-3)
        #expect(test.sharedStrata == 2 && test.coverage.value == 1)
    }

    @Test("One stratum gives the plain difference and ratio")
    func single() throws {
        let test = MantelHaenszel([.init(first: .init(events: 7, total: 20), second: .init(events: 3, total: 30))])
        #expect(isClose(test.difference?.value, 0.35 - 0.1) && isClose(test.ratio?.value, 3.5))
        let katz = ProportionContrast(.init(events: 7, total: 20), .init(events: 3, total: 30)).katz()
        #expect(isClose(test.ratio?.standardError, katz?.standardError))
    }

    @Test("Strata that lack a class, or events, say nothing")
    func nothing() {
        let lone = Stratum(first: .init(events: 2, total: 5), second: .init(events: 0, total: 0))
        for test in [MantelHaenszel([]), MantelHaenszel([lone])] {
            #expect(test.difference == nil && test.ratio == nil && test.statistic() == nil && test.pValue() == nil)
            #expect(test.sharedStrata == 0 && test.oddsRatio == nil)
        }
        #expect(MantelHaenszel([]).coverage.value == nil && MantelHaenszel([lone]).coverage.value == 0)
        let quiet = MantelHaenszel([.init(first: .init(events: 0, total: 5), second: .init(events: 0, total: 9))])
        #expect(quiet.difference?.value == 0 && quiet.ratio == nil && quiet.statistic() == nil)
        #expect(quiet.difference?.standardError == nil && quiet.difference?.bounds == Bounds(lower: nil, upper: nil))
        let pair = MantelHaenszel([.init(first: .init(events: 1, total: 1), second: .init(events: 0, total: 1))])
        #expect(pair.difference?.value == 1 && pair.ratio == nil && pair.statistic() == 1)
    }
}
