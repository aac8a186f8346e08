import Metrics
import Testing

@testable import Reports

@Suite struct MarkdownReportTests {
    @Test(
        "Text of a repository is no markup",
        arguments: [
            ("*a*_b_`c`", "\\*a\\*\\_b\\_\\`c\\`"), ("[x](http://y)", "\\[x\\](http://y)"), ("a|b", "a\\|b"),
            ("<b>&", "&lt;b&gt;&amp;"), ("line\nend", "line end"), ("@team", "@\u{200B}team"), ("# no", "\\# no"),
        ])
    func escaped(text: String, expected: String) {
        #expect(MarkdownReport.escaped(text) == expected)
    }

    @Test("Every row of a table has the cells of its header", arguments: ["churn", "ai-marks"])
    func tables(fixture: String) throws {
        let text = MarkdownReport(AuditResults(try AuditFacts.of(try Fixture(fixture)))).text
        let blocks = text.split(separator: "\n\n").filter { $0.hasPrefix("|") }
        #expect(!blocks.isEmpty)
        for block in blocks {
            let rows = block.split(separator: "\n").map { $0.count { $0 == "|" } }
            #expect(Set(rows).count == 1 && rows.count > 2)
        }
        #expect(text.hasPrefix("# Andon: fixture\n"))
    }
}
