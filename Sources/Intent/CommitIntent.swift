/// What a commit set out to do, by its message: repair, revert, and which commits and issues it names.
package struct CommitIntent: Hashable, Sendable {
    package private(set) var fix: FixVerdict
    /// Every commit that the message names, in order of lines.
    package private(set) var declarations: [Declaration]
    package let revert: RevertMention?
    /// In order of appearance, each once.
    package private(set) var issueKeys: [IssueKey]
    /// The type of a conventional commit, in lower case.
    package let conventionalType: String?

    /// What an earlier reading found.
    package init(
        fix: FixVerdict, declarations: [Declaration], revert: RevertMention?, issueKeys: [IssueKey],
        conventionalType: String?
    ) {
        self.fix = fix
        self.declarations = declarations
        self.revert = revert
        self.issueKeys = issueKeys
        self.conventionalType = conventionalType
    }

    /// Reads a message. Linear; of a message above 64 KiB only the head and the tail are read.
    ///
    /// - Parameter parents: how many parents the commit has; a merge is no fix. 1 where it is not known.
    package init(message: String, parents: Int = 1) {
        let text = MessageText(message)
        let form = SubjectForm(text)
        declarations = DeclarationReader.declarations(in: text)
        revert = RevertMention(text, form: form, declarations: declarations)
        issueKeys = IssueKeyReader.keys(in: text)
        conventionalType = form.conventionalType
        fix = FixClassifier.verdict(
            text, form: form, declarations: declarations, revert: revert, keys: issueKeys, parents: parents)
    }

    /// The same intent with other words for what it quotes.
    package func covered(by cover: (String) -> String) -> CommitIntent {
        var intent = self
        intent.fix = FixVerdict(
            isFix: fix.isFix, ground: fix.ground, score: fix.score,
            evidence: fix.evidence.map { FixEvidence(rule: $0.rule, text: cover($0.text), weight: $0.weight) })
        intent.declarations = declarations.map {
            Declaration(
                kind: $0.kind, target: $0.target, rule: $0.rule, matchedText: cover($0.matchedText),
                confidence: $0.confidence, line: $0.line)
        }
        intent.issueKeys = issueKeys.map { IssueKey(text: cover($0.text), relation: $0.relation) }
        return intent
    }
}
