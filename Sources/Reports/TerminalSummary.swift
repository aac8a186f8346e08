import Attribution
import Git
import Metrics

/// The result on one screen.
package struct TerminalSummary {
    private let results: AuditResults
    private let folder: String

    /// - Parameter folder: where the report was written.
    package init(_ results: AuditResults, folder: String) {
        self.results = results
        self.folder = folder
    }

    /// Lines of at most 100 characters. No text of the repository passes its control characters through.
    package var text: String {
        let facts = results.facts
        let first = results.reported.map { facts.landedAt[$0] }.min() ?? 0
        let last = results.reported.map { facts.landedAt[$0] }.max() ?? 0
        let merges = results.reported.count { facts.history.isMerge($0) }
        var lines = [
            "\(facts.repository.withoutControls) at \(facts.history.ids[facts.history.tip].hex.prefix(12))",
            "\(results.reported.count) commits (\(merges) merges) landed from \(UTCTime(seconds: first).dateText) "
                + "to \(UTCTime(seconds: last).dateText); \(results.files.count) files stand",
            "",
            row(["class", "commits", "added", "deleted", "standing", "14-day churn of new code"]),
        ]
        for result in results.classes where result.commits > 0 {
            lines.append(
                row([
                    Self.legend(result.authorClass), "\(result.commits)", "\(result.added)", "\(result.deleted)",
                    "\(result.standing)", churn(of: result.authorClass),
                ]))
        }
        let answer = Answer(results)
        lines += ["", answer.headline + "."] + wrapped(answer.finding) + [""]
        if results.classes.allSatisfy({ !$0.authorClass.isAI || $0.commits == 0 }) {
            lines.append("No commit carries a mark of an AI tool, so AI and human cannot be told apart here.")
        } else {
            lines.append("AI figures are lower bounds: marks can be switched off, stripped or squashed away.")
        }
        if !facts.warnings.isEmpty { lines.append("\(facts.warnings.count) warnings: see warnings.csv") }
        lines.append("Report: \(folder.withoutControls)")
        return lines.map { $0 + "\n" }.joined()
    }

    /// Lines of at most 100 characters, in the signs that every terminal has.
    private func wrapped(_ text: String) -> [String] {
        let plain = NumberText.plain(text)
        var lines: [String] = []
        for word in plain.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= 100 {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }

    private static func legend(_ authorClass: AuthorClass) -> String {
        authorClass == .human ? "human (no AI mark)" : authorClass.rawValue
    }

    private func churn(of authorClass: AuthorClass) -> String {
        let row = results.churn.rows.first {
            $0.period == Churn.wholeTime && $0.windowDays == Churn.headlineWindow && $0.authorClass == authorClass
        }
        guard let counts = row?.counts, let share = counts.newCodeChurn else { return "-" }
        // In the signs that every terminal has.
        let percent = NumberText.percent(share).replacing("\u{00A0}", with: " ")
        return "\(percent) (\(counts.deletedWithin) of \(counts.addedMature) lines)"
    }

    private func row(_ cells: [String]) -> String {
        let widths = [20, 9, 10, 10, 10]
        let padded = cells.enumerated().map { index, cell in
            guard index < widths.count else { return cell }
            let space = String(repeating: " ", count: max(0, widths[index] - cell.count))
            return index == 0 ? cell + space : space + cell
        }
        return padded.joined(separator: " ")
    }
}
