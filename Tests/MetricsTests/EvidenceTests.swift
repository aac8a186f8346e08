import Attribution
import Statistics
import Testing

@testable import LineHistory
@testable import Metrics

/// Lines that went at an age.
private func lost(_ days: Int, _ lines: Int) -> StudiedCommit.Removal {
    StudiedCommit.Removal(days: days, lines: lines)
}

/// A history of commits by hand: what lines and commits were, and how they fared.
private struct Commits {
    private(set) var all: [StudiedCommit] = []
    private let horizon = Int64(2_000) * DayCount.seconds

    /// Adds `count` commits that landed `age` days before the data end.
    mutating func add(
        _ count: Int, _ authorClass: AuthorClass, age: Int, lines: Int = 10, removed: [StudiedCommit.Removal] = [],
        outcome: CommitOutcome? = nil, person: Int = 0
    ) {
        for _ in 0..<count {
            var commit = StudiedCommit()
            commit.position = all.count
            commit.authorClass = authorClass
            commit.landedAt = horizon - Int64(age) * DayCount.seconds
            commit.followUp = Int64(age) * DayCount.seconds
            commit.person = person
            commit.lines = lines
            commit.removals = removed
            commit.outcome = outcome
            all.append(commit)
        }
    }

    var evidence: Metrics.Evidence {
        Metrics.Evidence(all, firstMarkAt: all.filter(\.authorClass.isAI).map(\.landedAt).min())
    }
}

@Suite struct EvidenceTests {
    @Test("Lines are followed from landing to removal, and counted by their commit's class")
    func lineSurvival() throws {
        var commits = Commits()
        commits.add(3, .human, age: 400, lines: 10, removed: [lost(5, 2), lost(100, 3)])
        commits.add(1, .aiAssisted, age: 20, lines: 8, removed: [lost(14, 4)])
        let cohorts = commits.evidence.cohorts
        let human = try #require(cohorts.first { $0.event == .removed && $0.name == .authorClass(.human) })
        #expect(human.curve.total == 30 && human.curve.events == 15)
        #expect(human.curve.estimate(at: 90)?.survival == 0.8)
        #expect(human.curve.estimate(at: 365)?.survival == 0.5)
        #expect(human.curve.clusters == 3)
        let assisted = try #require(cohorts.first { $0.event == .removed && $0.name == .authorClass(.aiAssisted) })
        #expect(assisted.curve.estimate(at: 14)?.survival == 0.5)
        #expect(assisted.curve.estimate(at: 30) == nil, "nobody was followed for 30 days")
    }

    @Test("A cohort by quarter ends with its limit, and lines removed later count as standing there")
    func quarterLimit() throws {
        var commits = Commits()
        commits.add(2, .human, age: 1_500, lines: 4, removed: [lost(700, 1), lost(900, 3)])
        let cohorts = commits.evidence.cohorts.filter { $0.event == .removed }
        let all = try #require(cohorts.first { $0.name == .all })
        let quarter = try #require(cohorts.first { if case .quarter = $0.name { true } else { false } })
        #expect(all.curve.events == 8)
        #expect(quarter.curve.events == 2 && quarter.curve.steps.last?.time == 730)
        #expect(quarter.curve.total == 8)
    }

    @Test("Young commits get no better marks for having had less time to fail")
    func equalHazard() throws {
        // One in five fails, on day 40 of each; AI commits are young and half of them were not followed that long.
        var commits = Commits()
        for age in [30, 60, 100, 200] {
            for isFailing in [true, false] {
                let outcome = CommitOutcome(firstFixDays: isFailing && age > 40 ? 40 : nil)
                commits.add(isFailing ? 50 : 200, .aiAssisted, age: age, outcome: outcome)
            }
        }
        commits.add(200, .human, age: 200, outcome: CommitOutcome(firstFixDays: 40))
        commits.add(800, .human, age: 200, outcome: CommitOutcome())
        let comparison = try #require(commits.evidence.comparison(.bugInducing))
        #expect(abs(try #require(comparison.ai.estimate) - 0.2) < 1e-9)
        #expect(abs(try #require(comparison.human.estimate) - 0.2) < 1e-9)
        #expect(comparison.verdict == .noDifferenceShown)
        // The raw share would have said 15 % against 20 %.
        #expect(comparison.ai.events * 100 / comparison.ai.commits == 15)
    }

