/// Reads which commits a message names and in what sense. Linear in the message: windows of a fixed number of tokens
/// around every object id and every quotation behind a cue.
struct DeclarationReader {
    private let text: MessageText
    /// Index of tokens that may be object ids.
    private let names: [Int]
    /// For a token, the cue that ends just before it, longest first; -1 for none.
    private var cueEnding: [Int16] = []
    private var cueStarting: [Int16] = []
    /// With the byte at which each stands.
    private var found: [(place: Int, declaration: Declaration)] = []
    /// Names that are done with, by token.
    private var isRead: Set<Int> = []
    /// Quotations that are done with, by the byte behind the mark.
    private var isQuoted: Set<Int> = []

    /// Declarations that are kept of one message; release notes name thousands.
    private static let limit = 256
    /// Tokens between a cue and the name.
    private static let reach = 12

    static func declarations(in text: MessageText) -> [Declaration] {
        let names = text.tokens.indices.filter { isObjectName(text, $0) }
        guard !names.isEmpty || text.bytes.contains(UInt8(ascii: "\"")) else { return [] }
        var reader = DeclarationReader(text: text, names: Array(names.prefix(limit)))
        reader.readTrailers()
        // Most messages that name a commit do so in a trailer and need no more.
        if names.isEmpty || reader.isRead.count < reader.names.count {
            reader.findCues()
            reader.readProse()
            reader.readQuotations()
        }
        return reader.found.sorted { $0.place < $1.place }.map(\.declaration)
    }

    private init(text: MessageText, names: [Int]) {
        self.text = text
        self.names = names
    }

    // MARK: Fixes: lines

    private mutating func readTrailers() {
        for (number, line) in text.lines.enumerated() where line.role == .body || line.role == .trailer {
            guard var position = afterFixes(line.tokens) else { continue }
            let start = position
            var end = line.tokens.upperBound
            var next = number + 1
            while position < end {
                if isName(position) {
                    append(.fixes, position, rule: DeclarationCue.trailer, from: line.tokens.lowerBound)
                    let subject = position + 1
                    position = afterSubject(subject, below: end)
                    // What looks like an id inside the quoted subject is the other commit's affair.
                    for index in subject..<max(subject, position) where isName(index) { isRead.insert(index) }
                } else if isSeparator(position) || isFiller(position) || isAddress(position) {
                    position += 1
                } else {
                    break
                }
                // Further names may stand alone on the lines below.
                if position == end, next < text.lines.count, let first = text.lines[next].tokens.first, isName(first) {
                    end = text.lines[next].tokens.upperBound
                    next += 1
                }
            }
            if position < end, !isRead.contains(start), let quotation = quotation(from: start, line: number) {
                append(quotation, kind: .fixes, rule: DeclarationCue.trailer)
            }
        }
    }

    /// The token behind `Fixes:` if the line begins so, behind at most four marks.
    private func afterFixes(_ range: Range<Int>) -> Int? {
        var position = range.lowerBound
        while position < range.upperBound, text.tokens[position].kind == .mark, position - range.lowerBound < 4 {
            position += 1
        }
        guard position + 1 < range.upperBound, fixesKeys.contains(text.tokens[position].hash),
            text.tokens[position + 1].mark == UInt8(ascii: ":")
        else { return nil }
        return position + 2
    }

    private func isAddress(_ index: Int) -> Bool {
        let token = text.tokens[index]
        return token.kind == .code || (token.kind == .mark && token.isJoined)
    }

    // MARK: Prose

    private mutating func findCues() {
        cueEnding = Array(repeating: -1, count: text.tokens.count + 1)
        cueStarting = cueEnding
        var lengths = cueEnding
        for start in text.tokens.indices {
            cueIndex.matches(text.tokens, at: start, below: text.tokens.count) { value, end in
                switch DeclarationCue.all[value].side {
                case .before:
                    guard Int(lengths[end]) < end - start else { return }
                    lengths[end] = Int16(end - start)
                    cueEnding[end] = Int16(value)
                case .after: cueStarting[start] = Int16(value)
                }
            }
        }
    }

