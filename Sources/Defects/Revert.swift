/// A commit that undoes an earlier one, or brings it back.
package struct Revert: Hashable, Sendable {
    package enum Evidence: String, Sendable {
        /// The message says so and names the commit.
        case message
        /// The change is the other's, line by line, turned round.
        case inverse
        case both
    }

    package let commit: CommitPosition
    /// The commit that is undone; for a re-landing the revert that is undone, or the change that is brought back.
    package let target: CommitPosition
    /// The change at the bottom: what is gone after this commit, or there again.
    package let original: CommitPosition
    /// Whether the original change is there again.
    package let isReland: Bool
    /// Whether only a part is undone: the message says so, or less than half of the target's lines are turned round.
    package let isPartial: Bool
    package let evidence: Evidence
    /// Share of the target's changed lines that this commit turns round; nil where lines cannot tell, as for a merge.
    package let coverage: Double?
    package let confidence: Double
    /// From the landing of the target, in days.
    package let days: Double
}
