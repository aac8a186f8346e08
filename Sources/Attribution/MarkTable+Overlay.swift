import Foundation
import Yams

/// Why a table of marks cannot be read, and where.
package struct MarkTableError: Error, Hashable, Sendable, CustomStringConvertible {
    package let file: String
    /// From 1.
    package let line: Int
    /// From 1.
    package let column: Int
    package let reason: String

    /// `FILE:LINE:COLUMN: reason`, as compilers have it.
    package var description: String { "\(file):\(line):\(column): \(reason)" }
}

extension MarkTable {
    /// Adds the marks of a YAML text, overrides those of the same identifier, and leaves out those it says.
    ///
    /// ```yaml
    /// marks:
    ///   - id: house-agent.co-author.address   # tool.channel.name
    ///     tool: House Agent
    ///     pattern: '(?i)<agent@house\.example>'
    ///     level: assisted                     # authored, assisted, reviewed, automation, human
    ///     example: House Agent <agent@house.example>
    ///   - id: cursor.trailer.made-with        # a known mark: what is not said stays
    ///     level: reviewed
    /// without: [vibe-kanban.branch.prefix]
    /// ```
    ///
    /// Further keys: `vendor`, `key` (of a trailer, or the note's ref; `subject` or `line` of a message), `rank`, `evidence`,
    /// `unreliable` (`2026-04-22..2026-05-06`), `note`. The channel is the identifier's second part.
    ///
    /// - Parameter file: the name that errors show.
    package func overlaid(yaml: String, file: String) throws(MarkTableError) -> MarkTable {
        let reader = OverlayReader(file: file)
        guard let root = try reader.compose(yaml) else { return self }
        guard let mapping = root.mapping else {
            throw reader.error(root, "expected a mapping with `marks` or `without`")
        }
        var table = self
        for (key, value) in mapping {
            switch key.string {
            case "marks":
                guard let items = value.sequence else { throw reader.error(value, "`marks` is a list") }
                for item in items { table = table.overlaid(with: [try reader.mark(item, in: table)]) }
            case "without":
                guard let items = value.sequence else {
                    throw reader.error(value, "`without` is a list of identifiers")
                }
                for item in items {
                    guard let id = item.string, table.entries.contains(where: { $0.id == id }) else {
                        throw reader.error(item, "no mark is called `\(item.string ?? "?")`")
                    }
                    table = table.without([id])
                }
            default: throw reader.error(key, "unknown key `\(key.string ?? "?")`; expected `marks` or `without`")
            }
        }
        return table
    }
}

private struct OverlayReader {
    let file: String

    func error(_ node: Node, _ reason: String) -> MarkTableError {
        MarkTableError(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, reason: reason)
    }

    func compose(_ yaml: String) throws(MarkTableError) -> Node? {
        do {
            return try Yams.compose(yaml: yaml)
        } catch let error as YamlError {
            switch error {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                throw MarkTableError(file: file, line: mark.line, column: mark.column, reason: problem)
            default: throw MarkTableError(file: file, line: 1, column: 1, reason: error.description)
            }
        } catch {
            throw MarkTableError(file: file, line: 1, column: 1, reason: "\(error)")
        }
    }

    func mark(_ node: Node, in table: MarkTable) throws(MarkTableError) -> Mark {
        guard let mapping = node.mapping else { throw error(node, "a mark is a mapping") }
        guard let idNode = mapping["id"], let id = idNode.string else { throw error(node, "a mark needs an `id`") }
        let parts = id.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, !parts.contains(""), let channel = MarkChannel(rawValue: String(parts[1])) else {
            throw error(
                idNode,
                "`\(id)` is no identifier: it is `tool.channel.name`, and a channel is one of "
                    + MarkChannel.allCases.map(\.rawValue).joined(separator: ", "))
        }
        let known = table.entries.first { $0.id == id }
        var mark =
            known
            ?? Mark(
                id: id, tool: String(parts[0]), vendor: "", channel: channel, key: "", pattern: "", level: .assisted,
                evidence: [.convention], example: "")
        if known == nil {
            for key in ["pattern", "level", "example"] where mapping[key] == nil {
                throw error(node, "the new mark `\(id)` needs `\(key)`")
            }
            mark.key = try defaultKey(channel, mapping["key"], of: node)
        }
        for (key, value) in mapping {
            guard let text = value.string ?? (key.string == "evidence" ? "" : nil) else {
                throw error(value, "`\(key.string ?? "?")` is a text")
            }
            switch key.string {
            case "id": break
            case "tool": mark.tool = text
            case "vendor": mark.vendor = text
            case "key": mark.key = text
            case "pattern": mark.pattern = text
            case "level": mark.level = try value.choice(self)
            case "rank": mark.rank = try rank(value)
            case "evidence":
                mark.evidence = []
                for item in value.sequence.map(Array.init) ?? [value] { mark.evidence.append(try item.choice(self)) }
            case "unreliable": mark.unreliable = try days(value, text)
            case "example": mark.example = text
            case "note": mark.note = text
            default: throw error(key, "unknown key `\(key.string ?? "?")`")
            }
        }
        try check(mark, at: mapping["pattern"] ?? node, exampleAt: mapping["example"] ?? node)
        return mark
    }

    private func defaultKey(_ channel: MarkChannel, _ node: Node?, of mark: Node) throws(MarkTableError) -> String {
        if let key = node?.string { return key }
        switch channel {
        case .author, .committer, .coAuthor: return "identity"
        case .message: return "line"
        case .branch: return "branch"
        case .trailer: throw error(mark, "a mark of the channel `trailer` needs `key`, the trailer's key")
        case .note: throw error(mark, "a mark of the channel `note` needs `key`, the ref")
        }
    }

    private func rank(_ node: Node) throws(MarkTableError) -> Mark.Rank {
        guard let rank = Mark.Rank.allCases.first(where: { "\($0)" == node.string }) else {
            throw error(
                node,
                "`\(node.string ?? "?")` is none of " + Mark.Rank.allCases.map { "\($0)" }.joined(separator: ", "))
        }
        return rank
    }

    private func days(_ node: Node, _ text: String) throws(MarkTableError) -> ClosedRange<CivilDay> {
        guard let dots = text.firstRange(of: ".."), let first = CivilDay(text[..<dots.lowerBound]),
            let last = CivilDay(text[dots.upperBound...]), first <= last
        else { throw error(node, "`\(text)` is no span of days; write `2026-04-22..2026-05-06`") }
        return first...last
    }

    /// What must hold of every mark: the pattern compiles, is found fast in messages, and matches its example.
    private func check(_ mark: Mark, at pattern: Node, exampleAt example: Node) throws(MarkTableError) {
        do {
            _ = try NSRegularExpression(pattern: mark.pattern)
        } catch {
            throw self.error(pattern, "`\(mark.pattern)` is no regular expression")
        }
        if mark.channel == .message, PatternLiterals(pattern: mark.pattern).required == nil {
            throw error(
                pattern, "a pattern for messages needs a literal of two characters or more, so that it is found fast")
        }
        if MarkMatcher(MarkSet([mark])).matches(in: mark.example).isEmpty {
            throw error(example, "the pattern of `\(mark.id)` does not match its own example")
        }
    }
}

extension Node {
    /// The case of an enumeration that a text names.
    fileprivate func choice<Choice: RawRepresentable & CaseIterable>(
        _ reader: OverlayReader
    ) throws(MarkTableError) -> Choice where Choice.RawValue == String {
        guard let choice = Choice(rawValue: string ?? "") else {
            throw reader.error(
                self, "`\(string ?? "?")` is none of " + Choice.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return choice
    }
}
