import Foundation

/// The marks of one kind of text, and the literals that say which of them are worth trying.
struct MarkSet: Sendable {
    let marks: [Mark]
    fileprivate let scanner: LiteralScanner
    /// Numbers of the marks of which no literal is known.
    fileprivate let always: [Int]

    init(_ marks: [Mark]) {
        var literals: [(String, UInt16)] = []
        var always: [Int] = []
        for (number, mark) in marks.enumerated() {
            if let required = PatternLiterals(pattern: mark.pattern).required {
                literals += required.sorted().map { ($0, UInt16(number)) }
            } else {
                always.append(number)
            }
        }
        self.marks = marks
        self.scanner = LiteralScanner(literals)
        self.always = always
    }
}

/// Tries the marks of one kind of text.
///
/// One pass for the literals of all patterns says which few are worth a regular expression; those compile when first
/// needed. Not `Sendable`: one for each worker.
final class MarkMatcher {
    /// Longest text that a pattern is tried on, in bytes. What marks a commit is short, and a bound on the length bounds what a
    /// backtracking pattern can cost.
    static let longestText = 1_000

    private let group: MarkSet
    private var expressions: [NSRegularExpression?]

    var marks: [Mark] { group.marks }

    /// - Precondition: every pattern is a regular expression; ``MarkTable`` checks what users add.
    init(_ group: MarkSet) {
        self.group = group
        expressions = Array(repeating: nil, count: group.marks.count)
    }

    /// The marks found in a text, in the order of the table, with what they matched.
    func matches(in text: String) -> [(mark: Mark, text: String)] {
        guard !group.marks.isEmpty else { return [] }
        var candidates: Set<Int> = []
        group.scanner.scan(text) { number, _ in candidates.insert(Int(number)) }
        candidates.formUnion(group.always)
        guard !candidates.isEmpty else { return [] }
        let isLong = text.utf8.count > Self.longestText
        let short = isLong ? String(decoding: text.utf8.prefix(Self.longestText), as: UTF8.self) : text
        return candidates.sorted().compactMap { number in
            firstMatch(of: number, in: short).map { (group.marks[number], $0) }
        }
    }

    /// The lines of a message that hold a mark, with what matched. Of one mark the first line counts.
    ///
    /// - Parameter lines: those of the message.
    /// - Parameter isRead: whether a line is the commit's own.
    func lineMatches(
        in message: String, lines: LineRanges, isRead: (Int) -> Bool
    ) -> [(mark: Mark, line: Int, text: String)] {
        var hits: [(number: Int, end: Int)] = []
        group.scanner.scan(message) { number, end in
            if hits.count < Self.mostHits { hits.append((Int(number), end)) }
        }
        guard !hits.isEmpty else { return [] }
        var tried: Set<Int> = []
        var found: [Int: (line: Int, text: String)] = [:]
        for hit in hits where found[hit.number] == nil {
            let line = lines.line(at: hit.end - 1)
            guard tried.insert(hit.number << 32 | line).inserted, isRead(line) else { continue }
            guard group.marks[hit.number].key != "subject" || line == lines.subject else { continue }
            if let text = firstMatch(of: hit.number, in: lines.text(line, atMost: Self.longestText)) {
                found[hit.number] = (line, text)
            }
        }
        return found.sorted { $0.key < $1.key }.map { (group.marks[$0.key], $0.value.line, $0.value.text) }
    }

    /// More hits than this in one message are no footer but a document; the rest of it is not looked at.
    private static let mostHits = 2_000

    private func firstMatch(of number: Int, in text: String) -> String? {
        let expression: NSRegularExpression
        if let compiled = expressions[number] {
            expression = compiled
        } else {
            do {
                expression = try NSRegularExpression(pattern: group.marks[number].pattern)
            } catch {
                preconditionFailure("the pattern of \(group.marks[number].id) is no regular expression: \(error)")
            }
            expressions[number] = expression
        }
        let whole = NSRange(location: 0, length: text.utf16.count)
        guard let match = expression.firstMatch(in: text, range: whole), let range = Range(match.range, in: text) else {
            return nil
        }
        return String(text[range].prefix(200)).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
