import Foundation

/// The patterns of one kind of text, ready to be tried.
///
/// One pass for the literals of all patterns says which few are worth a regular expression; those compile when first
/// needed. Not `Sendable`: one for each worker.
final class MarkMatcher {
    /// Longest text that a pattern is tried on, in UTF-16 units. What marks a commit is short, and a bound on the length
    /// bounds what a backtracking pattern can cost.
    static let longestText = 1_000

    let marks: [Mark]
    private var expressions: [NSRegularExpression?]
    /// Made when the first text comes: most runs meet few of the trailers that are known.
    private lazy var literals = Literals(marks)

    private struct Literals {
        let scanner: LiteralScanner
        /// Numbers of the patterns of which no literal is known.
        let always: [Int]

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
            scanner = LiteralScanner(literals)
            self.always = always
        }
    }

    /// - Precondition: every pattern is a regular expression; ``MarkTable`` is checked when it is read.
    init(_ marks: [Mark]) {
        self.marks = marks
        expressions = Array(repeating: nil, count: marks.count)
    }

    /// The numbers of the marks found in a text, ascending, with what they matched.
    func matches(in text: String) -> [(number: Int, text: String)] {
        guard !marks.isEmpty else { return [] }
        var candidates = Set(literals.always)
        literals.scanner.scan(text) { number, _ in candidates.insert(Int(number)) }
        guard !candidates.isEmpty else { return [] }
        let short = text.utf16.count > Self.longestText ? String(text.prefix(Self.longestText)) : text
        return candidates.sorted().compactMap { number in
            firstMatch(of: number, in: short).map { (number, $0) }
        }
    }

    /// The lines of a message that hold a mark: the number of the mark, the line from 0, and what matched. Each line is
    /// tried with each pattern once, and of one mark the first line counts.
    func lineMatches(in message: String, isRead: (Int) -> Bool) -> [(number: Int, line: Int, text: String)] {
        precondition(literals.always.isEmpty, "a pattern for lines of messages needs a literal")
        var hits: [(number: Int, end: Int)] = []
        literals.scanner.scan(message) { number, end in
            if hits.count < Self.mostHits { hits.append((Int(number), end)) }
        }
        guard !hits.isEmpty else { return [] }
        let lines = LineRanges(message)
        var tried: Set<Int> = []
        var found: [Int: (Int, String)] = [:]
        for hit in hits where found[hit.number] == nil {
            let line = lines.line(at: hit.end - 1)
            guard tried.insert(hit.number << 32 | line).inserted, isRead(line) else { continue }
            guard marks[hit.number].key != "subject" || line == lines.subject else { continue }
            if let text = firstMatch(of: hit.number, in: lines.text(line, atMost: Self.longestText)) {
                found[hit.number] = (line, text)
            }
        }
        return found.keys.sorted().map { ($0, found[$0]!.0, found[$0]!.1) }
    }

    /// More hits than this in one message are no footer but a document; the rest of it is not looked at.
    private static let mostHits = 2_000

    private func firstMatch(of number: Int, in text: String) -> String? {
        let expression: NSRegularExpression
        if let compiled = expressions[number] {
            expression = compiled
        } else {
            do {
                expression = try NSRegularExpression(pattern: marks[number].pattern)
            } catch {
                preconditionFailure("the pattern of \(marks[number].id) is no regular expression: \(error)")
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

/// Where the lines of a message begin and end, in bytes.
struct LineRanges {
    private let bytes: [UInt8]
    private let starts: [Int]

    init(_ message: String) {
        bytes = Array(message.utf8)
        var starts = [0]
        for position in bytes.indices where bytes[position] == UInt8(ascii: "\n") { starts.append(position + 1) }
        self.starts = starts
    }

    var count: Int { starts.count }

    subscript(position: Int) -> UInt8 { bytes[position] }

    /// The first line that is not blank.
    var subject: Int {
        (0..<count).first { line in range(line).contains { bytes[$0] > UInt8(ascii: " ") } } ?? 0
    }

    /// The line that holds a byte; logarithmic.
    func line(at position: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= position { low = middle } else { high = middle }
        }
        return low
    }

    func range(_ line: Int) -> Range<Int> {
        starts[line]..<(line + 1 < starts.count ? starts[line + 1] - 1 : bytes.count)
    }

    func text(_ line: Int, atMost limit: Int = .max) -> String {
        let range = range(line)
        var end = min(range.upperBound, range.lowerBound + min(limit, bytes.count))
        if end > range.lowerBound, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return String(decoding: bytes[range.lowerBound..<end], as: UTF8.self)
    }
}