    private mutating func readProse() {
        var lastEnd = 0
        var lastRule: DeclarationCue?
        for name in names where !isRead.contains(name) {
            var before = cueBefore(name)
            if before == nil, let lastRule, lastEnd < name, isList(lastEnd..<name) { before = (lastRule, name) }
            let end = afterSubject(name + 1, below: text.tokens.count)
            var rule = Self.better(before?.cue, cueAfter(end))
            if let weak = rule, weak.kind == .introducedBy, weak.confidence < Declaration.linkThreshold {
                if speaksOfCause(before: name) || (weak.side == .after && speaksOfDefect(behind: end)) {
                    rule = DeclarationCue.context
                } else if weak.id == "prose.in" {
                    rule = nil
                }
            }
            lastRule = rule
            lastEnd = end
            append(
                rule?.kind ?? .mention, name, rule: rule,
                from: before?.cue.id == rule?.id ? before?.start ?? name : name)
        }
    }

    private static func better(_ before: DeclarationCue?, _ after: DeclarationCue?) -> DeclarationCue? {
        guard let before else { return after }
        guard let after, before.kind.namesInducer else { return before }
        return after.confidence > before.confidence ? after : before
    }

    /// The nearest cue before a name, the longest where several end at the same word.
    private func cueBefore(_ name: Int) -> (cue: DeclarationCue, start: Int)? {
        var position = name
        while position >= 0, name - position < Self.reach {
            if position < name, isEnd(position, before: name) { return nil }
            if cueEnding[position] >= 0 {
                return (DeclarationCue.all[Int(cueEnding[position])], max(0, position - 3))
            }
            guard position > 0, isFiller(position - 1), !isRead.contains(position - 1) else { return nil }
            position -= 1
        }
        return nil
    }

    /// Whether the sentence before a name says that something went wrong there, and not that it was repaired there:
    /// "introduced when we moved the folders in <commit>".
    private func speaksOfCause(before name: Int) -> Bool {
        var position = name - 1
        var isFound = false
        while position >= 0, name - position <= 18, !isSentenceEnd(position),
            text.tokens[position].line != text.subject
                || text.tokens[name].line == text.subject
        {
            if DeclarationCue.repairWords.contains(text.tokens[position].hash) { return false }
            isFound = isFound || DeclarationCue.causeWords.contains(text.tokens[position].hash)
            position -= 1
        }
        return isFound
    }

    private func speaksOfDefect(behind start: Int) -> Bool {
        var position = start
        while position < text.tokens.count, position - start <= 18, !isSentenceEnd(position) {
            if DeclarationCue.defectWords.contains(text.tokens[position].hash) { return true }
            position += 1
        }
        return false
    }

    private func cueAfter(_ start: Int) -> DeclarationCue? {
        var best: DeclarationCue?
        var position = start
        while position < text.tokens.count, position - start < Self.reach, !isSentenceEnd(position), !isName(position) {
            if cueStarting[position] >= 0 {
                let cue = DeclarationCue.all[Int(cueStarting[position])]
                if cue.confidence > best?.confidence ?? 0 { best = cue }
            }
            position += 1
        }
        return best
    }

    /// Whether only separators and fillers stand in a range.
    private func isList(_ range: Range<Int>) -> Bool {
        range.count <= 6 && !range.isEmpty && range.allSatisfy { isSeparator($0) || isFiller($0) }
    }

    // MARK: Quoted subjects

