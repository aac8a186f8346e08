import Attribution
import Git
import Metrics
import Testing

@testable import Scan

@Suite struct ProvenanceTests {
    private static func scan(_ fixture: Fixture) throws -> AuditFacts {
        try RepositoryScan.run(name: "r", path: fixture.path, options: ScanOptions())
    }

    /// Verdicts by the first line of the message.
    private static func verdicts(_ facts: AuditFacts) -> [String: Verdict] {
        Dictionary(facts.commits.map { ($0.subject, $0.attribution) }) { first, _ in first }
    }

    @Test("Notes reach the verdicts, with the share of the lines that they claim")
    func shares() throws {
        let facts = try Self.scan(try Fixture("notes"))
        let verdicts = Self.verdicts(facts)
        #expect(verdicts["Session"]?.authorClass == .aiAssisted)
        #expect(verdicts["Session"]?.lineShare == 1)
        #expect(verdicts["Session"]?.toolUses == [ToolUse(tool: "Claude Code", model: "claude-opus-4")])
        #expect(verdicts["Human"]?.isDeclared == true)
        #expect(verdicts["Human"]?.lineShare == 0)
        #expect(verdicts["Plain"]?.lineShare == nil)
        #expect(
            facts.provenance.notes.map { [$0.ref, "\($0.notes)", "\($0.onHistory)", "\($0.moved)"] } == [
                ["refs/notes/ai", "4", "3", "0"], ["refs/notes/commits", "1", "1", "0"],
            ])
        #expect(facts.commits.allSatisfy { $0.attribution.lineClaims.isEmpty })
    }

    @Test(
        "A stray note is moved to the commit that it names only if it speaks of that commit's lines",
        arguments: [
            ("main.py", "1", true), ("main.py", "1-5", false), ("main.py", "2", false), ("other.py", "1", false),
        ])
    func strays(path: String, lines: String, isMoved: Bool) throws {
        let fixture = try Fixture("notes")
        let base = try fixture.lines("rev-parse", "Plain")[0]
        let tree = try fixture.lines("rev-parse", "Plain^{tree}")[0]
        let stray = try fixture.lines(
            "-c", "user.name=Ann", "-c", "user.email=ann@example.org", "commit-tree", "-m", "Amended away", tree)[0]
        let note = """
            \(path)
              s_0123456789abcd::t_1 \(lines)
            ---
            {"schema_version":"authorship/3.0.0","base_commit_sha":"\(base)","sessions":{"s_0123456789abcd":{"agent_id":{"tool":"codex","model":"gpt-5.5"}}}}
            """
        let added = try fixture.git(
            "-c", "user.name=Ann", "-c", "user.email=ann@example.org", "notes", "--ref=ai", "add", "-F", "-", stray,
            input: Array(note.utf8))
        try #require(added.status == 0, "\(added.errors)")
        let facts = try Self.scan(fixture)
        let verdict = try #require(Self.verdicts(facts)["Plain"])
        #expect(verdict.authorClass == (isMoved ? .aiAssisted : .human))
        #expect(verdict.lineShare == (isMoved ? 1 : nil))
        #expect(facts.provenance.notes[0].moved == (isMoved ? 1 : 0))
    }

    @Test("A clone without notes says how to get them; a repository that is no clone has nothing to get")
    func absence() throws {
        let fixture = try Fixture("linear")
        #expect(!(try Self.scan(fixture).warnings.contains { $0.kind == .notesMissing }))
        _ = try fixture.lines("remote", "add", "upstream", "https://example.org/r.git")
        let warning = try Self.scan(fixture).warnings.first { $0.kind == .notesMissing }
        #expect(warning?.reason.contains("git fetch upstream 'refs/notes/*:refs/notes/*'") == true)
        _ = try fixture.lines(
            "-c", "user.name=Ann", "-c", "user.email=ann@example.org", "notes", "add", "-m", "x", "HEAD")
        #expect(!(try Self.scan(fixture).warnings.contains { $0.kind == .notesMissing }))
    }

    @Test(
        "Commits that change nothing are flagged; merges, and changes of permissions, are not",
        arguments: [
            ("empty-commits", ["Empty on main", "Empty on side", "Empty root"]), ("modes", []), ("merges", []),
        ])
    func empty(name: String, subjects: [String]) throws {
        let fixture = try Fixture(name)
        let facts = try Self.scan(fixture)
        let flagged = facts.commits.indices.filter { facts.commits[$0].attribution.flags.contains(.empty) }
        // git's own answer: no raw line.
        let git = try fixture.lines("log", "--no-merges", "--root", "--raw", "--no-renames", "--format=%H", "HEAD")
        var last = ""
        var expected: Set<String> = []
        for line in git where !line.isEmpty {
            if line.hasPrefix(":") { expected.remove(last) } else { last = line; expected.insert(line) }
        }
        #expect(Set(flagged.map { facts.history.ids[$0].hex }) == expected)
        #expect(Set(subjects).isSubset(of: flagged.map { facts.commits[$0].subject }))
    }

    @Test("Signs of suppression are found in the tree of the analysed revision")
    func signs() throws {
        let fixture = try Fixture("linear")
        #expect(try Self.scan(fixture).provenance.signs.isEmpty)
        let blob = try fixture.git("hash-object", "-w", "--stdin", input: Array("- Never add Co-Authored-By.\n".utf8))
        let id = blob.lines[0]
        _ = try fixture.lines("update-index", "--add", "--cacheinfo", "100644,\(id),docs/CLAUDE.md")
        _ = try fixture.lines(
            "-c", "user.name=Ann", "-c", "user.email=ann@example.org", "commit", "-q", "-m", "Instructions")
        let facts = try Self.scan(fixture)
        #expect(facts.provenance.signs.map(\.kind) == [.instruction])
        #expect(facts.provenance.signs.map(\.path) == ["docs/CLAUDE.md"])
        let reasons = AuditResults(facts).provenance.lowerBound.reasons
        #expect(reasons.map(\.kind) == ["marks_can_be_absent", "suppression_instruction"])
        #expect(reasons.last?.count == 1)
    }
}
