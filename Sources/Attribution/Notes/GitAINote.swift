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
        guard let (head, tail) = Self.parts(of: text) else { return nil }
        guard let object = jsonObject(tail), let version = object["schema_version"] as? String,
            version.hasPrefix("authorship/")
        else { return nil }
        baseCommit = object["base_commit_sha"] as? String
        let sessions = (object["sessions"] as? [String: Any] ?? [:]).merging(
            object["prompts"] as? [String: Any] ?? [:], uniquingKeysWith: { first, _ in first })
        var reading = NoteReading()
        var path = ""
        for line in head.split(separator: "\n") {
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
            let agent = (sessions[key] as? [String: Any])?["agent_id"] as? [String: Any]
            let tool = agent?["tool"] as? String ?? ""
            // The tool's own tests leave such sessions.
            if tool == "mock_ai" { continue }
            reading.claim(ranges, of: path, byAI: true, tool: tool, model: agent?["model"] as? String)
        }
        self.reading = reading
    }

    /// The attestations and the JSON, parted at the first line that is `---`.
    private static func parts(of text: String) -> (head: Substring, tail: Substring)? {
        if text.hasPrefix("---\n") { return ("", text.dropFirst(4)) }
        if let divider = text.firstRange(of: "\n---\n") {
            return (text[..<divider.lowerBound], text[divider.upperBound...])
        }
        if let divider = text.firstRange(of: "\n---\r\n") {
            return (text[..<divider.lowerBound], text[divider.upperBound...])
        }
        return nil
    }

    private static func path(_ line: Substring) -> String {
        var path = line
        if path.last == "\r" { path = path.dropLast() }
        if path.count >= 2, path.first == "\"", path.last == "\"" { path = path.dropFirst().dropLast() }
        return String(path)
    }
}

/// A blob of `refs/ai/authorship/<commit>`, from before git-ai used notes.
package struct GitAIBlob: Sendable {
    package let reading: NoteReading

    /// - Returns: `nil` if the text is no such record.
    package init?(_ text: String) {
        guard let object = jsonObject(text[...]), let version = object["schema_version"] as? String,
            version.hasPrefix("authorship/0."), let files = object["files"] as? [String: Any]
        else { return nil }
        var reading = NoteReading()
        for (path, file) in files.sorted(by: { $0.key < $1.key }) {
            for author in (file as? [String: Any])?["authors"] as? [[String: Any]] ?? [] {
                let lines = (author["lines"] as? [Any] ?? []).flatMap { item -> [Range<Int>] in
                    if let number = item as? Int { return lineRanges(String(number)) }
                    if let pair = item as? [Int], pair.count == 2 { return lineRanges("\(pair[0])-\(pair[1])") }
                    return lineRanges(item as? String ?? "")
                }
                reading.claim(lines, of: path, byAI: true, tool: author["author"] as? String)
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
