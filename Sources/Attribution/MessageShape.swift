/// What the form of a message says: squashed, reverting, copied, and which of its lines quote another commit.
struct MessageShape {
    private(set) var flags: CommitFlags = []
    /// The first line, 400 bytes at most.
    let subject: String
    /// From this line on, indented and quoted lines are another commit's text.
    private var quotedFrom: Int?
    private let lines: LineRanges

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
            let range = lines.range(line)
            defer { lastWasBlank = range.isEmpty }
            guard let first = lines.byte(range.lowerBound, before: range.upperBound) else { continue }
            switch first {
            case UInt8(ascii: "*"):
                if lastWasBlank, lines.text(line, atMost: 2) == "* " { bullets += 1 }
            case UInt8(ascii: "-"):
                if lines.text(line, atMost: 80).utf8.allSatisfy({ $0 == UInt8(ascii: "-") }), range.count >= 9 {
                    flags.insert(.squash)
                }
            case UInt8(ascii: "S"):
                if lines.text(line, atMost: 80).hasPrefix("Squashed commit of the following") {
                    flags.insert(.squash)
                    isSquashLog = true
                }
            case UInt8(ascii: "T"):
                let text = lines.text(line, atMost: 80)
                if text.hasPrefix("This reverts commit ") || text.hasPrefix("This reverts ") {
                    flags.insert(.revert)
                    quotedFrom = quotedFrom ?? line
                }
                if text.hasPrefix("This is a reland") { quotedFrom = quotedFrom ?? line }
            case UInt8(ascii: "("):
                let text = lines.text(line, atMost: 80)
                if text.hasPrefix("(cherry picked from commit ") || text.hasPrefix("(backported from commit ")
                    || text.hasPrefix("(cherry-picked from commit ")
                {
                    flags.insert(.cherryPick)
                }
            case UInt8(ascii: "["):
                if lines.text(line, atMost: 80).hasPrefix("[ Upstream commit ") { flags.insert(.cherryPick) }
            case UInt8(ascii: "O"):
                let text = lines.text(line, atMost: 80)
                if text.hasPrefix("Original change's description:") || text.hasPrefix("Original commit message") {
                    quotedFrom = quotedFrom ?? line
                }
            case UInt8(ascii: "c"):
                let text = lines.text(line, atMost: 80)
                guard text.hasPrefix("commit "), text.dropFirst(7).prefix(40).allSatisfy(\.isHexDigit),
                    text.utf8.count >= 19
                else { continue }
                if text.hasSuffix(" upstream.") { flags.insert(.cherryPick) }
                if !isSquashLog { quotedFrom = quotedFrom ?? line }
            default: break
            }
        }
        if bullets >= 2, isPullRequest { flags.insert(.squash) }
        if coAuthors >= 4, isPullRequest { flags.insert(.squash) }
    }

    /// Whether a line quotes another commit: behind a `>`, or indented behind the announcement of a commit's text.
    func isQuotation(line: Int) -> Bool {
        let text = lines.text(line, atMost: 8)
        let body = text.drop { $0 == " " || $0 == "\t" }
        if let quotedFrom, line > quotedFrom {
            return body.first == ">" || body.first == "|" || text.hasPrefix("    ") || text.hasPrefix("\t")
        }
        return false
    }

    /// Whether a line of text stands behind a `>`, which quotes something said elsewhere.
    func isSpeech(line: Int) -> Bool {
        lines.text(line, atMost: 8).drop { $0 == " " }.first == ">"
    }
}

extension LineRanges {
    func byte(_ position: Int, before end: Int) -> UInt8? { position < end ? self[position] : nil }
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
