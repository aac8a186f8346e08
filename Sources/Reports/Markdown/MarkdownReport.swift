import Attribution
import Gates
import Git
import Metrics

/// report.md: the result in short, fit for a pull request or the summary of a build step.
package struct MarkdownReport {
    private let results: AuditResults
    private let gates: GateReport?
    private let hasPage: Bool

    /// - Parameters:
    ///   - gates: the answers, where any were asked for; of a range they are all that is said.
    ///   - hasPage: whether report.html stands beside it.
    package init(_ results: AuditResults, gates: GateReport? = nil, hasPage: Bool = true) {
        self.results = results
        self.hasPage = hasPage
        self.gates = gates
    }

    package var text: String {
        if let gates, let range = gates.range { return text(of: gates, range) }
        let answer = Answer(results)
        var blocks = [
            "# Andon: " + Self.escaped(results.facts.repository), "**\(Self.escaped(answer.headline)).**",
            Self.escaped(answer.finding), Self.escaped(answer.caveats), classes,
        ]
        if let comparison { blocks.append(comparison) }
        if let gates { blocks.append(contentsOf: ["## Gates"] + table(of: gates)) }
        if !results.facts.warnings.isEmpty {
            blocks.append("\(NumberText.count(results.facts.warnings.count, "warning")): see warnings.csv.")
        }
        if results.facts.history.count > 0 {
            blocks.append(
                "Revision \(results.facts.history.ids[results.facts.history.tip].hex.prefix(12)), data end "
                    + "\(UTCTime(seconds: results.facts.dataHorizon).dateText). Intervals are 95 %."
                    + (hasPage ? " Charts and method: report.html." : ""))
        }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private var classes: String {
        Self.table(
            [
                "Class", "Commits", "Lines added", "Lines standing",
                "New lines rewritten within \(Churn.headlineWindow) days",
            ],
            results.classes.filter { $0.commits > 0 }.map { result in
                let churn = results.evidence.churn.first { $0.authorClass == result.authorClass }?.newCode
                return [
                    result.authorClass.legend, NumberText.grouped(result.commits), NumberText.grouped(result.added),
                    NumberText.grouped(result.standing), NumberText.percent(churn?.value, churn?.interval()),
                ]
            })
    }

    private var comparison: String? {
        let rows = results.evidence.comparisons.filter { $0.compared == .all && $0.role != .further }
        guard !rows.isEmpty else { return nil }
        return Self.table(
            ["Question", "AI mark", "No AI mark", "Difference", "Verdict"],
            rows.map { comparison in
                let words = EndpointWords(comparison)
                return [
                    words.title, NumberText.percent(comparison.ai.estimate, comparison.ai.interval),
                    NumberText.percent(comparison.human.estimate, comparison.human.interval),
                    NumberText.points(comparison.difference), words.shortVerdict,
                ]
            })
    }

    private func text(of gates: GateReport, _ range: CommitRange) -> String {
        let title =
            "# Andon: " + Self.escaped(results.facts.repository) + ", " + Self.escaped(range.text) + " ("
            + NumberText.count(range.commits.count, "commit") + ")"
        return ([title] + table(of: gates)).joined(separator: "\n\n") + "\n"
    }

    /// What a pipeline should do, then every gate with its sentence.
    private func table(of gates: GateReport) -> [String] {
        [
            Self.escaped(GateWords.summary(of: gates)),
            Self.table(
                ["Gate", "Answer", "Value", "Limit", "Why"],
                gates.results.map { result in
                    let words = GateWords(result, results.facts)
                    return [
                        result.name, result.status.rawValue, words.text(result.value), words.text(result.limit),
                        words.sentence,
                    ]
                }, textColumns: [0, 1, 4]),
        ]
    }

    private static func table(_ headers: [String], _ rows: [[String]], textColumns: Set<Int> = [0]) -> String {
        let lines =
            [headers, headers.indices.map { textColumns.contains($0) ? "---" : "---:" }]
            + rows.map { $0.map(escaped) }
        return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    }

    /// Text in which nothing is markup: signs of Markdown and HTML get a backslash or an entity, line ends and controls go.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", "`", "*", "_", "[", "]", "|", "#", "~", "!", "$": result += "\\" + String(scalar)
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            // A mention would call somebody.
            case "@": result += "@\u{200B}"
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
                result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
