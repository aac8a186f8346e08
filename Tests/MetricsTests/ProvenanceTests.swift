import Attribution
import Testing

@testable import Metrics

@Suite struct ProvenanceTests {
    private static func results(since: Int64? = nil) throws -> (Fixture, AuditResults) {
        let fixture = try Fixture("ai-marks")
        return (fixture, AuditResults(try AuditFacts.of(fixture), scope: ReportScope(since: since)))
    }

    @Test("Every commit of the fixture has the class, and the review, that its subject says")
    func classes() throws {
        let (_, results) = try Self.results()
        for commit in results.facts.commits {
            var word = commit.subject.prefix { $0 != ":" }
            // The fixture calls "(aider)" behind an author's name assisted; aider says by it that its model wrote the change.
            if commit.author.name.hasSuffix(" (aider)") { word = "ai_authored" }
            #expect(
                commit.attribution.authorClass.rawValue == (word == "reviewed" ? "human" : word), "\(commit.subject)")
            #expect(commit.attribution.isAIReviewed == (word == "reviewed"), "\(commit.subject)")
        }
    }

    @Test("Each mark counts the commits that carry it, with the dates of the first and the last")
    func marks() throws {
        let (fixture, results) = try Self.results()
        let dates = try fixture.lines(
            "log", "--format=%at", "--grep=Co-Authored-By: Claude.*noreply@anthropic", "-i", "HEAD"
        )
        .compactMap(Int64.init)
        let use = try #require(results.provenance.marks.first { $0.rule == "claude-code.co-author.address" })
        // One of the commits only quotes another commit's trailer.
        #expect(use.commits == dates.count - 1)
        #expect(use.last <= dates.max()!)
        #expect(use.tool == "Claude Code")
        #expect(use.level == .assisted)
        #expect(results.provenance.marks.map(\.rule) == results.provenance.marks.map(\.rule).sorted())
    }

    @Test("Tools count their commits and lines by quarter, and the whole time is their sum")
    func tools() throws {
        let (_, results) = try Self.results()
        let rows = results.provenance.tools
        for (use, own) in Dictionary(grouping: rows, by: \.use) {
            let whole = try #require(own.last)
            #expect(whole.quarter == nil)
            #expect(own.dropLast().allSatisfy { $0.quarter != nil })
            #expect(own.dropLast().reduce(0) { $0 + $1.commits } == whole.commits)
            #expect(own.dropLast().reduce(0) { $0 + $1.added } == whole.added, "\(use)")
            #expect(whole.classes.values.reduce(0, +) == whole.commits)
        }
        let claude = rows.filter { $0.use.tool == "Claude Code" && $0.quarter == nil }
        #expect(claude.reduce(0) { $0 + ($1.classes[.aiAuthored] ?? 0) } == 1)
        #expect(claude.reduce(0) { $0 + ($1.classes[.aiAssisted] ?? 0) } == 3)
        let review = rows.filter { $0.quarter == nil && $0.reviewedOnly > 0 }
        #expect(review.map(\.use.tool) == ["GitHub Copilot code review"])
    }

    @Test("Only commits in scope count")
    func scope() throws {
        let (_, whole) = try Self.results()
        let (_, none) = try Self.results(since: .max - 1)
        #expect(!whole.provenance.marks.isEmpty)
        #expect(none.provenance.marks.isEmpty)
        #expect(none.provenance.tools.isEmpty)
    }

    @Test("That marks can be absent is always a reason, and every other one needs a cause")
    func reasons() throws {
        let facts = try AuditFacts.of(try Fixture("linear"))
        #expect(AuditResults(facts).provenance.lowerBound.reasons.map(\.kind) == ["marks_can_be_absent"])
        var lost = NoteSource(ref: "refs/notes/ai")
        lost.notes = 5
        lost.onHistory = 3
        lost.moved = 1
        let told = AuditFacts(
            repository: "r", history: facts.history, commits: facts.commits, authors: facts.authors, lines: facts.lines,
            now: nil, warnings: [AuditWarning(kind: .notesMissing, subject: "", reason: "")],
            provenance: Provenance(
                signs: SuppressionSign.all(in: [(".claude/settings.json", "{\"includeCoAuthoredBy\": false}")]),
                notes: [lost]))
        let reasons = AuditResults(told).provenance.lowerBound.reasons
        #expect(
            reasons.map(\.kind) == ["marks_can_be_absent", "suppression_setting", "notes_missing", "notes_elsewhere"])
        #expect(reasons.map(\.count) == [nil, 1, nil, 1])
    }
}
