import Git
import Testing

@testable import Attribution

@Suite struct OverlayTests {
    private static let row = """
        marks:
          - id: house-agent.co-author.address
            tool: House Agent
            pattern: '(?i)<agent@house\\.example>'
            level: assisted
            evidence: [measured]
            unreliable: 2026-01-01..2026-01-31
            example: House Agent <agent@house.example>
        """

    @Test("A new mark is found")
    func added() throws {
        let table = try MarkTable.standard.overlaid(yaml: Self.row, file: "marks.yml")
        let person = Identity(name: "Ann", email: "ann@x.net")
        let commit = CommitMarks(
            author: person, committer: person, message: "S\n\nCo-authored-by: House <agent@house.example>\n")
        #expect(Attributor().verdict(for: commit).authorClass == .human)
        let verdict = Attributor(table: table).verdict(for: commit)
        #expect(verdict.authorClass == .aiAssisted)
        #expect(verdict.tools == ["House Agent"])
        #expect(verdict.matches.rules == ["house-agent.co-author.address"])
    }

    @Test("A known mark keeps what is not said")
    func overridden() throws {
        let table = try MarkTable.standard.overlaid(
            yaml: "marks:\n  - id: cursor.trailer.made-with\n    level: reviewed\n", file: "marks.yml")
        let mark = try #require(table.entries.first { $0.id == "cursor.trailer.made-with" })
        #expect(mark.level == .reviewed)
        #expect(mark.tool == "Cursor")
        #expect(table.entries.count == MarkTable.standard.entries.count)
    }

    @Test("A mark can be left out, and an empty file changes nothing")
    func removed() throws {
        let table = try MarkTable.standard.overlaid(yaml: "without: [vibe-kanban.branch.prefix]\n", file: "m")
        #expect(table.entries.count == MarkTable.standard.entries.count - 1)
        #expect(try MarkTable.standard.overlaid(yaml: "", file: "m").entries == MarkTable.standard.entries)
    }

    @Test(
        "A mistake is told with its place",
        arguments: [
            ("marks:\n  - id: a.b\n", 2, 9, "`a.b` is no identifier"),
            ("marks:\n  - id: a.author.b\n", 2, 5, "needs `pattern`"),
            (
                "marks:\n  - id: a.author.b\n    pattern: '('\n    level: assisted\n    example: x\n", 3, 14,
                "no regular expression"
            ),
            (
                "marks:\n  - id: a.author.b\n    pattern: abc\n    level: great\n    example: abc\n", 4, 12,
                "`great` is none of authored"
            ),
            (
                "marks:\n  - id: a.author.b\n    pattern: abc\n    level: assisted\n    example: x\n", 5, 14,
                "does not match its own example"
            ),
            (
                "marks:\n  - id: a.trailer.b\n    pattern: abc\n    level: assisted\n    example: abc\n", 2, 5,
                "needs `key`"
            ),
            (
                "marks:\n  - id: a.message.b\n    pattern: '\\S'\n    level: assisted\n    example: abc\n", 3, 14,
                "needs a literal"
            ),
            ("marks:\n  - id: cursor.trailer.made-with\n    colour: red\n", 3, 5, "unknown key `colour`"),
            ("marks:\n  - id: cursor.trailer.made-with\n    unreliable: soon\n", 3, 17, "no span of days"),
            ("without: [no.such.mark]\n", 1, 11, "no mark is called"),
            ("rules: []\n", 1, 1, "unknown key `rules`"),
            ("marks: [\n", 2, 1, ""),
        ])
    func mistake(yaml: String, line: Int, column: Int, reason: String) {
        do {
            _ = try MarkTable.standard.overlaid(yaml: yaml, file: "marks.yml")
            Issue.record("no error")
        } catch {
            #expect(error.line == line)
            #expect(error.column == column)
            #expect(reason.isEmpty || error.reason.contains(reason), "\(error)")
            #expect(error.description.hasPrefix("marks.yml:\(line):\(column): "))
        }
    }
}