    private mutating func readQuotations() {
        guard text.bytes.contains(UInt8(ascii: "\"")) else { return }
        for position in text.tokens.indices where cueEnding[position] >= 0 {
            let cue = DeclarationCue.all[Int(cueEnding[position])]
            guard cue.takesSubject, text.tokens[position - 1].line != text.subject else { continue }
            var start = position
            while start < text.tokens.count, start - position < 5, isFiller(start),
                text.tokens[start].mark != UInt8(ascii: "\"")
            { start += 1 }
            guard start < text.tokens.count, text.tokens[start].mark == UInt8(ascii: "\""),
                let quotation = quotation(from: start, line: text.tokens[start].line)
            else { continue }
            append(quotation, kind: cue.kind, rule: cue)
        }
    }

    /// The text between the quotation mark at, or one token behind, a position and the next one that closes it.
    private func quotation(from start: Int, line: Int) -> (bytes: Range<Int>, line: Int)? {
        var open = start
        while open < text.tokens.count, open < start + 2, text.tokens[open].mark != UInt8(ascii: "\"") { open += 1 }
        guard open < min(start + 2, text.tokens.count), text.tokens[open].mark == UInt8(ascii: "\""),
            text.tokens[open].line == line
        else { return nil }
        var close: Int?
        var position = open + 1
        while position < text.tokens.count, position - open < 60, text.tokens[position].line <= line + 2 {
            // A nested quotation of a reverted revert closes later on the same line.
            if text.tokens[position].mark == UInt8(ascii: "\"") {
                close = position
                let isNested =
                    position + 1 < text.tokens.count && text.tokens[position + 1].kind != .mark
                    && text.tokens[position + 1].isJoined
                if !isNested,
                    !(position + 1 < text.tokens.count && text.tokens[position + 1].mark == UInt8(ascii: "\""))
                {
                    break
                }
            }
            if isName(position) { return nil }
            position += 1
        }
        guard let close, close - open >= 3 else { return nil }
        // The id beside a quotation is the better name.
        for near in max(0, open - 3)..<open where isName(near) { return nil }
        for near in close..<min(close + 3, text.tokens.count) where isName(near) { return nil }
        let bytes = text.tokens[open].range.upperBound..<text.tokens[close].range.lowerBound
        return bytes.count >= 10 && bytes.count <= 250 ? (bytes, line) : nil
    }

    // MARK: Results

    private mutating func append(_ kind: Declaration.Kind, _ name: Int, rule: DeclarationCue?, from start: Int) {
        isRead.insert(name)
        guard found.count < Self.limit else { return }
        let token = text.tokens[name]
        let bytes = min(text.tokens[start].range.lowerBound, token.range.lowerBound)..<token.range.upperBound
        let declaration = Declaration(
            kind: kind, target: .abbreviated(text.text(token.range).lowercased()), rule: rule?.id ?? "mention",
            matchedText: text.text(bytes), confidence: rule?.confidence ?? 0.2, line: token.line)
        found.append((token.range.lowerBound, declaration))
    }

    private mutating func append(
        _ quotation: (bytes: Range<Int>, line: Int), kind: Declaration.Kind, rule: DeclarationCue
    ) {
        guard found.count < Self.limit, isQuoted.insert(quotation.bytes.lowerBound).inserted else { return }
        let subject = text.text(quotation.bytes)
        let declaration = Declaration(
            kind: kind, target: .subject(subject), rule: rule.id, matchedText: "\"\(subject)\"",
            confidence: rule.confidence * 0.9, line: quotation.line)
        found.append((quotation.bytes.lowerBound, declaration))
    }

    // MARK: Tokens

    private func isName(_ index: Int) -> Bool { isObjectName(text, index) }

    private func isFiller(_ index: Int) -> Bool {
        let token = text.tokens[index]
        return token.kind == .mark
            ? DeclarationCue.fillerMarks.contains(token.mark) : DeclarationCue.fillers.contains(token.hash)
    }

    private func isSeparator(_ index: Int) -> Bool {
        let token = text.tokens[index]
        return token.kind == .mark
            ? DeclarationCue.separatorMarks.contains(token.mark) : DeclarationCue.separators.contains(token.hash)
    }

