import Git
import LineHistory
import Metrics
import Testing

@testable import Reports

@Suite struct TerminalSummaryTests {
    @Test("The summary fits a screen of 100 columns and 24 lines", arguments: ["churn", "ai-marks", "hostile-text"])
    func size(name: String) throws {
        let text = TerminalSummary(AuditResults(try AuditFacts.of(try Fixture(name))), folder: "andon-report").text
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count <= 25)
        #expect(lines.allSatisfy { $0.count <= 100 })
        #expect(text.hasSuffix("\n"))
    }

    @Test("No control character of a name or a folder reaches the terminal")
    func controls() throws {
        let facts = try AuditFacts.of(try Fixture("hostile-text"))
        let named = AuditFacts(
            repository: "\u{1B}[31mname\u{9B}m\u{202E}", history: facts.history, commits: facts.commits,
            authors: facts.authors, lines: facts.lines, now: nil, warnings: [])
        let text = TerminalSummary(AuditResults(named), folder: "a\u{1B}]0;b\u{7}").text
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F..<0xA0).contains($0.value) })
        #expect(!text.contains("\u{202E}"))
    }

    @Test("A history without marks says that nothing can be told apart, one with marks that figures are lower bounds")
    func legends() throws {
        func text(_ name: String) throws -> String {
            TerminalSummary(AuditResults(try AuditFacts.of(try Fixture(name))), folder: "x").text
        }
        #expect(try text("linear").contains("No commit carries a mark of an AI tool"))
        #expect(try text("churn").contains("lower bounds"))
    }

    @Test("Nothing in scope is said without a trap")
    func nothing() throws {
        let facts = try AuditFacts.of(try Fixture("linear"))
        let results = AuditResults(facts, scope: ReportScope(since: .max))
        #expect(results.reported.isEmpty)
        #expect(TerminalSummary(results, folder: "x").text.contains("0 commits"))
    }
}
