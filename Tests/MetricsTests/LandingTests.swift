import Git
import Testing

@testable import Metrics

@Suite struct LandingTests {
    @Test(
        "A commit lands with the first-parent commit that brings it in",
        arguments: [
            ("Start", "2024-01-01"), ("Slow 1", "2024-06-01"), ("Slow 2", "2024-06-01"), ("Patch", "2024-05-01"),
            ("Merge slow", "2024-06-01"), ("Clean", "2024-06-03"), ("Outer", "2024-08-01"), ("Nested", "2024-08-01"),
            ("Merge nested into outer", "2024-08-01"), ("Merge outer", "2024-08-01"),
        ])
    func slowBranch(subject: String, day: String) throws {
        let facts = try AuditFacts.of(try Fixture("slow-branch"))
        let commit = try #require(facts.commits.firstIndex { $0.subject == subject })
        #expect(UTCTime(seconds: facts.landedAt[commit]).dateText == day)
    }

    @Test("Every commit lands, and none twice", arguments: ["merges", "criss-cross", "octopus-merge", "several-roots"])
    func total(name: String) throws {
        let facts = try AuditFacts.of(try Fixture(name))
        #expect(facts.landedAt.count == facts.history.count)
        var trunk: Int? = facts.history.tip
        while let position = trunk {
            #expect(facts.landedAt[position] == facts.history.committedAt[position])
            trunk = facts.history.parents(of: position).first.map(Int.init)
        }
    }

    @Test("The reported commits are those that landed in the time asked for, its first second included, its last not")
    func scope() throws {
        let facts = try AuditFacts.of(try Fixture("slow-branch"))
        let june = try #require(UTCTime(year: 2024, month: 6, day: 1)).seconds
        func subjects(_ scope: ReportScope) -> [String] {
            AuditResults(facts, scope: scope).reported.map { facts.commits[$0].subject }.sorted()
        }
        #expect(subjects(ReportScope(since: june, until: june + 86_400)) == ["Merge slow", "Slow 1", "Slow 2"])
        #expect(subjects(ReportScope(since: june + 1, until: june + 86_400)) == [])
        #expect(subjects(ReportScope(since: june - 86_400, until: june)) == [])
        #expect(subjects(ReportScope()).count == facts.history.count)
    }

    @Test("Standing lines and totals are what git counts")
    func totals() throws {
        let fixture = try Fixture("churn")
        let results = AuditResults(try AuditFacts.of(fixture))
        let standing = Dictionary(uniqueKeysWithValues: results.classes.map { ($0.authorClass, $0.standing) })
        #expect(standing[.human] == 10 + 20 + 10 + 5)
        #expect(standing[.aiAssisted] == 30)
        #expect(results.lineTotals.added == 211)
        #expect(results.lineTotals.deleted == 136)
        let files = Dictionary(
            uniqueKeysWithValues: results.files.map { (String(path: results.facts.lines.paths[$0.path]), $0) })
        #expect(files.keys.sorted() == ["ai.txt", "calm.txt", "late.txt", "other.txt", "self.txt"])
        #expect(files["ai.txt"]?.lines == 30)
        #expect(files["ai.txt"]?.aiLines == 30)
        #expect(files["other.txt"]?.aiLines == 0)
        #expect(files["self.txt"]?.churnHeadline == 9)
    }
}