    /// Whether a sentence ends with this token; `837d16c...` and `e.g.` end none.
    private func isSentenceEnd(_ index: Int) -> Bool {
        let token = text.tokens[index]
        guard token.kind == .mark,
            token.mark == UInt8(ascii: ".") || token.mark == UInt8(ascii: "!") || token.mark == UInt8(ascii: "?")
        else { return index > 0 && token.line - text.tokens[index - 1].line > 1 }
        let isRepeated =
            (index > 0 && text.tokens[index - 1].mark == token.mark && token.isJoined)
            || (index + 1 < text.tokens.count && text.tokens[index + 1].mark == token.mark)
        return !isRepeated && !(index + 1 < text.tokens.count && text.tokens[index + 1].isJoined)
    }

    /// Whether a cue that ends before `index` is out of the sentence of the name. A name alone behind a blank line
    /// belongs to the sentence above it.
    private func isEnd(_ index: Int, before name: Int) -> Bool {
        isSentenceEnd(index) && !(index == name && text.tokens[name].line - text.tokens[name - 1].line <= 2)
    }

    /// The token behind the `("subject", date)` or `"subject"` that may follow a name.
    private func afterSubject(_ start: Int, below end: Int) -> Int {
        var position = start
        while position < end, text.tokens[position].mark == UInt8(ascii: "."), text.tokens[position].isJoined,
            position + 1 < end, text.tokens[position + 1].mark == UInt8(ascii: ".") || position > start
        { position += 1 }
        guard position < end else { return end }
        let close: UInt8
        switch text.tokens[position].mark {
        case UInt8(ascii: "("): close = UInt8(ascii: ")")
        case UInt8(ascii: "["): close = UInt8(ascii: "]")
        case UInt8(ascii: "\""): close = UInt8(ascii: "\"")
        case UInt8(ascii: "'"): close = UInt8(ascii: "'")
        case UInt8(ascii: "`"), UInt8(ascii: "]"): return afterSubject(position + 1, below: end)
        default: return position
        }
        let open = text.tokens[position].mark
        var depth = 1
        var next = position + 1
        while next < end, next - position < 60, text.tokens[next].line - text.tokens[position].line <= 2 {
            let mark = text.tokens[next].mark
            if mark == close {
                depth -= 1
                if depth == 0 { return next + 1 }
            } else if mark == open {
                depth += 1
            }
            next += 1
        }
        return position
    }
}

private let cueIndex = PhraseIndex(
    DeclarationCue.all.enumerated().flatMap { index, cue in cue.phrases.map { ($0, index) } })

private let fixesKeys: Set<UInt64> = Token.hashes("fixes fix fixed")

/// Whether a token may be a commit's name: 7 to 40 or 64 hexadecimal digits, with a digit and a letter unless it is
/// whole or a word like "commit" stands before it.
func isObjectName(_ text: MessageText, _ index: Int) -> Bool {
    let token = text.tokens[index]
    let length = token.range.count
    guard token.kind != .mark, (length >= 7 && length <= 40) || length == 64 else { return false }
    var digits = 0
    for byte in text.bytes[token.range] {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
        case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"): break
        default: return false
        }
    }
    if length >= 40 { return true }
    let previous = index > 0 ? text.tokens[index - 1] : nil
    if token.kind == .code || (token.isJoined && previous?.mark == UInt8(ascii: "/")) {
        // In an address only behind `/commit/`.
        return index > 1 && previous?.mark == UInt8(ascii: "/")
            && DeclarationCue.commit.contains(text.tokens[index - 2].hash)
    }
    // `Change-Id: I4fc67d`, `x86-1234567`: part of a larger word.
    if token.isJoined, previous?.kind == .word { return false }
    if digits > 0, digits < length { return true }
    guard let previous else { return false }
    return DeclarationCue.commit.contains(previous.hash)
        || (previous.mark == UInt8(ascii: ":") && index > 1 && fixesKeys.contains(text.tokens[index - 2].hash))
}