    @Test("A difference that is there is found, in both directions", arguments: [(0.3, 0.1), (0.1, 0.3)])
    func difference(ai: Double, human: Double) throws {
        var commits = Commits()
        for (authorClass, share) in [(AuthorClass.aiAuthored, ai), (.human, human)] {
            commits.add(Int(400 * share), authorClass, age: 300, outcome: CommitOutcome(firstFixDays: 10))
            commits.add(Int(400 * (1 - share)), authorClass, age: 300, outcome: CommitOutcome())
        }
        let comparison = try #require(commits.evidence.comparison(.bugInducing))
        #expect(comparison.role == .primary)
        #expect(comparison.verdict == (ai > human ? .aiHigher : .aiLower))
        #expect(abs(try #require(comparison.difference).value - (ai - human)) < 1e-9)
        #expect(abs(try #require(comparison.ratio).value - ai / human) < 1e-9)
        #expect(abs(try #require(comparison.stratified.difference).value - (ai - human)) < 1e-9)
        #expect(comparison.stratified.coverage == 1 && comparison.withinAuthor.sharedStrata == 1)
        let detectable = try #require(comparison.smallestDetectable)
        #expect(detectable > 0.03 && detectable < 0.12)
    }

    @Test("Too little data is said, with what would be enough")
    func insufficient() throws {
        var commits = Commits()
        commits.add(4, .aiAssisted, age: 200, outcome: CommitOutcome(firstFixDays: 5))
        commits.add(36, .aiAssisted, age: 200, outcome: CommitOutcome())
        // These were not followed for long enough to tell a rate.
        commits.add(6, .aiAssisted, age: 20, outcome: CommitOutcome(firstFixDays: 5))
        commits.add(300, .human, age: 200, outcome: CommitOutcome(firstFixDays: 5))
        commits.add(300, .human, age: 200, outcome: CommitOutcome())
        let comparison = try #require(commits.evidence.comparison(.bugInducing))
        #expect(comparison.verdict == .insufficient && comparison.ai.events == 10 && comparison.ai.mature == 40)
        // One in ten so far: 20 cases take 200 commits.
        #expect(comparison.needed.ai == 200 && comparison.needed.human == nil)
    }

    @Test("Quarters without an AI mark enter no comparison")
    func unmarkedQuarters() throws {
        var commits = Commits()
        commits.add(30, .aiAssisted, age: 100)
        commits.add(70, .human, age: 100)
        commits.add(500, .human, age: 900)
        let evidence = commits.evidence
        #expect(evidence.quarters.map(\.isCompared) == [false, true])
        #expect(evidence.comparison(.newCodeChurn)?.human.commits == 70)
        #expect(evidence.quarters.last?.aiShare == Proportion(events: 30, total: 100))
    }

    @Test("Coverage counts any mark, AI's share those of AI tools only")
    func coverage() throws {
        let facts = try AuditFacts.of(try Fixture("ai-marks"))
        let quarter = try #require(AuditResults(facts).evidence.quarters.first)
        let verdicts = facts.commits.map(\.attribution)
        #expect(quarter.coverage == Proportion(events: verdicts.count { !$0.matches.isEmpty }, total: verdicts.count))
        #expect(quarter.aiShare.events == verdicts.count { $0.authorClass.isAI })
        #expect(quarter.coverage.events > quarter.aiShare.events)
    }

    @Test("A history without marks, or without outcomes, makes no comparison of them")
    func nothingToCompare() {
        var human = Commits()
        human.add(50, .human, age: 100)
        #expect(human.evidence.comparisons.isEmpty && human.evidence.sensitivity.isEmpty)
        human.add(5, .aiAuthored, age: 100)
        #expect(Set(human.evidence.comparisons.map(\.endpoint)) == [.newCodeChurn, .lineSurvival])
        #expect(Metrics.Evidence([], firstMarkAt: nil).quarters.isEmpty)
    }

    @Test("Automation and merges are in no comparison")
    func automation() throws {
        var commits = Commits()
        commits.add(10, .aiAssisted, age: 100)
        commits.add(10, .human, age: 100)
        commits.add(10, .automation, age: 100)
        #expect(commits.evidence.comparison(.newCodeChurn)?.human.commits == 10)
        let merges = commits.all.map { commit in
            var merge = commit
            merge.isChange = false
            return merge
        }
        #expect(Metrics.Evidence(merges, firstMarkAt: 0).comparisons.isEmpty)
    }

