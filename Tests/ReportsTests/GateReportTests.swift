import Foundation
import Gates
import Metrics
import Testing

@testable import Reports

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct GateReportTests {
    private static func answers(_ yaml: String, _ fixture: String, repository: String) throws -> (
        GateReport, AuditResults
    ) {
        let facts = try AuditFacts.of(try Fixture(fixture))
        let named = AuditFacts(
            repository: repository, history: facts.history, commits: facts.commits, authors: facts.authors,
            lines: facts.lines, now: nil, warnings: [])
        let results = AuditResults(named)
        let configuration = try GateConfiguration(yaml: yaml, file: "andon.yml")
        return (try GateJudge(results, configuration: configuration).report(), results)
    }

    private static let hostile = "a\"b<c>&'\u{1}\u{202E}]]>\u{FFFE}"
    private static let yaml = """
        gates:
          - {figure: commits, max: 0, name: "<&\\"'\\e[31m"}
          - {figure: commits, max: 1000, paths: ["a <b>"], name: b}
          - {chart: revert_share, name: c}
          - {chart: revert_share, name: d, required: true}
        """

    @Test("The JUnit report is well formed, whatever names hold, and its counts are those of its cases")
    func junit() throws {
        let (gates, results) = try Self.answers(Self.yaml, "fix-chains", repository: Self.hostile)
        let document = try XMLDocument(xmlString: JUnitReport(gates, results.facts).text)
        let suite = try #require(try document.nodes(forXPath: "/testsuites/testsuite").first as? XMLElement)
        func count(_ path: String) throws -> String { String(try document.nodes(forXPath: path).count) }
        for (name, path) in [
            ("tests", "//testcase"), ("failures", "//failure"), ("errors", "//error"), ("skipped", "//skipped"),
        ] {
            #expect(try suite.attribute(forName: name)?.stringValue == count(path), "\(name)")
        }
        #expect(suite.attribute(forName: "failures")?.stringValue == "1")
        #expect(suite.attribute(forName: "errors")?.stringValue == "1")
    }

    @Test("SARIF findings name files that stand, by relative references, and lines that are there")
    func sarif() throws {
        let (_, results) = try Self.answers("gates: []", "fix-chains", repository: "x")
        let report = SARIFReport(results.facts, range: nil)
        let findings = report.runs[0].results
        #expect(Set(findings.map(\.ruleId)) == ["hot-file", "live-chain"])
        let lines = Dictionary(
            uniqueKeysWithValues: results.files.map {
                (String(path: results.facts.lines.paths[$0.path]), $0.lines)
            })
        for finding in findings {
            #expect(report.runs[0].tool.driver.rules[finding.ruleIndex].id == finding.ruleId)
            let place = finding.locations[0].physicalLocation
            let count = try #require(lines[place.artifactLocation.uri])
            if let region = place.region {
                #expect(region.startLine >= 1 && region.startLine <= region.endLine && region.endLine <= count)
            }
        }
        #expect(try report.bytes() == SARIFReport(results.facts, range: nil).bytes())
    }

    @Test(
        "Paths that nothing has are said to match nothing, by every kind of gate",
        arguments: [
            "figure: commits, max: 0", "figure: hot_files, max: 0", "chart: revert_share", "gap: reverted",
            "unreviewed: 9",
        ])
    func unmatched(gate: String) throws {
        let yaml = "gates: [{\(gate), paths: [nowhere, src]}]"
        let (gates, results) = try Self.answers(yaml, "fix-chains", repository: "x")
        let result = gates.results[0]
        #expect(result.status == .insufficient && result.value == nil)
        let sentence = GateWords(result, results.facts).sentence
        #expect(
            sentence.hasSuffix(" (paths nowhere src): no text file of the history matches the paths."), "\(sentence)")
    }

    @Test("Paths of a range that nothing has are said to match nothing")
    func unmatchedRange() throws {
        let results = AuditResults(try AuditFacts.of(try Fixture("fix-chains")))
        let range = CommitRange(text: "A..B", history: results.facts.history, base: [0])
        var rules = RangeRules()
        rules.duplicateBlocks = .init(most: 0, paths: ["nowhere"])
        let result = try RangeJudge(results, range: range, rules: rules).report().results[0]
        let sentence = GateWords(result, results.facts).sentence
        #expect(sentence == "The commits of the range (paths nowhere): no text file of the history matches the paths.")
    }

    @Test("Paths stand in tables as a list of repositories has them, with semicolons between them")
    func paths() throws {
        let yaml =
            "charts: {groups: [{name: g, paths: [a b, parse.c]}]}\ngates: [{figure: commits, max: 0, paths: [a b, parse.c]}]"
        let (gates, results) = try Self.answers(yaml, "fix-chains", repository: "x")
        let configuration = try GateConfiguration(yaml: yaml, file: "andon.yml")
        let watched = try results.watching(configuration.groups, options: configuration.charts)
        let charts = ControlChartsTable.table(watched)
        let column = try #require(charts.columns.first { $0.name == "paths" })
        let row = try #require(ControlChartsTable.rows(watched).first { $0.series.group != nil })
        let gate = try #require(GatesTable.table(results.facts).columns.first { $0.name == "paths" })
        for (cell, description) in [
            (column.value(row), column.description), (gate.value(gates.results[0]), gate.description),
        ] {
            guard case .text("a b;parse.c") = cell else {
                Issue.record("\(cell)")
                continue
            }
            #expect(description.contains("semicolons"))
        }
        let residual = try #require(charts.columns.first { $0.name == "residual" })
        #expect(residual.description.contains("sigma"))
    }

    @Test("A range without commits is said to hold none")
    func emptyRange() throws {
        let (_, results) = try Self.answers("gates: []", "linear", repository: "x")
        let facts = results.facts
        let range = CommitRange(text: "HEAD..HEAD~1", history: facts.history, base: 0..<facts.history.count)
        let report = try RangeJudge(results, range: range, rules: .standard).report()
        for result in report.results {
            let sentence = GateWords(result, facts).sentence
            #expect(sentence.hasPrefix("The range HEAD..HEAD~1 holds no commits"), "\(sentence)")
        }
        #expect(report.count(.insufficient) == 4)
    }

    @Test("Every format says the same sentence")
    func sentences() throws {
        let (gates, results) = try Self.answers(Self.yaml, "fix-chains", repository: "x")
        let markdown = MarkdownReport(results, gates: gates).text
        let page = HTMLReport(results, gates: gates).text
        let summary = GateSummary(gates, results.facts)
        #expect(summary.status == "fail" && summary.action == "second_reviewer")
        for result in gates.results {
            let sentence = GateWords(result, results.facts).sentence
            #expect(markdown.contains(MarkdownReport.escaped(sentence)))
            #expect(page.contains(Markup.text(sentence).html))
            #expect(TerminalGates(gates, results.facts).text.contains(sentence))
            #expect(summary.results.contains { $0.explanation == sentence })
        }
    }
}
