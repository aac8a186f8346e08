import Testing

@testable import Statistics

@Suite("Many endpoints, hidden classes, verdicts")
struct ComparisonTests {
    struct Holm: Decodable, Sendable {
        struct Case: Decodable, Sendable {
            let p: [Double]
            let adjusted: [Double]
        }
        let cases: [Case]
    }
    struct Hidden: Decodable, Sendable {
        struct Case: Decodable, Sendable {
            let marked: [Double]
            let unmarked: [Double]
            let share: Double
            let assumption: HiddenShare.Assumption
            let ratio: Double?
            let logError: Double?
        }
        let cases: [Case]
    }

    @Test("Holm's correction agrees with statsmodels", arguments: try Fixture.load("holm", as: Holm.self).cases)
    func holm(_ reference: Holm.Case) {
        let adjusted = HolmCorrection.adjust(reference.p)
        #expect(adjusted.count == reference.adjusted.count)
        for (value, expected) in zip(adjusted, reference.adjusted) { #expect(isClose(value, expected)) }
    }

    @Test("A missing p-value stays missing and costs nothing")
    func holmMissing() {
        #expect(HolmCorrection.adjust([]) == [])
        #expect(HolmCorrection.adjust([nil, nil]) == [nil, nil])
        #expect(HolmCorrection.adjust([0.02, nil, 0.25]) == [0.04, nil, 0.25])
    }

    @Test(
        "Ratios under hidden AI commits agree with derivatives by complex step",
        arguments: try Fixture.load("hidden", as: Hidden.self).cases)
    func hidden(_ reference: Hidden.Case) {
        func risk(_ row: [Double]) -> HiddenShare.Risk {
            .init(commits: row[0], value: row[1], standardError: row[2])
        }
        let share = HiddenShare(marked: risk(reference.marked), unmarked: risk(reference.unmarked))
        let ratio = share.ratio(share: reference.share, reference.assumption)
        #expect(isClose(ratio?.value, reference.ratio), "\(reference)")
        #expect(isClose(ratio?.standardError, reference.logError), "\(reference)")
    }

    @Test("With nothing hidden both assumptions give the plain ratio; with more they part, around equality they agree")
    func hiddenDirections() throws {
        let worse = HiddenShare(
            marked: .init(commits: 200, value: 0.3, standardError: 0.03),
            unmarked: .init(commits: 800, value: 0.2, standardError: 0.01))
        for assumption in HiddenShare.Assumption.allCases {
            #expect(isClose(worse.ratio(share: 0, assumption)?.value, 1.5))
        }
        #expect(try #require(worse.ratio(share: 0.25, .likeUnmarked)).value < 1.5)
        #expect(try #require(worse.ratio(share: 0.25, .likeMarked)).value > 1.5)
        let equal = HiddenShare(
            marked: .init(commits: 200, value: 0.2, standardError: 0.03),
            unmarked: .init(commits: 800, value: 0.2, standardError: 0.01))
        for assumption in HiddenShare.Assumption.allCases {
            #expect(isClose(equal.ratio(share: 0.5, assumption)?.value, 1))
        }
        // Half of the unmarked failing at .5 alone would make more than the .2 that was seen.
        let impossible = HiddenShare(
            marked: .init(commits: 20, value: 0.5, standardError: 0.1),
            unmarked: .init(commits: 800, value: 0.2, standardError: 0.01))
        #expect(impossible.ratio(share: 0.5, .likeMarked) == nil)
        let none = HiddenShare(
            marked: .init(commits: 20, value: 0, standardError: 0),
            unmarked: .init(commits: 800, value: 0.2, standardError: 0.01))
        #expect(none.ratio(share: 0.1, .likeUnmarked) == nil)
    }

    static let verdicts: [(Int, Int, Int, Int, Double?, Double?, Double?, Verdict)] = [
        (20, 50, 20, 50, 0.01, 0.2, 0.04, .aiHigher), (20, 50, 20, 50, -0.2, -0.01, 0.04, .aiLower),
        (20, 50, 20, 50, -0.01, 0.2, 0.2, .noDifferenceShown), (20, 50, 20, 50, 0.01, 0.2, 0.06, .noDifferenceShown),
        (20, 50, 20, 50, -0.01, 0.2, 0.01, .noDifferenceShown), (20, 50, 20, 50, -0.2, -0.01, 0.06, .noDifferenceShown),
        (19, 50, 20, 50, 0.01, 0.2, 0.001, .insufficient),
        (20, 49, 20, 50, 0.01, 0.2, 0.001, .insufficient), (20, 50, 19, 500, 0.01, 0.2, 0.001, .insufficient),
        (20, 50, 20, 49, 0.01, 0.2, 0.001, .insufficient), (20, 50, 20, 50, nil, 0.2, 0.001, .insufficient),
        (20, 50, 20, 50, 0.01, 0.2, nil, .insufficient), (0, 0, 0, 0, nil, nil, nil, .insufficient),
    ]

    @Test(
        "The verdict needs 20 events, 50 mature commits, an interval clear of 0 and a corrected p", arguments: verdicts)
    func verdict(_ row: (Int, Int, Int, Int, Double?, Double?, Double?, Verdict)) {
        let verdict = Verdict(
            ai: Proportion(events: row.0, total: row.1), human: Proportion(events: row.2, total: row.3),
            difference: Bounds(lower: row.4, upper: row.5), adjustedP: row.6)
        #expect(verdict == row.7)
    }

    @Test("Verdicts are spelt as the reports spell them")
    func spelling() {
        #expect(Verdict.allCases.map(\.rawValue) == ["insufficient", "no_difference_shown", "ai_higher", "ai_lower"])
    }
}

extension HiddenShare.Assumption: Decodable {}
