/// What became of one commit: that fixes needed it to be repaired.
package struct CommitOutcome: Hashable, Sendable {
    /// The fix that landed first.
    package let firstFix: CommitPosition
    /// From the landing of the commit to that of the first fix, in days.
    package let days: Double
    /// Fixes, and reverts, of this commit.
    package let fixCount: Int
    /// Whether one of them names the commit.
    package let isDeclared: Bool
    /// That of the surest link.
    package let confidence: Double
}
