import Gates
import Metrics

/// What summary.json says of gates, for pipelines.
struct GateSummary: Encodable {
    let status: String
    /// The strongest of what failing gates ask for.
    let action: String
    /// The commits that were judged, as the user named them; empty for the whole history.
    let range: String
    let results: [Answer]

    struct Answer: Encodable {
        let gate: String
        let status: String
        let value: NumberOrNull
        let limit: NumberOrNull
        let sample: OrNull<Int>
        let unit: String
        let `class`: String
        let paths: [String]
        let required: Bool
        let action: String
        let explanation: String
    }

    init(_ gates: GateReport, _ facts: AuditFacts) {
        status = gates.status.rawValue
        action = gates.action.rawValue
        range = gates.range?.text ?? ""
        results = gates.results.map {
            Answer(
                gate: $0.name, status: $0.status.rawValue, value: NumberOrNull($0.value), limit: NumberOrNull($0.limit),
                sample: OrNull($0.sample), unit: $0.unit, class: $0.selection.rawValue, paths: $0.paths,
                required: $0.isRequired, action: $0.action.rawValue, explanation: GateWords($0, facts).sentence)
        }
    }
}