    @Test("Only endpoints at their declared age are tested; Holm's correction never lowers a p-value")
    func correction() throws {
        var commits = Commits()
        for authorClass in [AuthorClass.aiAssisted, .human] {
            let days = authorClass == .human ? 9.0 : 3
            let failing = CommitOutcome(firstFixDays: days, revertDays: 20, isFix: true, reintroducedDays: 50)
            commits.add(
                100, authorClass, age: 300, removed: [lost(authorClass == .human ? 40 : 10, 5)],
                outcome: failing)
            commits.add(100, authorClass, age: 300, outcome: CommitOutcome(isFix: true))
        }
        let own = commits.evidence.comparisons.filter { $0.compared == .all }
        let declared = own.filter { $0.role != .further }
        #expect(declared.count == Endpoint.allCases.count)
        for comparison in declared {
            #expect(comparison.verdict != nil)
            let (plain, adjusted) = (try #require(comparison.pValue), try #require(comparison.adjustedP))
            #expect(adjusted >= plain)
        }
        let further: [Comparison] = own.filter { $0.role == .further }
        #expect(!further.isEmpty)
        for comparison in further { #expect(comparison.adjustedP == nil && comparison.verdict == nil) }
    }

    @Test("Line survival is the share still standing: more of it is higher")
    func standing() throws {
        var commits = Commits()
        commits.add(100, .aiAssisted, age: 300, lines: 10, removed: [lost(20, 8)])
        commits.add(100, .aiAssisted, age: 300, lines: 10, removed: [lost(20, 6)])
        commits.add(100, .human, age: 300, lines: 10, removed: [lost(20, 2)])
        commits.add(100, .human, age: 300, lines: 10, removed: [lost(20, 4)])
        let comparison = try #require(commits.evidence.comparison(.lineSurvival))
        #expect(abs(try #require(comparison.ai.estimate) - 0.3) < 1e-9)
        #expect(abs(try #require(comparison.human.estimate) - 0.7) < 1e-9)
        #expect(abs(try #require(comparison.difference).value + 0.4) < 1e-9)
        #expect(abs(try #require(comparison.stratified.difference).value + 0.4) < 1e-9)
        #expect(comparison.verdict == .aiLower)
    }

    @Test("Hidden AI commits dilute the ratio or sharpen it, and none of them leaves it")
    func sensitivity() throws {
        var commits = Commits()
        for (authorClass, failing) in [(AuthorClass.aiAssisted, 60), (.human, 30)] {
            commits.add(failing, authorClass, age: 200, outcome: CommitOutcome(firstFixDays: 10))
            commits.add(200 - failing, authorClass, age: 200, outcome: CommitOutcome())
        }
        let rows = commits.evidence.sensitivity.filter { $0.endpoint == .bugInducing }
        func ratio(_ share: Double, _ assumption: HiddenShare.Assumption) throws -> Double {
            try #require(rows.first { $0.hiddenShare == share && $0.assumption == assumption }?.ratio).value
        }
        #expect(abs(try ratio(0, .likeMarked) - 2) < 1e-9)
        #expect(abs(try ratio(0, .likeUnmarked) - 2) < 1e-9)
        #expect(try ratio(0.25, .likeUnmarked) < 2)
        #expect(try ratio(0.25, .likeMarked) > 2)
    }

    @Test("An event before landing, by clocks that disagree, is an event on the first day")
    func clocks() throws {
        var commits = Commits()
        commits.add(5, .human, age: 50, outcome: CommitOutcome(firstFixDays: -3))
        let cohort = try #require(
            commits.evidence.cohorts.first { $0.event == .firstFix && $0.name == .all })
        #expect(cohort.curve.steps.map(\.time) == [0] && cohort.curve.events == 5)
    }

    @Test("Quarters are named", arguments: [(Int64(0), "1970-Q1"), (1_767_139_200, "2025-Q4"), (-1, "1969-Q4")])
    func quarterNames(seconds: Int64, name: String) {
        #expect(Quarter(seconds: seconds).text == name)
    }
}

@Suite struct EvidenceOfFixtureTests {
    @Test(
        "Commits' parts add up to the churn of all and of each class",
        arguments: ["churn", "renames", "merges", "ai-marks"])
    func churn(name: String) throws {
        let results = AuditResults(try AuditFacts.of(try Fixture(name)))
        let rows = results.churn.rows.filter {
            $0.period == Churn.wholeTime && $0.windowDays == Churn.headlineWindow
        }
        try #require(!rows.isEmpty)
        for row in rows {
            let shares = try #require(results.evidence.churn.first { $0.authorClass == row.authorClass })
            #expect(shares.newCode.events == Double(row.counts.deletedWithin))
            #expect(shares.newCode.total == Double(row.counts.addedMature))
            #expect(shares.changed.events == Double(row.counts.removedYoung))
            #expect(shares.changed.total == Double(row.counts.added + row.counts.removed))
        }
    }

    @Test("Every line of the fixture is in the curve of all lines, and every removed one is an event")
    func lines() throws {
        let facts = try AuditFacts.of(try Fixture("churn"))
        let results = AuditResults(facts)
        let all = try #require(results.evidence.cohorts.first { $0.event == .removed && $0.name == .all })
        let born = facts.lines.versions.indices.flatMap { facts.lines.written(by: VersionNumber($0)) }
            .reduce(0) { $0 + facts.lines.marks(of: $1).count(where: \.isMeaningful) }
        let died = facts.lives.deaths.reduce(0) { $0 + Int($1.meaningfulCount) }
        #expect(all.curve.total == Double(born) && all.curve.events == Double(died))
        #expect(results.evidence.revisedAges.rows.flatMap(\.lines).reduce(0, +) == died)
    }
}
