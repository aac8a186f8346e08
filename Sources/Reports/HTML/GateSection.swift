import Gates
import Metrics

/// The gates' answers, first the failing ones' action.
struct GateSection {
    private let gates: GateReport
    private let facts: AuditFacts

    init(_ gates: GateReport, _ facts: AuditFacts) {
        self.gates = gates
        self.facts = facts
    }

    var section: ReportSection? {
        guard !gates.results.isEmpty else { return nil }
        let table = DataTable(
            caption: "Gates, what they looked at, and why they answer as they do",
            headers: ["Gate", "Answer", "Value", "Limit", "Why"],
            rows: gates.results.map { result in
                let words = GateWords(result, facts)
                return [
                    result.name, result.status.rawValue, words.text(result.value), words.text(result.limit),
                    words.sentence,
                ]
            }, textColumns: [1, 4])
        return ReportSection(
            anchor: "gates", short: "Gates", title: "May the line go on?",
            parts: [.paragraph(GateWords.summary(of: gates)), table.markup])
    }
}
