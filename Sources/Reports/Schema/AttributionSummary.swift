import Metrics

/// What summary.json says about marks: why every AI figure is a lower bound, and which notes were read.
struct AttributionSummary: Encodable {
    let marksFound: Int
    let suppressionSigns: Int
    let unknownValues: Int
    let lowerBoundReasons: [Reason]
    let notes: [Notes]

    struct Reason: Encodable {
        let kind: String
        let count: Int?
        let text: String

        private enum Key: String, CodingKey {
            case kind, count, text
        }

        /// Missing is written as null, not left out.
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(kind, forKey: .kind)
            try container.encode(count, forKey: .count)
            try container.encode(text, forKey: .text)
        }
    }

    struct Notes: Encodable {
        let ref: String
        let notes: Int
        let onHistory: Int
        let moved: Int
    }

    init(_ results: AuditResults) {
        let provenance = results.facts.provenance
        marksFound = Set(results.provenance.marks.map(\.rule)).count
        suppressionSigns = provenance.signs.count
        unknownValues = results.provenance.unknownValues.count
        lowerBoundReasons = results.provenance.lowerBound.reasons.map {
            Reason(kind: $0.kind, count: $0.count, text: $0.text)
        }
        notes = provenance.notes.map {
            Notes(ref: $0.ref, notes: $0.notes, onHistory: $0.onHistory, moved: $0.moved)
        }
    }
}
