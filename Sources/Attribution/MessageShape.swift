/// What the form of a message says: squashed, reverting, copied, and which of its lines quote another commit.
struct MessageShape {
    private(set) var flags: CommitFlags = []
    /// The first line, 400 bytes at most.
    let subject: String
    /// From this line on, indented and quoted lines are another commit's text.
    private var quotedFrom: Int?
    let lines: LineRanges

    /// - Parameter coAuthors: the number of different `Co-authored-by` trailers.
    init(_ message: String, coAuthors: Int) {
        lines = LineRanges(message)
        subject = lines.text(lines.subject, atMost: 400)
        let isPullRequest = subject.hasSuffix(")") && (subject.contains("(#") || subject.contains("(!"))
        if subject.hasPrefix("Revert \"") || subject.hasPrefix("revert:") || subject.hasPrefix("Reapply \"") {
            flags.insert(.revert)
        }
        var bullets = 0
        var isSquashLog = false
        var lastWasBlank = true
        for line in (lines.subject + 1)..<max(lines.subject + 1, lines.count) {
            let first = lines.first(line)
            defer { lastWasBlank = first == nil }
            switch first {
            case UInt8(ascii: "*"): if lastWasBlank, lines.has(line, prefix: "* ") { bullets += 1 }
            case UInt8(ascii: "-"): if lines.isRule(line, of: UInt8(ascii: "-")) { flags.insert(.squash) }
            case UInt8(ascii: "S"):
                if lines.has(line, prefix: "Squashed commit of the following") {
                    flags.insert(.squash)
                    isSquashLog = true
                }
            case UInt8(ascii: "T"):
                let isRevert = lines.has(line, prefix: "This reverts ")
                if isRevert { flags.insert(.revert) }
                if isRevert || lines.has(line, prefix: "This is a reland") { quotedFrom = quotedFrom ?? line }
            case UInt8(ascii: "("), UInt8(ascii: "["):
                if Self.copies.contains(where: { lines.has(line, prefix: $0) }) { flags.insert(.cherryPick) }
            case UInt8(ascii: "O"):
                if lines.has(line, prefix: "Original change's description:")
                    || lines.has(line, prefix: "Original commit")
                {
                    quotedFrom = quotedFrom ?? line
                }
            case UInt8(ascii: "c"):
                guard lines.has(line, prefix: "commit ") else { continue }
                let words = lines.text(line, atMost: 90).split(separator: " ")
                guard words.count >= 2, words[1].utf8.count >= 12, words[1].allSatisfy(\.isHexDigit) else { continue }
                if words.count == 3, words[2] == "upstream." { flags.insert(.cherryPick) }
                if !isSquashLog { quotedFrom = quotedFrom ?? line }
            default: break
            }
        }
        if isPullRequest, bullets >= 2 || coAuthors >= 4 { flags.insert(.squash) }
    }

    private static let copies = [
        "(cherry picked from commit ", "(cherry-picked from commit ", "(backported from commit ", "[ Upstream commit ",
    ]

    /// Whether a line quotes another commit: behind a `>`, or indented, below the announcement of a commit's text.
    func isQuotation(line: Int) -> Bool {
        guard let quotedFrom, line > quotedFrom else { return false }
        let text = lines.text(line, atMost: 8)
        let body = text.drop { $0 == " " || $0 == "\t" }
        return body.first == ">" || body.first == "|" || text.hasPrefix("    ") || text.hasPrefix("\t")
    }

    /// Whether a line of text is the commit's own: it quotes no commit, and nothing said elsewhere.
    func isOwn(line: Int) -> Bool {
        !isQuotation(line: line) && lines.text(line, atMost: 8).drop { $0 == " " }.first != ">"
    }
}

/// The branch that a merge commit's subject says it merged: `Merge branch 'a/b'`, `Merge pull request #1 from owner/a/b`.
func mergedBranch(subject: String) -> String? {
    guard subject.hasPrefix("Merge ") else { return nil }
    if subject.hasPrefix("Merge pull request "), let range = subject.firstRange(of: " from ") {
        let source = subject[range.upperBound...].prefix { !$0.isWhitespace }
        return source.firstIndex(of: "/").map { String(source[source.index(after: $0)...]) }
    }
    for opening in ["branch '", "branches '", "remote-tracking branch '"] {
        guard let range = subject.firstRange(of: opening) else { continue }
        let name = subject[range.upperBound...].prefix { $0 != "'" }
        return String(name.hasPrefix("origin/") ? name.dropFirst(7) : name)
    }
    return nil
}
