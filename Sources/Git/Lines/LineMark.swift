/// What is kept of one changed line: what kind of line it is, and a number that lines with the same characters share.
///
/// Four bytes a line: 27 bits of the number, 2 of the length and 3 of the kind. Public, for other modules inline nothing that is only
/// `package`, and all lines of a history are asked for these bits several times.
public struct LineMark: BitwiseCopyable, Hashable, Sendable {
    /// What a line is, as far as it shows by itself.
    public enum Kind: UInt8, CaseIterable, Sendable {
        /// Nothing but white space.
        case blank
        /// Brackets and other signs, no word.
        case punctuation
        /// A line that begins as a comment.
        case comment
        /// A line that names another file or module.
        case dependency
        /// At least two words besides.
        case informative
        /// One word only.
        case sparse
    }

    /// How many characters other than white space a line has, as far as it matters for telling lines apart.
    public enum Length: UInt8, Comparable, Sendable {
        /// Fewer than 12.
        case short
        /// 12 to 19.
        case middle
        /// 20 or more.
        case long

        init(characters: Int) {
            self = characters < 12 ? .short : characters < 20 ? .middle : .long
        }

        /// Whether a line is shorter.
        public static func < (left: Length, right: Length) -> Bool { left.rawValue < right.rawValue }
    }

    @usableFromInline let bits: UInt32

    init(kind: Kind, length: Length, number: UInt64) {
        bits = UInt32(truncatingIfNeeded: number) << 5 | UInt32(length.rawValue) << 3 | UInt32(kind.rawValue)
    }

    /// What the line is.
    @inlinable public var kind: Kind { Kind(rawValue: UInt8(bits & 7))! }

    /// How long the line is, white space aside.
    @inlinable public var length: Length { Length(rawValue: UInt8(bits >> 3 & 3)) ?? .long }

    /// A number that two lines share if they differ in white space only (and one in 130 million others of about their length).
    @inlinable public var number: UInt32 { bits >> 3 }

    /// Whether the line counts as a line of content: METRICS calls blank lines meaningless.
    @inlinable public var isMeaningful: Bool { bits & 7 != UInt32(Kind.blank.rawValue) }

    /// Whether the line holds more than brackets and other signs.
    @inlinable public var hasWords: Bool { kind != .blank && kind != .punctuation }

    /// Whether the line does something when the program runs.
    @inlinable public var isCode: Bool { kind == .informative || kind == .sparse || kind == .punctuation }
}

/// Reads a line once: its kind, and a number that does not depend on white space.
struct LineReader {
    private let syntax: CommentSyntax

    init(syntax: CommentSyntax) {
        self.syntax = syntax
    }

    /// - Returns: the mark, and the whole number of which the mark keeps a part.
    func read(_ line: UnsafeRawBufferPointer) -> (mark: LineMark, number: UInt64) {
        var hash = Self.hashStart
        var words = 0
        var characters = 0
        var isInWord = false
        var first = -1
        for (index, byte) in line.enumerated() {
            if byte <= UInt8(ascii: " ") && Self.isSpace(byte) {
                isInWord = false
                continue
            }
            if first < 0 { first = index }
            hash = Self.hash(hash, byte)
            // The bytes of a character behind its first begin with 10.
            if byte & 0xC0 != 0x80 { characters += 1 }
            let isWord = Self.isWordByte(byte)
            if isWord && !isInWord { words += 1 }
            isInWord = isWord
        }
        hash ^= hash >> 32
        let kind: LineMark.Kind
        if first < 0 {
            kind = .blank
        } else {
            let content = UnsafeRawBufferPointer(rebasing: line[first...])
            if syntax.beginsComment(content) {
                kind = .comment
            } else if words == 0 {
                kind = .punctuation
            } else if syntax.beginsDependency(content) {
                kind = .dependency
            } else {
                kind = words >= 2 ? .informative : .sparse
            }
        }
        return (LineMark(kind: kind, length: LineMark.Length(characters: characters), number: hash), hash)
    }

    /// FNV-1a: where it begins, and one step of it.
    static let hashStart: UInt64 = 0xCBF2_9CE4_8422_2325

    static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 32 || (9...13).contains(byte)
    }

    static func isWordByte(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "_")
            || byte >= 0x80
    }
}
