import Foundation
import Metrics
import Testing

@testable import Reports

@Suite struct HTMLReportTests {
    private static func page(_ name: String, repository: String? = nil) throws -> String {
        let facts = try AuditFacts.of(try Fixture(name))
        guard let repository else { return HTMLReport(AuditResults(facts)).text }
        return HTMLReport(
            AuditResults(
                AuditFacts(
                    repository: repository, history: facts.history, commits: facts.commits, authors: facts.authors,
                    lines: facts.lines, now: nil, warnings: []))
        ).text
    }

    @Test("Hostile names and paths stay text", arguments: ["hostile-text", "odd-paths"])
    func hostile(fixture: String) throws {
        let page = try Self.page(
            fixture, repository: "</title><script>alert(1)</script><img src=x onerror='a()'>\u{1B}[31m\u{202E}\"")
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        for tag in ["<script", "<img", "<iframe", "<object", "<link", "<base", "<form"] {
            #expect(!page.contains(tag), "\(tag)")
        }
        #expect(!page.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F..<0xA0).contains($0.value) })
        #expect(!page.contains("\u{202E}"))
    }

    @Test("The page asks for nothing from elsewhere, and runs nothing", arguments: ["churn", "ai-marks"])
    func selfContained(fixture: String) throws {
        let page = try Self.page(fixture)
        for reference in ["src=", "href=\"http", "url(", "@import", "javascript:"] {
            #expect(!page.contains(reference), "\(reference)")
        }
        #expect(page.contains("default-src 'none'") || page.contains("default-src &#39;none&#39;"))
    }

    @Test(
        "Every element that is opened is closed, in order",
        arguments: ["churn", "ai-marks", "hostile-text", "linear", "fix-chains"])
    func wellFormed(fixture: String) throws {
        let page = try Self.page(fixture)
        var open: [String] = []
        var rest = page[...]
        while let start = rest.firstIndex(of: "<") {
            let end = try #require(rest[start...].firstIndex(of: ">"))
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("!") { continue }
            let name = String(tag.prefix { $0 != " " })
            if name.hasPrefix("/") {
                #expect(open.popLast() == String(name.dropFirst()))
            } else if name != "meta" {
                open.append(name)
            }
        }
        #expect(open.isEmpty)
    }

    @Test("Every chart has its table and its name")
    func charts() throws {
        let page = try Self.page("churn")
        let charts = page.split(separator: "<figure>", omittingEmptySubsequences: false).dropFirst()
        #expect(charts.count >= 3)
        for chart in charts {
            #expect(chart.contains("<svg") && chart.contains("role=\"img\" aria-label="))
            #expect(chart.contains("<figcaption>") && chart.contains("<caption>") && chart.contains("scope=\"row\""))
        }
    }

    @Test("The answer stands first, in the same words in every format")
    func answerFirst() throws {
        let results = AuditResults(try AuditFacts.of(try Fixture("linear")))
        let answer = Answer(results)
        let page = HTMLReport(results).text
        let answerPlace = try #require(page.range(of: answer.headline)).lowerBound
        #expect(answerPlace < (try #require(page.range(of: "<svg")).lowerBound))
        #expect(MarkdownReport(results).text.contains(answer.headline))
        #expect(TerminalSummary(results, folder: "x").text.contains(answer.headline))
        #expect(SummaryJSON(results).answer == answer.paragraph)
        #expect(answer.headline == "AI and human commits cannot be told apart here")
    }

    @Test("The same results make the same bytes")
    func deterministic() throws {
        #expect(try Self.page("ai-marks") == Self.page("ai-marks"))
    }

    @Test("A history of which nothing is reported makes a page")
    func nothing() throws {
        let facts = try AuditFacts.of(try Fixture("linear"))
        let page = HTMLReport(AuditResults(facts, scope: ReportScope(since: .max))).text
        #expect(page.contains("no commit landed in the reported time") && page.hasSuffix("</html>\n"))
        #expect(HTMLReport(AuditResults(.empty)).text.hasSuffix("</html>\n"))
    }
}

@Suite struct HTMLChartTests {
    @Test(
        "Axes have round labels inside their ends",
        arguments: [
            (0.0, 1.0, [0, 0.2, 0.4, 0.6, 0.8, 1]), (0, 7, [0, 2, 4, 6]), (0.5, 1, [0.5, 0.6, 0.7, 0.8, 0.9, 1]),
        ])
    func ticks(low: Double, high: Double, expected: [Double]) {
        let ticks = Scale(domain: low...high, range: (0, 100)).ticks(5)
        #expect(ticks.count == expected.count)
        for (tick, value) in zip(ticks, expected) { #expect(abs(tick - value) < 1e-9) }
    }

    @Test("Words on the scale of ratios stand on blank ground, above its lines")
    func noRatio() throws {
        let comparison = try #require(
            AuditResults(try AuditFacts.of(try Fixture("ai-marks"))).evidence.comparisons.first {
                $0.role != .further && ($0.ratio?.value ?? 0) == 0
            })
        let html = ForestChart([comparison]).chart().html
        // One more stands behind the question.
        #expect(html.components(separatedBy: "class=\"blank\"").count == 3)
        let blank = try #require(html.range(of: "class=\"blank\"", options: .backwards))
        let words = try #require(html.range(of: "no ratio: a class without a case"))
        let lines = try #require(html.range(of: "<line", options: .backwards))
        #expect(lines.upperBound < blank.lowerBound && blank.upperBound < words.lowerBound)
        #expect("\(StyleSheet.text)".contains(".blank{fill:var(--page)}"))
    }

    @Test("A value beyond the axis is drawn at its end")
    func clamped() {
        let scale = Scale(domain: 0...10, range: (100, 0))
        #expect(scale.place(-5) == 100 && scale.place(5) == 50 && scale.place(50) == 0)
    }

    @Test(
        "Coordinates have at most one decimal, whatever the number",
        arguments: [(1.26, "1.3"), (-0.04, "0"), (-2.55, "-2.6"), (.nan, "0"), (12, "12")])
    func coordinates(value: Double, text: String) {
        #expect(Drawing.number(value) == text)
    }

    @Test(
        "Shares are written for readers",
        arguments: [
            (0.1234, "12.3\u{A0}%"), (0.005, "0.50\u{A0}%"), (0, "0.0\u{A0}%"), (1, "100.0\u{A0}%"),
            (-0.25, "\u{2212}25.0\u{A0}%"),
        ])
    func percent(share: Double, text: String) {
        #expect(NumberText.percent(share) == text)
    }

    @Test(
        "Numbers are grouped by thousands", arguments: [(7, "7"), (1_234, "1,234"), (-1_234_567, "\u{2212}1,234,567")])
    func grouped(value: Int, text: String) {
        #expect(NumberText.grouped(value) == text)
    }
}
