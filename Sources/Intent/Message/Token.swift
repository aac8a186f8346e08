/// A word, a number, or a mark of a message.
///
/// Words are kept as hashes of their lower-case text, so that a message of a thousand words costs one pass over its
/// bytes and no `String`. A collision of hostile text with a word of a table costs one wrong feature and nothing else.
struct Token {
    enum Kind: UInt8 {
        /// Letters, digits, underscores, bytes outside ASCII; apostrophes inside are passed over (`doesn't` is
        /// `doesnt`).
        case word
        /// A mark, in ``Token/mark``.
        case mark
        /// A word that is part of a path, an address or an expression: `lib/fix.c`, `a.fix()`, `fix@example.org`.
        case code
    }

    let kind: Kind
    /// The byte of a mark; 0 for a word.
    let mark: UInt8
    /// Whether only a hyphen, or nothing, stands between this token and the one before.
    let isJoined: Bool
    private let lineNumber: UInt32
    private let start: UInt32
    private let end: UInt32
    /// FNV-1a of the lower-case text.
    let hash: UInt64

    init(kind: Kind, mark: UInt8, isJoined: Bool, hash: UInt64, range: Range<Int>, line: Int) {
        self.kind = kind
        self.mark = mark
        self.isJoined = isJoined
        self.hash = hash
        start = UInt32(truncatingIfNeeded: range.lowerBound)
        end = UInt32(truncatingIfNeeded: range.upperBound)
        lineNumber = UInt32(truncatingIfNeeded: line)
    }

    /// Bytes of the message.
    @inline(__always)
    var range: Range<Int> { Int(start)..<Int(end) }

    /// Line of the message, from 0.
    @inline(__always)
    var line: Int { Int(lineNumber) }

    /// FNV-1a of a word as the tokeniser hashes it.
    static func hash(_ word: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = fnvOffset
        for byte in word { hash = mixed(hash, byte) }
        return hash
    }

    /// The hashes of words separated by white space.
    static func hashes(_ words: String) -> Set<UInt64> {
        Set(words.split(whereSeparator: \.isWhitespace).map { hash($0.utf8) })
    }

    static let fnvOffset: UInt64 = 0xcbf2_9ce4_8422_2325

    @inline(__always)
    static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
}
