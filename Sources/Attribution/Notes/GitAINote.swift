import Foundation

/// A note of `refs/notes/ai` (git-ai standard, version 3), read with patience.
///
/// Real notes have unsorted ranges, keys without metadata, literal keys such as `human`, no final line feed. A path stands
/// at the beginning of a line, its attestations are indented: a key, a blank, line ranges. Behind a line `---` follows JSON.
package struct GitAINote: Sendable {
    package let reading: NoteReading
    /// The commit that the note was written for: after a rebase it may be another than the note is attached to.
    package let baseCommit: String?

    /// - Returns: `nil` if the text is no such note.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let (headEnd, tailStart) = Self.divider(bytes.span) else { return nil }
        let lines = LineRanges(String(decoding: bytes[..<headEnd], as: UTF8.self))
        let json = JSONText(bytes)
        let members = json.members(in: tailStart..<bytes.count) ?? []
        func value(_ key: String) -> Range<Int>? { members.first { $0.key == key }?.value }
        guard let version = value("schema_version").flatMap(json.string), version.hasPrefix("authorship/") else {
            return nil
        }
        baseCommit = value("base_commit_sha").flatMap(json.string)
        var agents: [String: Range<Int>] = [:]
        for key in ["sessions", "prompts"] {
            for (id, record) in value(key).flatMap(json.members) ?? [] where agents[id] == nil { agents[id] = record }
        }
        var known: [String: Agent] = [:]
        var reading = NoteReading()
        var path = ""
        for number in 0..<lines.count {
            let line = lines.text(number)
            guard line.first == " " || line.first == "\t" else {
                path = Self.path(line)
                continue
            }
            let words = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
            guard words.count == 2, !path.isEmpty else { continue }
            let ranges = lineRanges(words[1])
            let key = String(words[0].firstRange(of: "::").map { words[0][..<$0.lowerBound] } ?? words[0])
            if key.hasPrefix("h_") || key == "human" {
                reading.claim(ranges, of: path, byAI: false)
                continue
            }
            let agent = known[key] ?? agents[key].map { Agent($0, in: json) } ?? Agent()
            known[key] = agent
            // The tool's own tests leave such sessions.
            if agent.tool == "mock_ai" { continue }
            reading.claim(ranges, of: path, byAI: true, tool: agent.tool, model: agent.model)
        }
        self.reading = reading
    }

    /// The commit that a note was written for, without reading the rest of it; `nil` if it does not say.
    package static func baseCommit(of text: String) -> String? {
        let bytes = Array(text.utf8)
        guard let (_, tailStart) = divider(bytes.span) else { return nil }
        let json = JSONText(bytes)
        return json.value("base_commit_sha", in: tailStart..<bytes.count).flatMap(json.string)
    }

    /// Where the attestations end and where the JSON begins: around the first line that is `---`.
    private static func divider(_ bytes: Span<UInt8>) -> (headEnd: Int, tailStart: Int)? {
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
            var length = end - start
            if length == 4, bytes[start + 3] == UInt8(ascii: "\r") { length = 3 }
            if length == 3, (start..<start + 3).allSatisfy({ bytes[$0] == UInt8(ascii: "-") }) {
                return (start, min(end + 1, bytes.count))
            }
            start = end + 1
        }
        return nil
    }

    private struct Agent {
        var tool: String?
        var model: String?

        init() {}

        /// - Parameter record: a session, or a prompt of older notes.
        init(_ record: Range<Int>, in json: JSONText) {
            guard let agent = json.value("agent_id", in: record) else { return }
            tool = json.value("tool", in: agent).flatMap(json.string)
            model = json.value("model", in: agent).flatMap(json.string)
        }
    }

    private static func path(_ line: String) -> String {
        line.count >= 2 && line.first == "\"" && line.last == "\"" ? String(line.dropFirst().dropLast()) : line
    }
}

/// A blob of `refs/ai/authorship/<commit>`, from before git-ai used notes.
package struct GitAIBlob: Sendable {
    package let reading: NoteReading

    /// - Returns: `nil` if the text is no such record.
    package init?(_ text: String) {
        guard let object = jsonObject(text[...]), let files = object["files"] as? [String: Any] else { return nil }
        // The first weeks' records name no version.
        if let version = object["schema_version"] as? String, !version.hasPrefix("authorship/0.") { return nil }
        var reading = NoteReading()
        for (path, file) in files.sorted(by: { $0.key < $1.key }) {
            for author in (file as? [String: Any])?["authors"] as? [[String: Any]] ?? [] {
                let lines = (author["lines"] as? [Any] ?? []).flatMap { item -> [Range<Int>] in
                    if let number = item as? Int { return lineRanges(String(number)) }
                    if let pair = item as? [Int], pair.count == 2 { return lineRanges("\(pair[0])-\(pair[1])") }
                    return lineRanges(item as? String ?? "")
                }
                // People stand beside tools here, and nothing but the name tells them apart.
                let name = author["author"] as? String ?? ""
                let model = ToolName.known(name) == nil ? ModelName.all(in: name).first : nil
                let isAI = ToolName.known(name) != nil || model != nil || author["agent_metadata"] is [String: Any]
                reading.claim(lines, of: path, byAI: isAI, tool: model == nil ? name : nil, model: model)
            }
        }
        self.reading = reading
    }
}

/// A JSON object; `nil` for anything else. The parser bounds its depth.
func jsonObject(_ text: Substring) -> [String: Any]? {
    guard text.utf8.first(where: { $0 > UInt8(ascii: " ") }) == UInt8(ascii: "{") else { return nil }
    do {
        return try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    } catch {
        // What is no JSON is no note of that kind; there is nothing else to say about it.
        return nil
    }
}
