import Attribution
import Git
import Testing

@testable import Metrics

@Suite struct ChurnTests {
    /// One window of the churn fixture: of each class what was added with follow-up, removed within it, and by whom.
    struct Window: Sendable, CustomTestStringConvertible {
        let days: Int
        let humanMature: Int
        let human: Int
        let humanSelf: Int
        let ai: Int
        let humanRemovedYoung: Int
        let humanRemovedYoungSelf: Int

        var testDescription: String { "\(days) days" }
    }

    /// By the table at the head of the fixture. The three late lines have two days of follow-up, so they die within a mature
    /// window of one day only; the updated line of steady.txt, new on day 100, has 20.
    static let windows = [
        Window(
            days: 1, humanMature: 109, human: 2 + 4 + 3, humanSelf: 2 + 3, ai: 6, humanRemovedYoung: 2 + 4 + 3,
            humanRemovedYoungSelf: 2 + 3),
        Window(
            days: 7, humanMature: 101, human: 5 + 10, humanSelf: 5, ai: 15, humanRemovedYoung: 5 + 10 + 3,
            humanRemovedYoungSelf: 5 + 3),
        Window(
            days: 14, humanMature: 101, human: 9 + 18, humanSelf: 9, ai: 27, humanRemovedYoung: 9 + 18 + 3,
            humanRemovedYoungSelf: 9 + 3),
        Window(
            days: 21, humanMature: 100, human: 13 + 26, humanSelf: 13, ai: 39, humanRemovedYoung: 13 + 26 + 3,
            humanRemovedYoungSelf: 13 + 3),
        Window(
            days: 30, humanMature: 100, human: 16 + 32, humanSelf: 16, ai: 48, humanRemovedYoung: 16 + 32 + 3,
            humanRemovedYoungSelf: 16 + 3),
        Window(
            days: 90, humanMature: 100, human: 19 + 38, humanSelf: 19, ai: 57, humanRemovedYoung: 19 + 38 + 3,
            humanRemovedYoungSelf: 19 + 3),
    ]

    @Test("The churn fixture's deaths fall into the windows that its head names, to the second")
    func windows() throws {
        let churn = Churn(try AuditFacts.of(try Fixture("churn")))
        for window in Self.windows {
            let human = try counts(churn, .human, window.days)
            #expect(human.added == 109)
            #expect(human.addedMature == window.humanMature, "\(window.days)")
            #expect(human.deletedWithin == window.human, "\(window.days)")
            #expect(human.deletedWithinSelf == window.humanSelf, "\(window.days)")
            #expect(human.removed == 64)
            #expect(human.removedYoung == window.humanRemovedYoung, "\(window.days)")
            #expect(human.removedYoungSelf == window.humanRemovedYoungSelf, "\(window.days)")
            #expect(human.newCodeChurn == Double(window.human) / Double(window.humanMature))
            #expect(human.churnShare == Double(window.humanRemovedYoung) / Double(109 + 64))
            let ai = try counts(churn, .aiAssisted, window.days)
            #expect([ai.added, ai.addedMature, ai.deletedWithin, ai.deletedWithinSelf] == [90, 90, window.ai, 0])
            #expect([ai.removed, ai.removedYoung, ai.removedYoungSelf] == [60, window.ai, 0])
            let all = try counts(churn, nil, window.days)
            #expect(all.deletedWithin == window.human + window.ai)
            #expect(all.addedMature == window.humanMature + 90)
            // Author and committer clocks agree here.
            #expect(human.newCodeChurnAuthored == human.newCodeChurn)
        }
    }

    @Test("Months add up to the whole time", arguments: ["churn", "slow-branch", "fix-chains"])
    func months(name: String) throws {
        let churn = Churn(try AuditFacts.of(try Fixture(name)))
        for days in Churn.windows {
            let rows = churn.rows.filter { $0.windowDays == days && $0.authorClass == nil }
            let whole = try #require(rows.first { $0.period == Churn.wholeTime }).counts
            let months = rows.filter { $0.period != Churn.wholeTime }.map(\.counts)
            #expect(months.reduce(0) { $0 + $1.added } == whole.added)
            #expect(months.reduce(0) { $0 + $1.deletedWithin } == whole.deletedWithin)
            #expect(months.reduce(0) { $0 + $1.removed } == whole.removed)
            #expect(months.reduce(0) { $0 + $1.removedYoung } == whole.removedYoung)
        }
    }

    @Test("Lines landed within a window of the horizon have no follow-up for it; --now moves the horizon")
    func horizon() throws {
        let fixture = try Fixture("churn")
        let birth: Int64 = 1_704_067_200
        let early = Churn(try AuditFacts.of(fixture, now: birth + 86_399))
        #expect(try counts(early, .aiAssisted, 1).addedMature == 0)
        #expect(try counts(early, .aiAssisted, 1).newCodeChurn == nil)
        let exact = Churn(try AuditFacts.of(fixture, now: birth + 86_400))
        #expect(try counts(exact, .aiAssisted, 1).addedMature == 90)
        #expect(try counts(exact, .aiAssisted, 7).addedMature == 0)
    }

    @Test("Work on a slow branch is as old as its landing, and by author dates as old as its writing")
    func slowBranch() throws {
        let churn = Churn(try AuditFacts.of(try Fixture("slow-branch")))
        // slow.txt's lines die on the branch (0 days by landing, 10 by writing) and after it (2 and 145).
        #expect(try Churn.windows.map { try counts(churn, nil, $0).deletedWithin } == [1, 2, 2, 2, 2, 0])
        #expect(try counts(churn, nil, 7).deletedWithinSelf == 1)
        #expect(try Churn.windows.map { try counts(churn, nil, $0).deletedWithinAuthored } == [0, 0, 1, 1, 1, 1])
    }

    @Test("Lines written outside the reported time are not counted, their removal within it is")
    func scope() throws {
        let facts = try AuditFacts.of(try Fixture("churn"))
        let birth: Int64 = 1_704_067_200
        let late = Churn(facts, scope: ReportScope(since: birth + 86_400 * 60))
        let ai = try counts(late, .aiAssisted, 90)
        #expect(ai.added == 0)
        #expect([ai.removed, ai.removedYoung] == [9, 6])
        let early = Churn(facts, scope: ReportScope(until: birth + 86_400 * 60))
        #expect(try counts(early, .aiAssisted, 90).removed == 51)
        #expect(try counts(early, .aiAssisted, 90).deletedWithin == 57)
    }

    private func counts(_ churn: Churn, _ authorClass: AuthorClass?, _ days: Int) throws -> ChurnCounts {
        try #require(
            churn.rows.first {
                $0.period == Churn.wholeTime && $0.authorClass == authorClass && $0.windowDays == days
            }
        ).counts
    }
}
