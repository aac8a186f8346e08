/// What a message says of undoing an earlier commit.
package struct RevertMention: Hashable, Sendable {
    /// How often the original change was undone and redone by this commit's account: `Revert "x"` is 1,
    /// `Revert "Revert "x""` and `Reapply "x"` are 2. Odd: the change is undone; even: it is back.
    package let depth: Int
    /// Whether the subject says so, and not only the body.
    package let isInSubject: Bool
    /// "This partially reverts …", "Revert parts of …".
    package let isPartial: Bool
    /// Subject of the change at the bottom of all reverts, where the message quotes it.
    package let original: String?
    /// What this commit undoes (for a re-landing without a quoted revert: what it brings back), object ids first. Empty
    /// where the message names no target.
    package let targets: [Declaration]

    package var isReland: Bool { depth.isMultiple(of: 2) }

    /// Whether undoing is all that the commit says it does: it names what it undoes, and a commit that undoes parts of
    /// another one says so in its subject.
    package var isWholeCommit: Bool { !targets.isEmpty && (isInSubject || !isPartial) }

    package init(depth: Int, isInSubject: Bool = true, isPartial: Bool, original: String?, targets: [Declaration]) {
        self.depth = depth
        self.isInSubject = isInSubject
        self.isPartial = isPartial
        self.original = original
        self.targets = targets
    }
}

extension RevertMention {
    /// Layers of `Revert "Revert …` that are followed; what is deeper keeps the parity of these.
    private static let deepest = 64

    /// - Parameter declarations: those of the same message.
    init?(_ text: MessageText, form: SubjectForm, declarations: [Declaration]) {
        guard let subject = text.subject else { return nil }
        let range = text.lines[subject].bytes
        let isNamed = declarations.contains { $0.kind == .revert || $0.kind == .reland }
        // `Revert "x"`, or behind an area: `net/ice: revert x`.
        let starts = [range.lowerBound, text.tokens[form.head].range.lowerBound]
        guard isNamed || starts.contains(where: { Layers.mayStrip(text.bytes[$0..<range.upperBound]) }) else {
            return nil
        }
        let line = text.text(range)
        var rest = Layers(line)
        var depth = 0
        var direct: String?
        for start in starts where depth == 0 {
            rest = Layers(text.text(start..<range.upperBound))
            while depth < 2 * Self.deepest, let layer = rest.strip() {
                depth += layer
                if depth == layer { direct = layer == 1 ? rest.text : nil }
            }
        }
        let isInSubject = depth > 0
        let reverts = declarations.filter { $0.kind == .revert }
        let relands = declarations.filter { $0.kind == .reland }
        if depth == 0 {
            // A sentence of the body declares it; "we could revert 1a2b3c4" does not.
            guard
                reverts.contains(where: { $0.rule == "revert.this-reverts" })
                    || relands.contains(where: { $0.line == subject })
            else { return nil }
            depth = reverts.isEmpty ? 2 : 1
        }
        var targets = reverts.isEmpty ? relands : reverts
        if targets.isEmpty, rest.isQuoted, let direct {
            targets = [
                Declaration(
                    kind: .revert, target: .subject(direct), rule: "revert.subject", matchedText: line, confidence: 0.9,
                    line: subject)
            ]
        } else if targets.isEmpty, rest.isQuoted {
            targets = [
                Declaration(
                    kind: .reland, target: .subject(rest.text), rule: "reland.subject", matchedText: line,
                    confidence: 0.8,
                    line: subject)
            ]
        }
        // `area: revert x` with a `Fixes:` line: what it undoes is what it repairs.
        let repaired = declarations.filter { $0.kind == .fixes && $0.rule == DeclarationCue.trailer.id }
        if targets.isEmpty, depth == 1, repaired.count == 1 {
            targets = [
                Declaration(
                    kind: .revert, target: repaired[0].target, rule: "revert.fixes",
                    matchedText: repaired[0].matchedText,
                    confidence: 0.8, line: repaired[0].line)
            ]
        }
        targets.sort { !$0.target.isSubject && $1.target.isSubject }
        self.init(
            depth: depth, isInSubject: isInSubject, isPartial: Self.isPartial(text),
            original: rest.isQuoted ? rest.text : nil, targets: targets)
    }

    private static func isPartial(_ text: MessageText) -> Bool {
        text.tokens.indices.contains { index in
            guard partial.contains(text.tokens[index].hash) else { return false }
            return (max(0, index - 2)...min(text.tokens.count - 1, index + 3)).contains {
                reverting.contains(text.tokens[$0].hash)
            }
        }
    }

    private static let partial: Set<UInt64> = Token.hashes("partial partially partly part parts half")
    private static let reverting: Set<UInt64> = Token.hashes("revert reverts reverted reverting backout")
}

extension Declaration.Target {
    package var isSubject: Bool {
        if case .subject = self { true } else { false }
    }
}

/// A subject from which `Revert "…"` is taken off layer by layer.
private struct Layers {
    private(set) var text: String
    /// Whether the last layer put the rest in quotation marks.
    private(set) var isQuoted = false

    init(_ text: String) {
        self.text = text
    }

    /// Whether a subject may begin with a layer: looked at before it is made a text.
    static func mayStrip(_ line: ArraySlice<UInt8>) -> Bool {
        line.first { $0 > 32 }.map { "[rbu".utf8.contains(lowered($0)) } ?? false
    }

    /// Takes the outermost layer off; 1 for an undoing, 2 for a redoing (which is an undone undoing), nil if there is
    /// none.
    mutating func strip() -> Int? {
        let bytes = Array(text.utf8)
        for (words, depth) in Self.words {
            let prefix = Array(words.utf8)
            guard bytes.count > prefix.count, zip(prefix, bytes).allSatisfy({ $0 == lowered($1) }) else { continue }
            var start = prefix.count
            while start < bytes.count, Self.between.contains(bytes[start]) { start += 1 }
            guard start > prefix.count || isWordByte(bytes[start]) == false else { continue }
            let isMarked = bytes[start..<min(start + 1, bytes.count)].first == UInt8(ascii: "\"")
            var end = bytes.count
            if isMarked {
                start += 1
                // The mark that closes this layer is the last one; a pull request's number may follow it.
                while end > start, bytes[end - 1] != UInt8(ascii: "\"") { end -= 1 }
                end = end > start ? end - 1 : bytes.count
            }
            text = String(decoding: bytes[start..<end], as: UTF8.self)
            isQuoted = isMarked
            return depth
        }
        return nil
    }

    private static let between = Set(" :-\t".utf8)
    private static let words: [(String, Int)] = [
        ("[revert]", 1), ("[reland]", 2), ("reverting", 1), ("reverts", 1), ("reverted", 1), ("revert", 1),
        ("backed out", 1),
        ("back out", 1), ("backout", 1), ("relanding", 2), ("relands", 2), ("reland", 2), ("re-landing", 2),
        ("re-land", 2),
        ("reapply", 2), ("re-apply", 2), ("unrevert", 2),
    ]
}
