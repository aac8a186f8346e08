/// A defect that came back, or a repair that did not hold, in one of five forms.
package struct Reintroduction: Hashable, Sendable {
    package enum Form: String, Sendable, CaseIterable {
        /// A fix of a commit that is itself a fix.
        case fixOfFix = "fix_of_fix"
        /// A revert of a fix: the defect is back by definition.
        case revertOfFix = "revert_of_fix"
        /// Lines that a fix removed stand again in the file.
        case relapse
        /// A reverted change landed again and was then fixed or reverted again.
        case reland
        /// Two fixes name the same issue.
        case sameKeyRefix = "same_key_refix"
    }

    package let form: Form
    /// The commit that shows it: the later fix or revert; of a relapse, the commit that brought the lines back.
    package let commit: CommitPosition
    /// The fix that did not hold; of a re-landing, the commit that landed the change again.
    package let earlier: CommitPosition
    /// Of a relapse, the file, by number.
    package let path: UInt32?
    /// Of a relapse, the lines that are back.
    package let lines: Int?
    /// Of two fixes of one issue, its key.
    package let issueKey: String?
    /// Between the landings.
    package let days: Double
    package let confidence: Double
}
