import Attribution
import Git

/// What commits of one segment have in common: texts, the words of their messages, and verdicts, most of which say the same.
final class SharedFacts: Sendable {
    let texts: [String]
    /// Of all messages.
    let words: [UInt32]
    let verdicts: [Verdict]

    private init(texts: [String], words: [UInt32] = [], verdicts: [Verdict] = []) {
        self.texts = texts
        self.words = words
        self.verdicts = verdicts
    }

    /// Reads what ``CommitFactsWriter/shared`` is.
    static func read(from reader: inout ByteReader) throws(ByteReader.Failure) -> SharedFacts {
        var texts: [String] = []
        for _ in 0..<(try reader.count()) { texts.append(try reader.text()) }
        let words = try reader.words()
        var parts = CommitFactsReader(reader, SharedFacts(texts: texts))
        let verdicts = try parts.verdicts()
        reader = parts.reader
        return SharedFacts(texts: texts, words: words, verdicts: verdicts)
    }
}

/// Parts of facts that come again and again, each once: by their bytes, for what is equal may be spelt with other code points.
struct DistinctParts {
    private(set) var count = 0
    /// One after the other, by number.
    private(set) var all = ByteWriter()
    private var numbers: [[UInt8]: Int] = [:]

    mutating func number(of part: ByteWriter) -> Int {
        if let number = numbers[part.bytes] { return number }
        defer { count += 1 }
        numbers[part.bytes] = count
        all.write(part)
        return count
    }
}
