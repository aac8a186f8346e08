/// One `Key: value` line of a commit message.
///
/// Git itself only sees the trailers of a message's last block. Squash merges, text after the block, bullets and quotation
/// push them out of it, and a reader of marks wants those too: ``all(in:)`` finds a trailer on any line but the subject,
/// ``lastBlock(in:)`` finds what `git interpret-trailers --parse --no-divider` finds.
package struct Trailer: Hashable, Sendable {
    /// As written; keys compare without regard to case.
    package let key: String
    /// Without surrounding white space; one line, unless folded lines were joined with a space.
    package let value: String
    /// Whether git counts it as a trailer.
    package let isInLastBlock: Bool
    /// Line of the message, from 0.
    package let line: Int
    /// What stands before the key: white space, bullets or quotation marks, at most six bytes; empty as a rule.
    package let lead: String

    package init(key: String, value: String, isInLastBlock: Bool = true, line: Int = 0, lead: String = "") {
        self.key = key
        self.value = value
        self.isInLastBlock = isInLastBlock
        self.line = line
        self.lead = lead
    }

    /// Trailers on any line after the subject, in order of lines, with `&lt;`, `&gt;` and `&amp;` undone in the values.
    ///
    /// A line is a trailer if it reads `Key: value` after at most six bytes of blanks, `>`, `*` and `-`, where a key is
    /// letters, digits, `-` and `_`. Linear in the message.
    package static func all(in message: String) -> [Trailer] {
        let lines = MessageLines(message)
        let block = TrailerBlock(lines).trailers
        var found: [Trailer] = []
        var nextInBlock = 0
        var isSubjectSeen = false
        for index in 0..<lines.count {
            if nextInBlock < block.count, block[nextInBlock].line == index {
                found.append(block[nextInBlock].unescaped)
                nextInBlock += 1
                isSubjectSeen = true
                continue
            }
            guard isSubjectSeen else {
                isSubjectSeen = !lines.isBlankLine(index)
                continue
            }
            if let trailer = lines.looseTrailer(index) { found.append(trailer.unescaped) }
        }
        return found
    }

    /// The trailers that git itself finds: those of the last paragraph, if that is a trailer block by git's rules.
    package static func lastBlock(in message: String) -> [Trailer] {
        TrailerBlock(MessageLines(message)).trailers
    }

    private var unescaped: Trailer {
        guard value.utf8.contains(UInt8(ascii: "&")) else { return self }
        return Trailer(
            key: key, value: undoingEntities(value), isInLastBlock: isInLastBlock, line: line, lead: lead)
    }
}

/// `&amp;` last and once, so that `&amp;lt;` becomes `&lt;` and no more.
private func undoingEntities(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let ampersand = rest.firstIndex(of: "&") {
        result += rest[..<ampersand]
        rest = rest[ampersand...]
        if let (entity, character) = [("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")].first(where: {
            rest.hasPrefix($0.0)
        }) {
            result += character
            rest = rest.dropFirst(entity.count)
        } else {
            result += "&"
            rest = rest.dropFirst()
        }
    }
    return result + rest
}

/// The lines of a message as ranges of its bytes, without their line feeds.
private struct MessageLines {
    private let bytes: [UInt8]
    private let ranges: [Range<Int>]

    init(_ message: String) {
        bytes = Array(message.utf8)
        var ranges: [Range<Int>] = []
        var start = 0
        for position in bytes.indices where bytes[position] == UInt8(ascii: "\n") {
            ranges.append(start..<position)
            start = position + 1
        }
        if start < bytes.count { ranges.append(start..<bytes.count) }
        self.ranges = ranges
    }

    var count: Int { ranges.count }

    subscript(index: Int) -> ArraySlice<UInt8> { bytes[ranges[index]] }

    func isBlankLine(_ index: Int) -> Bool { self[index].allSatisfy(isSpace) }

    /// The line as a trailer if it reads `Key: value` behind at most six bytes of lead.
    func looseTrailer(_ index: Int) -> Trailer? {
        let line = self[index]
        let lead = line.prefix(6).prefix { isBlank($0) || "*->".utf8.contains($0) }
        let body = line.dropFirst(lead.count)
        let key = body.prefix { isKeyByte($0) || $0 == UInt8(ascii: "_") }
        guard let first = key.first, first != UInt8(ascii: "-"), key.count <= 64 else { return nil }
        let afterKey = body.dropFirst(key.count).drop(while: isBlank)
        guard afterKey.first == UInt8(ascii: ":") else { return nil }
        return Trailer(
            key: String(decoding: key, as: UTF8.self), value: text(afterKey.dropFirst()), isInLastBlock: false,
            line: index, lead: String(decoding: lead, as: UTF8.self))
    }
}

