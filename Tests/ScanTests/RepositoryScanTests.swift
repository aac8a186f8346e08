import Git
import Metrics
import Testing

@testable import Scan

@Suite struct RepositoryScanTests {
    @Test("The list at the root names what is looked through; what it names in vain is a warning")
    func ignoredRevisions() throws {
        let fixture = try Fixture("ignored-revisions")
        let facts = try RepositoryScan.run(name: "x", path: fixture.path, options: ScanOptions())
        #expect(
            facts.warnings.filter { $0.kind == .ignoredRevision }.map(\.subject) == [String(repeating: "f", count: 40)])
        // The formatter's lines belong to those whose lines it formatted.
        #expect(facts.lives.deaths.count == 1)
    }

    @Test(
        "People are those of the mailmap of the analysed revision, and only theirs",
        arguments: ["mailmap", "worktree-elsewhere"])
    func people(name: String) throws {
        let fixture = try Fixture(name)
        let facts = try RepositoryScan.run(name: "x", path: fixture.path, options: ScanOptions())
        let format = name == "mailmap" ? "%aN <%aE>" : "%an <%ae>"
        #expect(Set(facts.authors.map(\.text)) == Set(try fixture.lines("log", "--format=\(format)")))
    }

    @Test(
        "What was not read is named",
        arguments: [
            ("missing-commit", AuditWarning.Kind.missingParent, 1), ("missing-tree", .missingTree, 1),
            ("missing-blob", .unreadableObject, 1), ("replaced-objects", .replacements, 1),
            ("partial-clone", .unreadableObject, 6),
        ])
    func warnings(name: String, kind: AuditWarning.Kind, count: Int) throws {
        let fixture = try Fixture(name)
        var options = ScanOptions()
        options.allowsIncomplete = true
        let facts = try RepositoryScan.run(name: "x", path: fixture.path, options: options)
        #expect(facts.warnings.count { $0.kind == kind } == count)
    }

    @Test("A file above the size limit has no lines, and is named with its size")
    func sizeLimit() throws {
        let fixture = try Fixture("linear")
        var options = ScanOptions()
        options.sizeLimit = 10
        let facts = try RepositoryScan.run(name: "x", path: fixture.path, options: options)
        let large = facts.warnings.filter { $0.kind == .tooLarge }
        #expect(!large.isEmpty)
        #expect(large.allSatisfy { $0.amount ?? 0 > 10 })
        #expect(facts.lines.tip.contains { $0.content == .tooLarge && $0.runs.isEmpty })
    }
}
