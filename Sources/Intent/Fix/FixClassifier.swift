/// Judges by its message whether a commit repairs a defect: the weights of the rules that the message meets are added
/// up.
///
/// One pass over the tokens with a phrase trie; no regular expression, so no message can make it slow.
struct FixClassifier {
    /// Adds up the table's weights for one message.
    static func verdict(
        _ text: MessageText, form: SubjectForm, declarations: [Declaration], revert: RevertMention?, keys: [IssueKey],
        parents: Int
    ) -> FixVerdict {
        var met = phrases(text, form)
        for form in forms(text, form, declarations, revert, keys) { met[form.rule] = 0..<0 }
        if met[subjectFix] != nil, met[subjectCosmetic] != nil || met[subjectProse] != nil {
            met[FixForm.cosmeticFix.rule] = 0..<0
        }
        var score = FixRule.bias
        var evidence: [FixEvidence] = []
        for (rule, range) in zip(FixRule.all, met) {
            guard let range else { continue }
            score += rule.weight
            evidence.append(
                FixEvidence(rule: rule.id, text: range.isEmpty ? "" : text.text(range), weight: rule.weight))
        }
        let isDeclared = declarations.contains { $0.kind == .fixes && $0.rule == DeclarationCue.trailer.id }
        let isOtherType = form.conventionalType.map(ConventionalType.others.contains) ?? false
        let namesInducer = declarations.contains {
            $0.kind.namesInducer && $0.confidence >= Declaration.linkThreshold
        }
        let (isFix, ground): (Bool, FixVerdict.Ground) =
            if parents > 1 {
                (false, .merge)
            } else if isDeclared {
                (true, .declaration)
            } else if revert?.isWholeCommit ?? false {
                (false, .revert)
            } else if isOtherType {
                (namesInducer, namesInducer ? .declaration : .conventionalType)
            } else {
                (score >= FixRule.threshold, .score)
            }
        return FixVerdict(isFix: isFix, ground: ground, score: score, evidence: evidence)
    }

    /// For each rule of the table the bytes of its first match.
    private static func phrases(_ text: MessageText, _ form: SubjectForm) -> [Range<Int>?] {
        var met: [Range<Int>?] = Array(repeating: nil, count: FixRule.all.count)
        for (number, line) in text.lines.enumerated() {
            guard line.role == .subject || line.role == .body else { continue }
            let isSubject = number == text.subject
            let end = isSubject ? line.tokens.upperBound : text.tokens.count
            var covered = 0
            for start in line.tokens {
                maskIndex.matches(text.tokens, at: start, below: end) { _, end in covered = max(covered, end) }
                guard start >= covered else { continue }
                phraseIndex.matches(text.tokens, at: start, below: end) { value, end in
                    let isPlace: Bool
                    switch places[value] {
                    case .head: isPlace = isSubject && start == form.head
                    case .subject: isPlace = isSubject
                    case .body: isPlace = !isSubject
                    case .form: isPlace = false
                    }
                    if isPlace, met[value] == nil {
                        met[value] = text.tokens[start].range.lowerBound..<text.tokens[end - 1].range.upperBound
                    }
                }
            }
        }
        return met
    }

    /// The rules that the form of the message meets.
    private static func forms(
        _ text: MessageText, _ form: SubjectForm, _ declarations: [Declaration], _ revert: RevertMention?,
        _ keys: [IssueKey]
    ) -> [FixForm] {
        var met: [FixForm] = []
        if let type = form.conventionalType {
            if ConventionalType.repairs.contains(type) { met.append(.conventionalFix) }
            if ConventionalType.others.contains(type) { met.append(.conventionalOther) }
        } else if text.subjectTokens.lowerBound < form.head,
            text.tokens[text.subjectTokens.lowerBound..<form.head].contains(where: { tags.contains($0.hash) })
        {
            met.append(.fixTag)
        }
        if form.isMerge {
            met.append(.merge)
            if namesFix(text) { met.append(.mergeOfFix) }
        }
        if let revert { met.append(revert.isReland ? .reland : .revert) }
        if isVersion(text) { met.append(.versionSubject) }
        if DependencyUpdate.matches(text, form) { met.append(.dependencyUpdate) }
        if declarations.contains(where: { $0.kind == .fixes }) { met.append(.declaresFixed) }
        if declarations.contains(where: { $0.kind == .introducedBy && $0.confidence >= Declaration.linkThreshold }) {
            met.append(.declaresIntroduced)
        }
        if keys.contains(where: { $0.relation == .fixes }) { met.append(.fixesIssue) }
        if keys.contains(where: { $0.relation == .closes }) { met.append(.closesIssue) }
        if keys.contains(where: { $0.text.hasPrefix("bug ") }) {
            met.append(.namesBug)
        } else if keys.contains(where: { $0.relation == .mentions }) {
            met.append(.namesKey)
        }
        for line in text.lines where line.role == .trailer {
            let words = text.tokens[line.tokens].prefix(8).map(\.hash)
            guard let first = words.first(where: { $0 != 0 }) else { continue }
            if first == carbonCopy, words.contains(stable) { met.append(.stable) }
            if reporting.contains(first), words.contains(by) { met.append(.reported) }
        }
        return met
    }

    /// Whether the subject holds "fix" or "bug" in whatever word: the branch of a merge, `fix_crash`, `bugfixes`.
    private static func namesFix(_ text: MessageText) -> Bool {
        text.tokens[text.subjectTokens].contains { token in
            let word = text.bytes[token.range].prefix(64).map(lowered)
            return (0..<max(0, word.count - 2)).contains {
                word[$0..<($0 + 3)] == [102, 105, 120] || word[$0..<($0 + 3)] == [98, 117, 103]
            }
        }
    }

    /// `name 1.2.3` and little else.
    private static func isVersion(_ text: MessageText) -> Bool {
        guard text.subjectTokens.count <= 12 else { return false }
        let words = text.tokens[text.subjectTokens].filter { $0.kind != .mark }
        guard words.count <= 8, let last = words.last, (48...57).contains(text.bytes[last.range.lowerBound]) else {
            return false
        }
        return last.kind == .code
    }
}

private let places = FixRule.all.map(\.place)
private let phraseIndex = PhraseIndex(
    FixRule.all.enumerated().flatMap { index, rule in rule.phrases.map { ($0, index) } })
private let maskIndex = PhraseIndex(FixRule.masks.map { ($0, 0) })
private let subjectFix = FixRule.index(of: "subject.fix")
private let subjectCosmetic = FixRule.index(of: "subject.cosmetic")
private let subjectProse = FixRule.index(of: "subject.prose")
private let carbonCopy = Token.hash("cc".utf8)
private let stable = Token.hash("stable".utf8)
private let by = Token.hash("by".utf8)
private let reporting: Set<UInt64> = Token.hashes("reported bisected diagnosed debugged")
private let tags: Set<UInt64> = Token.hashes("fix fixes fixed bug bugs bugfix bugfixes hotfix regression crash")