/// The trailer block at the end of a message, found as git's `trailer.c` finds it (with its defaults: `#` comments, `:`).
private struct TrailerBlock {
    let trailers: [Trailer]

    init(_ lines: MessageLines) {
        let end = Self.end(lines)
        let start = Self.start(lines, end: end)
        var groups: [(line: Int, isTrailer: Bool, text: [UInt8])] = []
        for index in start..<max(start, end) {
            let line = lines[index]
            if let last = groups.last, last.isTrailer, let first = line.first, isSpace(first) {
                let folded = line.drop(while: isSpace)
                groups[groups.count - 1].text += [UInt8(ascii: " ")] + folded
            } else {
                groups.append((index, separator(line) != nil, Array(line)))
            }
        }
        trailers = groups.compactMap { group in
            guard group.text.first != UInt8(ascii: "#"), let colon = separator(group.text[...]) else { return nil }
            return Trailer(
                key: text(group.text[..<colon]), value: text(group.text[(colon + 1)...]), isInLastBlock: true,
                line: group.line)
        }
    }

    /// The line behind the last one of the message proper: a scissors line, comments, blank lines and an old-style list of
    /// conflicts at the end are none of it.
    private static func end(_ lines: MessageLines) -> Int {
        let scissors = Array("# ------------------------ >8 ------------------------".utf8)
        let cutoff = (0..<lines.count).first { lines[$0].elementsEqual(scissors) } ?? lines.count
        var ignored: Int?
        var isInConflicts = false
        for index in 0..<cutoff {
            let line = lines[index]
            if line.isEmpty || line.first == UInt8(ascii: "#") {
                ignored = ignored ?? index
            } else if line.elementsEqual("Conflicts:".utf8) {
                isInConflicts = true
                ignored = ignored ?? index
            } else if !(isInConflicts && line.first == UInt8(ascii: "\t")) {
                ignored = nil
                isInConflicts = false
            }
        }
        return ignored ?? cutoff
    }

    /// The first line of the block; `end` where the last paragraph is none: all its lines must be trailers, or at least a
    /// quarter of them where one is a line that git itself writes.
    private static func start(_ lines: MessageLines, end: Int) -> Int {
        let isComment = { (index: Int) in lines[index].first == UInt8(ascii: "#") }
        let endOfTitle = (0..<end).first { !isComment($0) && lines.isBlankLine($0) } ?? end
        var onlySpaces = true
        var trailers = 0
        var others = 0
        var possibleContinuations = 0
        var isGitsOwn = false
        for index in (endOfTitle..<end).reversed() {
            let line = lines[index]
            if isComment(index) {
                others += possibleContinuations
                possibleContinuations = 0
            } else if lines.isBlankLine(index) {
                if onlySpaces { continue }
                others += possibleContinuations
                let isBlock = isGitsOwn ? trailers * 3 >= others : trailers > 0 && others == 0
                return isBlock ? index + 1 : end
            } else {
                onlySpaces = false
                let isSpaced = line.first.map(isSpace) ?? false
                if line.starts(with: "Signed-off-by: ".utf8) || line.starts(with: "(cherry picked from commit ".utf8) {
                    trailers += 1
                    possibleContinuations = 0
                    isGitsOwn = true
                } else if !isSpaced, separator(line) != nil {
                    trailers += 1
                    possibleContinuations = 0
                } else if isSpaced {
                    possibleContinuations += 1
                } else {
                    others += 1 + possibleContinuations
                    possibleContinuations = 0
                }
            }
        }
        return end
    }
}

/// Where the colon of `Key :` stands, if the line begins with a key.
private func separator(_ line: ArraySlice<UInt8>) -> Int? {
    let key = line.prefix(while: isKeyByte)
    guard !key.isEmpty else { return nil }
    let rest = line.dropFirst(key.count).drop(while: isBlank)
    return rest.first == UInt8(ascii: ":") ? rest.startIndex : nil
}

private func text(_ bytes: ArraySlice<UInt8>) -> String {
    let start = bytes.drop(while: isSpace)
    let end = start.lastIndex { !isSpace($0) } ?? start.startIndex - 1
    return String(decoding: start[start.startIndex..<(end + 1)], as: UTF8.self)
}

private func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"):
        true
    default: false
    }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

/// C's `isspace`, which is git's.
private func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || (9...13).contains(byte) }
