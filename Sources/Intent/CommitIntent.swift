/// What a commit set out to do, by its message: repair, revert, and which commits and issues it names.
package struct CommitIntent: Hashable, Sendable {
    package let fix: FixVerdict
    /// Every commit that the message names, in order of lines.
    package let declarations: [Declaration]
    package let revert: RevertMention?
    /// In order of appearance, each once.
    package let issueKeys: [IssueKey]
    /// The type of a conventional commit, in lower case.
    package let conventionalType: String?

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
}
