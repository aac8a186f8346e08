/// The words of a commit message, as hashes, for telling whether two commits speak of the same thing.
///
/// What a message says *of another commit* is left out: lines of trailers, object ids and what follows them, quoted subjects. Two commits
/// are alike by what each of them is about, not because one names the other. Linear; of a long message only the head is read.
package struct MessageWords: Hashable, Sendable {
    /// Of many messages: one array for each would be two for every commit of a history.
    private let words: [UInt32]
    private let start: UInt32
    private let subjectCount: UInt32
    private let count: UInt32

    /// Words of the first line, sorted, each once.
    package var subject: ArraySlice<UInt32> { words[Int(start)..<Int(start + subjectCount)] }
    /// Words of the whole message, sorted, each once.
    package var all: ArraySlice<UInt32> { words[Int(start + subjectCount)..<Int(start + subjectCount + count)] }

    private static let limit = 8_192

    /// What earlier readings found.
    ///
    /// - Parameters:
    ///   - words: of some messages, the words of each one's subject before all of its words; both sorted, each word once.
    ///   - start: where the message's words begin.
    ///   - subjectCount: how many the subject has.
    ///   - count: how many the whole message has.
    /// - Returns: nil where they would end behind the last.
    package init?(_ words: [UInt32], start: Int, subjectCount: Int, count: Int) {
        guard start >= 0, subjectCount >= 0, count >= 0, start <= words.count, subjectCount <= words.count - start,
            count <= words.count - start - subjectCount
        else { return nil }
        self.words = words
        (self.start, self.subjectCount, self.count) = (UInt32(start), UInt32(subjectCount), UInt32(count))
    }

    package init(_ message: String) {
        // An array of the whole first, for the head of a string's view is copied byte by byte.
        var reader = WordReader(bytes: Array(Array(message.utf8).prefix(Self.limit)))
        var words: [UInt32] = []
        // Mostly enough: a word has three letters or more.
        words.reserveCapacity(reader.bytes.count / 4)
        var subjectCount: Int?
        while let line = reader.nextLine() {
            if line.isEmpty { continue }
            if subjectCount != nil && reader.isTrailer(line) { continue }
            reader.addWords(in: line, to: &words)
            if subjectCount == nil { subjectCount = words.count }
        }
        let (subject, all) = (words.prefix(subjectCount ?? 0).sortedUnique, words.sortedUnique)
        self.words = subject + all
        (start, self.subjectCount, count) = (0, UInt32(subject.count), UInt32(all.count))
    }

    package static func == (left: MessageWords, right: MessageWords) -> Bool {
        left.subject == right.subject && left.all == right.all
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(all)
    }
}

extension Sequence<UInt32> {
    fileprivate var sortedUnique: [UInt32] {
        let sorted = sorted()
        return Array(capacity: sorted.count) { unique in
            var last: UInt32?
            for word in sorted where word != last {
                unique.append(word)
                last = word
            }
        }
    }
}

/// Goes through a message's bytes once.
private struct WordReader {
    let bytes: [UInt8]
    private var position = 0
    /// Inside quotation marks or brackets that quote another commit: the closing byte.
    private var quote: UInt8?
    private var quotedLines = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func nextLine() -> Range<Int>? {
        guard position < bytes.count else { return nil }
        let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        defer { position = end + 1 }
        return position..<end
    }

    /// `Key-name: …` with a key of one word, or `Key by: …`.
    func isTrailer(_ line: Range<Int>) -> Bool {
        var index = line.lowerBound
        while index < line.upperBound, bytes[index].isWordByte || bytes[index] == UInt8(ascii: "-") { index += 1 }
        return index > line.lowerBound && index + 1 < line.upperBound && bytes[index] == UInt8(ascii: ":")
            && bytes[index + 1] == UInt8(ascii: " ") && (65...90).contains(bytes[line.lowerBound])
    }

    mutating func addWords(in line: Range<Int>, to words: inout [UInt32]) {
        var index = line.lowerBound
        if quote != nil {
            quotedLines += 1
            // A quoted subject spans two lines at most; a mark that is never closed must not hide the rest.
            if quotedLines > 2 { quote = nil }
        }
        while index < line.upperBound {
            let byte = bytes[index]
            if let closing = quote {
                if byte == closing { quote = nil }
                index += 1
                continue
            }
            if byte == UInt8(ascii: "\"") && bytes[(index + 1)..<min(bytes.count, index + 200)].contains(byte) {
                (quote, quotedLines) = (byte, 0)
                index += 1
                continue
            }
            guard byte.isWordByte else {
                index += 1
                continue
            }
            let start = index
            while index < line.upperBound, bytes[index].isWordByte { index += 1 }
            let word = bytes[start..<index]
            if word.isObjectName {
                // What follows a commit's name quotes it: `1a2b3c4 ("subject")`, `1a2b3c4 (subject, date)`, `1a2b3c4 subject`.
                var next = index
                while next < line.upperBound, bytes[next] == 32 || bytes[next] == UInt8(ascii: ":") { next += 1 }
                if next < bytes.count, bytes[next] == UInt8(ascii: "(") {
                    (quote, quotedLines) = (UInt8(ascii: ")"), 0)
                    index = next + 1
                } else if next >= line.upperBound {
                    index = line.upperBound
                } else {
                    while index < line.upperBound, bytes[index] != UInt8(ascii: "."), bytes[index] != UInt8(ascii: ",")
                    {
                        index += 1
                    }
                }
                continue
            }
            append(word, to: &words)
        }
    }

    /// The word in lower case, and its parts: `rx_queue_setup` also says queue.
    private func append(_ word: ArraySlice<UInt8>, to words: inout [UInt32]) {
        let place = words.count
        words.append(.fnvOffset)
        var part: UInt32 = .fnvOffset
        var partLength = 0
        func close() {
            if partLength >= 3 { words.append(part) }
            (part, partLength) = (.fnvOffset, 0)
        }
        var whole: UInt32 = .fnvOffset
        var wasLower = false
        var letters = 0
        for byte in word {
            let lowered = byte.lowered
            whole = whole.mixed(lowered)
            let isUpper = lowered != byte
            if byte == UInt8(ascii: "_") || (isUpper && wasLower) { close() }
            wasLower = !isUpper && byte != UInt8(ascii: "_")
            if byte != UInt8(ascii: "_") {
                part = part.mixed(lowered)
                partLength += 1
                letters += 1
            }
        }
        close()
        if letters < 3 {
            words.removeLast(words.count - place)
            return
        }
        words[place] = whole
        // One part is the word itself.
        if words.count == place + 2 { words.removeLast() }
    }
}

extension UInt32 {
    fileprivate static let fnvOffset: UInt32 = 0x811C_9DC5
    fileprivate func mixed(_ byte: UInt8) -> UInt32 { (self ^ UInt32(byte)) &* 0x0100_0193 }
}

extension UInt8 {
    fileprivate var isWordByte: Bool {
        (self | 0x20) &- 97 < 26 || self &- 48 < 10 || self == 95 || self >= 0x80
    }
    fileprivate var lowered: UInt8 { self &- 65 < 26 ? self | 0x20 : self }
}

extension ArraySlice<UInt8> {
    /// 7 to 64 hexadecimal digits, one of them a numeral.
    fileprivate var isObjectName: Bool {
        (7...64).contains(count) && contains { (48...57).contains($0) }
            && allSatisfy { (48...57).contains($0) || (97...102).contains($0.lowered) }
    }
}
