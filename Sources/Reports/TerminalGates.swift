import Gates
import Metrics

/// The gates' answers on a terminal, and what a pipeline should do in a last line that programs read.
package struct TerminalGates {
    private let gates: GateReport
    private let facts: AuditFacts

    package init(_ gates: GateReport, _ facts: AuditFacts) {
        self.gates = gates
        self.facts = facts
    }

    /// A line for each gate. No text of the repository passes its control characters through.
    package var text: String {
        var lines: [String] = []
        if let range = gates.range {
            lines.append("\(range.text): \(range.commits.count) commit\(range.commits.count == 1 ? "" : "s")")
        }
        let width = gates.results.map(\.name.count).max() ?? 0
        for result in gates.results {
            let status = result.status.rawValue.padded(to: 12)
            lines.append("\(status) \(result.name.padded(to: width))  \(GateWords(result, facts).sentence)")
        }
        return lines.map { $0.withoutControls + "\n" }.joined()
    }

    /// `action=` and the action's name.
    package static func line(_ action: GateAction) -> String { "action=\(action.rawValue)\n" }
}

extension String {
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
