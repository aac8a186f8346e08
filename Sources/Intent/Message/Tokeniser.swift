/// Appends the tokens of one line. Linear: every byte is looked at once or twice.
func tokenise(_ bytes: [UInt8], _ line: Range<Int>, line number: Int, into tokens: inout [Token]) {
    var position = line.lowerBound
    let end = line.upperBound
    while position < end {
        while position < end, bytes[position] <= 32 { position += 1 }
        let start = position
        while position < end, bytes[position] > 32 { position += 1 }
        if start < position { chunk(bytes, start..<position, line: number, into: &tokens) }
    }
}

/// A run of bytes between white space.
private func chunk(_ bytes: [UInt8], _ range: Range<Int>, line: Int, into tokens: inout [Token]) {
    let isCode = isCodeLike(bytes, range)
    var position = range.lowerBound
    var isJoined = false
    while position < range.upperBound {
        let byte = bytes[position]
        if let mark = typographicMark(bytes, position, range.upperBound) {
            tokens.append(
                Token(
                    kind: .mark, mark: mark, isJoined: isJoined, hash: 0, range: position..<(position + 3), line: line))
            isJoined = true
            position += 3
            continue
        }
        guard isWordByte(byte) else {
            let isHyphen = byte == UInt8(ascii: "-") && position > range.lowerBound && position + 1 < range.upperBound
            if !isHyphen {
                tokens.append(
                    Token(
                        kind: .mark, mark: byte, isJoined: isJoined, hash: 0, range: position..<(position + 1),
                        line: line))
            }
            isJoined = true
            position += 1
            continue
        }
        let start = position
        var hash = Token.fnvOffset
        while position < range.upperBound {
            let byte = bytes[position]
            if let mark = typographicMark(bytes, position, range.upperBound) {
                let next = position + 3
                guard mark == UInt8(ascii: "'"), next < range.upperBound, isWordByte(bytes[next]) else { break }
                position = next
            } else if isWordByte(byte) {
                hash = Token.mixed(hash, lowered(byte))
                position += 1
            } else if byte == UInt8(ascii: "'"), position + 1 < range.upperBound, isWordByte(bytes[position + 1]) {
                position += 1
            } else {
                break
            }
        }
        tokens.append(
            Token(
                kind: isCode ? .code : .word, mark: 0, isJoined: isJoined, hash: hash, range: start..<position,
                line: line))
        isJoined = true
    }
}

/// Whether a run holds a mark between word bytes that prose does not have there: `a.b`, `a_b` is a word, `a/b.c`,
/// `a::b`, `a->b`, `a=b`, `a@b`, `f(`. A slash alone is prose (`and/or`), a colon too (`area:fix`).
private func isCodeLike(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var position = range.lowerBound + 1
    while position + 1 < range.upperBound {
        switch bytes[position] {
        case UInt8(ascii: "."), UInt8(ascii: "@"), UInt8(ascii: "="), UInt8(ascii: "\\"), UInt8(ascii: "$"):
            if isWordByte(bytes[position - 1]), isWordByte(bytes[position + 1]) { return true }
        case UInt8(ascii: ">"):
            if bytes[position - 1] == UInt8(ascii: "-"), position - 2 >= range.lowerBound,
                isWordByte(bytes[position + 1])
            {
                return true
            }
        case UInt8(ascii: ":"), UInt8(ascii: "/"):
            if bytes[position + 1] == bytes[position] || bytes[position + 1] == UInt8(ascii: "/") { return true }
        case UInt8(ascii: "("):
            if isWordByte(bytes[position - 1]), bytes[position + 1] == UInt8(ascii: ")") { return true }
        default: break
        }
        position += 1
    }
    return false
}

/// The ASCII mark that a three-byte mark of general punctuation (U+2010 to U+203F) stands for; nil where there is none.
@inline(__always)
private func typographicMark(_ bytes: [UInt8], _ position: Int, _ end: Int) -> UInt8? {
    guard bytes[position] == 0xe2, position + 2 < end, bytes[position + 1] == 0x80 else { return nil }
    return switch bytes[position + 2] {
    case 0x98, 0x99: UInt8(ascii: "'")
    case 0x9c, 0x9d: UInt8(ascii: "\"")
    case 0x90...0x95: UInt8(ascii: "-")
    default: UInt8(ascii: ".")
    }
}

@inline(__always)
func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 128...255:
        true
    default: false
    }
}

@inline(__always)
func lowered(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
}
