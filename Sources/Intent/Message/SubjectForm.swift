/// What the form of a subject says, before its words are read: merge, revert, conventional type, where its first verb
/// stands.
struct SubjectForm {
    /// The type of a conventional commit (`fix(parser)!: …`), in lower case; nil where there is none.
    let conventionalType: String?
    /// Index of the token that begins the sentence, behind `area:`, `[tag]` and issue keys.
    let head: Int
    /// Whether it reads as git, a forge or a merge queue names a merge.
    let isMerge: Bool

    init(_ text: MessageText) {
        let range = text.subjectTokens
        let tokens = text.tokens
        head = Self.head(text, range)
        conventionalType = Self.type(text, range)
        isMerge = Self.isMerge(tokens, range)
    }

    private static func type(_ text: MessageText, _ range: Range<Int>) -> String? {
        guard let first = range.first, text.tokens[first].kind != .mark else { return nil }
        var next = first + 1
        if next < range.upperBound, text.tokens[next].isJoined, text.tokens[next].mark == UInt8(ascii: "(") {
            let limit = min(range.upperBound, next + 16)
            while next < limit, text.tokens[next].mark != UInt8(ascii: ")") { next += 1 }
            guard next < limit else { return nil }
            next += 1
        }
        if next < range.upperBound, text.tokens[next].isJoined, text.tokens[next].mark == UInt8(ascii: "!") {
            next += 1
        }
        guard next < range.upperBound, text.tokens[next].mark == UInt8(ascii: ":"), text.tokens[next].isJoined else {
            return nil
        }
        let word = text.text(text.tokens[first].range).lowercased()
        return ConventionalType.all.contains(word) ? word : nil
    }

    /// Skips bullets, `[tags]`, `(tags)`, issue keys and `area:` parts at the subject's beginning.
    private static func head(_ text: MessageText, _ range: Range<Int>) -> Int {
        let tokens = text.tokens
        let isNumber = { (index: Int) in (48...57).contains(text.bytes[tokens[index].range.lowerBound]) }
        var head = range.lowerBound
        var position = head
        var words = 0
        var depth = 0
        // Further than this a colon belongs to the sentence.
        let limit = min(range.upperBound, range.lowerBound + 24)
        while position < limit {
            let token = tokens[position]
            let mark = token.kind == .mark ? token.mark : 0
            switch mark {
            case UInt8(ascii: "["), UInt8(ascii: "("): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: ")"):
                depth = max(0, depth - 1)
                // What a bracket ends with the subject (`(#123)`) stands before no sentence.
                if depth == 0, words <= 3, position + 1 < range.upperBound {
                    words = 0
                    head = position + 1
                }
            case UInt8(ascii: ":") where depth == 0 && words <= 4:
                words = 0
                head = position + 1
            case 0 where depth == 0: words += token.isJoined ? 0 : 1
            case 0: break
            default: if words == 0, depth == 0 { head = position + 1 }
            }
            position += 1
        }
        // `ABC-123 Fix`, `#123 Fix`: a key is no verb.
        if head + 1 < range.upperBound, tokens[head + 1].isJoined, isNumber(head + 1) { head += 1 }
        if head + 1 < range.upperBound, isNumber(head) { head += 1 }
        return head < range.upperBound ? head : range.lowerBound
    }

    private static func isMerge(_ tokens: [Token], _ range: Range<Int>) -> Bool {
        guard let first = range.first, tokens[first].hash == merge else {
            return range.count > 2 && tokens[range.lowerBound].hash == auto
                && tokens[range.lowerBound + 1].hash == merge
        }
        guard first + 1 < range.upperBound else { return range.count == 1 }
        return tokens[(first + 1)..<min(range.upperBound, first + 4)].contains {
            mergeObjects.contains($0.hash) || $0.mark == UInt8(ascii: "'") || $0.kind == .code
                || $0.mark == UInt8(ascii: "/")
        }
    }

    private static let merge = Token.hash("merge".utf8)
    private static let auto = Token.hash("auto".utf8)
    private static let mergeObjects: Set<UInt64> = Token.hashes(
        """
        branch branches pull tag tags commit remote remotes pr request from into with of git master main trunk
        upstream head origin
        """)
}

/// The types of conventional commits and what each says of a repair.
enum ConventionalType {
    /// Types that declare a repair.
    static let repairs: Set<String> = ["fix", "bugfix", "hotfix", "fixes"]
    /// Types that declare that the commit is something else (METRICS §5).
    static let others: Set<String> = [
        "feat", "feature", "docs", "doc", "style", "refactor", "test", "tests", "ci", "chore",
    ]
    /// Types that leave it open.
    static let open: Set<String> = ["build", "perf", "revert", "deps", "release", "security", "wip", "improvement"]
    static let all = repairs.union(others).union(open)
}
