import Testing

@testable import Statistics

@Suite("Two curves at one horizon")
struct SurvivalContrastTests {
    struct Reference: Decodable, Sendable {
        let cases: [Case]
    }
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        let first: FixtureObservations
        let second: FixtureObservations
        let horizon: Double
        let difference: Double
        let standardError: Double
        let delta: [Double]
        let recovered: [Double]
        let ratio: Double
        let ratioInterval: [Double]
        let statistic: Double
        let p: Double

        var testDescription: String { "\(first.time.count) against \(second.time.count) at \(horizon)" }
    }

    @Test(
        "Difference, ratio and test agree with lifelines",
        arguments: try Fixture.load("contrasts", as: Reference.self).cases)
    func contrast(_ reference: Case) throws {
        let one = SurvivalCurve(reference.first.observations)
        let two = SurvivalCurve(reference.second.observations)
        let contrast = try #require(SurvivalContrast(one, two, at: reference.horizon))
        #expect(isClose(contrast.difference?.value, reference.difference, absolute: 1e-12))
        #expect(isClose(contrast.difference?.standardError, reference.standardError))
        #expect(isClose(contrast.difference?.bounds, reference.recovered))
        #expect(isClose(contrast.deltaDifference?.bounds, reference.delta))
        #expect(isClose(contrast.ratio?.value, reference.ratio))
        #expect(isClose(contrast.ratio?.bounds, reference.ratioInterval))
        #expect(isClose(contrast.statistic, reference.statistic, relative: 1e-8))
        #expect(isClose(contrast.pValue, reference.p, relative: 1e-8))
    }

    @Test("Without events in one group there is a difference and no ratio")
    func noEvents() throws {
        let none = SurvivalCurve((0..<30).map { _ in .init(time: 100, event: false) })
        let some = SurvivalCurve((0..<30).map { .init(time: 100, event: $0 < 15) })
        let contrast = try #require(SurvivalContrast(none, some, at: 100))
        #expect(contrast.ratio == nil && contrast.statistic == nil && contrast.pValue == nil)
        let difference = try #require(contrast.difference)
        #expect(difference.value == -0.5)
        #expect(try #require(difference.bounds.upper) < -0.2)
        #expect(try #require(difference.bounds.lower) > -0.75)
        let neither = try #require(SurvivalContrast(none, none, at: 100))
        #expect(neither.difference?.value == 0 && neither.ratio == nil)
        #expect(isClose(neither.difference?.bounds.upper, Proportion(events: 0, total: 30).clopperPearson()?.upper))
    }

    @Test("A horizon that one curve does not reach gives no contrast")
    func beyond() {
        let short = SurvivalCurve([.init(time: 10, event: false)])
        let long = SurvivalCurve([.init(time: 100, event: false)])
        #expect(SurvivalContrast(short, long, at: 30) == nil && SurvivalContrast(long, short, at: 30) == nil)
        #expect(SurvivalContrast(SurvivalCurve([]), long, at: 30) == nil)
    }

    @Test("Where all had the event the difference has no interval")
    func extinct() throws {
        let gone = SurvivalCurve([.init(time: 1, event: true), .init(time: 2, event: true)])
        let half = SurvivalCurve([.init(time: 1, event: true), .init(time: 9, event: false)])
        let contrast = try #require(SurvivalContrast(gone, half, at: 5))
        #expect(contrast.first.failure == 1 && contrast.difference == nil && contrast.ratio == nil)
    }
}
