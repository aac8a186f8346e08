import Foundation

/// Records of the Agent Trace format (0.1), one object or one a line.
package struct AgentTraceNote: Sendable {
    package let reading: NoteReading

    /// - Returns: `nil` if the text holds no such record.
    package init?(_ text: String) {
        var records: [[String: Any]] = []
        if let whole = jsonObject(text[...]) {
            records = [whole]
        } else {
            records = text.split(separator: "\n").compactMap { jsonObject($0) }
        }
        records = records.filter { $0["files"] is [Any] }
        guard !records.isEmpty else { return nil }
        var reading = NoteReading()
        for record in records {
            let tool = (record["tool"] as? [String: Any])?["name"] as? String
            for file in record["files"] as? [[String: Any]] ?? [] {
                let path = file["path"] as? String ?? ""
                for conversation in file["conversations"] as? [[String: Any]] ?? [] {
                    let contributor = conversation["contributor"] as? [String: Any]
                    let ranges = conversation["ranges"] as? [[String: Any]] ?? []
                    if ranges.isEmpty { Self.claim(nil, contributor, path, tool, &reading) }
                    for range in ranges {
                        Self.claim(range, range["contributor"] as? [String: Any] ?? contributor, path, tool, &reading)
                    }
                }
            }
        }
        self.reading = reading
    }

    private static func claim(
        _ range: [String: Any]?, _ contributor: [String: Any]?, _ path: String, _ tool: String?,
        _ reading: inout NoteReading
    ) {
        let lines = range.map { lineRanges("\($0["start_line"] ?? "")-\($0["end_line"] ?? "")") }
        switch contributor?["type"] as? String {
        case "ai", "mixed":
            reading.claim(lines, of: path, byAI: true, tool: tool, model: contributor?["model_id"] as? String)
        case "human":
            reading.claim(lines, of: path, byAI: false)
        default: break
        }
    }
}

/// A note of `refs/notes/srctrace/attribution`: by path, spans with `s`, the source, and `l`, their lines.
package struct SourceTraceNote: Sendable {
    package let reading: NoteReading

    /// - Returns: `nil` if the text is no such note.
    package init?(_ text: String) {
        guard let object = jsonObject(text[...]), let files = object["f"] as? [String: Any] else { return nil }
        var reading = NoteReading()
        for (path, spans) in files.sorted(by: { $0.key < $1.key }) {
            for span in spans as? [[String: Any]] ?? [] {
                let lines = (span["l"] as? [Any] ?? []).flatMap { lineRanges("\($0)") }
                let source = span["s"] as? String ?? ""
                if source == "operator" {
                    reading.claim(lines, of: path, byAI: false)
                } else if source.hasPrefix("agent|") {
                    // agent|tool(model)
                    let name = source.dropFirst(6)
                    let model = name.firstIndex(of: "(").map { name[name.index(after: $0)...].prefix { $0 != ")" } }
                    reading.claim(
                        lines.isEmpty ? nil : lines, of: path, byAI: true, tool: String(name.prefix { $0 != "(" }),
                        model: model.map(String.init))
                }
            }
        }
        self.reading = reading
    }
}
