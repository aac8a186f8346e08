/// A fix, or the revert of one, and the earlier fix that did not hold.
package struct ChainEdge: Hashable, Sendable {
    package enum Kind: String, Sendable {
        case fixOfFix = "fix_of_fix"
        case revertOfFix = "revert_of_fix"
    }

    package let kind: Kind
    package let later: CommitPosition
    package let earlier: CommitPosition
    package let isDeclared: Bool
    /// How likely the edge is right, 0 to 1; of an inferred edge judged without regard to age.
    package let confidence: Double
    /// Between the landings, in days.
    package let days: Double
    /// The same author within a day: work going on, no reintroduction.
    package let isFollowUp: Bool

    package init(
        kind: Kind, later: CommitPosition, earlier: CommitPosition, isDeclared: Bool, confidence: Double, days: Double,
        isFollowUp: Bool
    ) {
        precondition(earlier < later, "a fix needs an earlier commit that it repairs")
        self.kind = kind
        self.later = later
        self.earlier = earlier
        self.isDeclared = isDeclared
        self.confidence = confidence
        self.days = days
        self.isFollowUp = isFollowUp
    }
}
