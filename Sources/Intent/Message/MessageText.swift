/// A commit message as lines and tokens, made in one pass over its bytes.
///
/// Of a message longer than ``limit`` only the head and the tail are read: the subject and the trailers.
struct MessageText {
    /// What a line is for.
    enum Role: UInt8 {
        case blank
        /// The first line that is not blank.
        case subject
        case body
        /// A trailer that names people, reviews or other systems: no prose.
        case trailer
    }

    struct Line {
        let bytes: Range<Int>
        let tokens: Range<Int>
        let role: Role
    }

    let bytes: [UInt8]
    let tokens: [Token]
    let lines: [Line]
    /// Index of the subject's line; nil for a message of blanks.
    let subject: Int?

    /// Bytes of a message that are read.
    static let limit = 65_536

    init(_ message: String) {
        let utf8 = message.utf8
        if utf8.count > Self.limit {
            bytes =
                Array(utf8.prefix(Self.limit / 4 * 3)) + [UInt8(ascii: "\n")] + Array(utf8.suffix(Self.limit / 4))
        } else {
            bytes = Array(utf8)
        }
        var tokens: [Token] = []
        tokens.reserveCapacity(bytes.count / 5 + 8)
        var lines: [Line] = []
        var subject: Int?
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
            let firstToken = tokens.count
            tokenise(bytes, start..<end, line: lines.count, into: &tokens)
            let tokenRange = firstToken..<tokens.count
            let role: Role
            if tokenRange.isEmpty {
                role = .blank
            } else if subject == nil {
                role = .subject
                subject = lines.count
            } else {
                role = isTrailer(tokens[tokenRange]) || isFixes(tokens[tokenRange], bytes) ? .trailer : .body
            }
            lines.append(Line(bytes: start..<end, tokens: tokenRange, role: role))
            start = end + 1
        }
        self.tokens = tokens
        self.lines = lines
        self.subject = subject
    }

    /// The tokens of the subject.
    var subjectTokens: Range<Int> { subject.map { lines[$0].tokens } ?? 0..<0 }

    /// The text of some bytes, with runs of white space as one space.
    func text(_ range: Range<Int>) -> String {
        var result: [UInt8] = []
        for byte in bytes[range] {
            let isSpace = byte <= 32
            if isSpace, result.last == 32 || result.isEmpty { continue }
            result.append(isSpace ? 32 : byte)
        }
        if result.last == 32 { result.removeLast() }
        return String(decoding: result, as: UTF8.self)
    }
}

/// Whether a line's tokens are a trailer that says nothing of the change: `Signed-off-by:`, `Change-Id:` and their
/// kind.
private func isTrailer(_ tokens: ArraySlice<Token>) -> Bool {
    var hash = Token.fnvOffset
    var last: UInt64 = 0
    var words = 0
    for token in tokens.prefix(12) {
        if token.kind != .mark {
            guard words == 0 || token.isJoined else { return false }
            words += 1
            last = token.hash
            hash = (hash ^ token.hash) &* 0x100_0000_01b3
        } else if token.mark == UInt8(ascii: ":") {
            return words > 0 && ((words > 1 && last == byWord) || silentKeys.contains(hash))
        } else if words > 0 || !"*>-".utf8.contains(token.mark) {
            return false
        }
    }
    return false
}

/// Whether a line is `Fixes: <object id> …`: what it quotes are the words of another commit.
private func isFixes(_ tokens: ArraySlice<Token>, _ bytes: [UInt8]) -> Bool {
    guard tokens.count >= 3, tokens.first!.hash == fixesWord, tokens[tokens.startIndex + 1].mark == UInt8(ascii: ":")
    else {
        return false
    }
    let name = tokens[tokens.startIndex + 2]
    return name.range.count >= 7
        && bytes[name.range].allSatisfy {
            (48...57).contains($0) || (97...102).contains(lowered($0))
        }
}

private let fixesWord = Token.hash("fixes".utf8)
private let byWord = Token.hash("by".utf8)

/// Keys of trailers without prose, as the combined hash of their words.
private let silentKeys: Set<UInt64> = Set(
    [
        "cc", "to", "from", "date", "link", "change id", "git svn id", "svn id", "reviewed on", "review url",
        "message id",
        "bzr revid", "subject", "author", "committer", "acked", "signed off", "depends", "tbr", "r", "upstream commit",
        "patch mainline", "git commit", "ref", "refs", "see also", "cr commit position", "svn version", "extra",
        "crs fixed", "darcs hash", "differential revision", "reviewers", "subscribers", "auditors", "rb id",
        "rebase source",
        "amend source", "original author", "original commit", "gitorigin revid", "piperorigin revid", "change", "topic",
        "test", "issue id", "branch", "series to", "commit queue", "tested", "bzr", "patchwork", "archived at",
    ].map { key in
        key.split(separator: " ").reduce(Token.fnvOffset) { ($0 ^ Token.hash($1.utf8)) &* 0x100_0000_01b3 }
    })
