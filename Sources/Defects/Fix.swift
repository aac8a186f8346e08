import Git
import Intent

/// A commit that its words or a label call a fix.
package struct Fix: Hashable, Sendable {
    package let commit: CommitPosition
    /// What the message says.
    package let verdict: FixVerdict
    /// What the change touches.
    package let shape: FixShape
    /// What a label of the user says, which beats both.
    package let label: Bool?

    /// Whether the commit counts as a fix.
    package var isFix: Bool { label ?? (verdict.isFix && shape.touchesProduction) }

    /// Whether a commit may count as one, as far as can be said before its lines are followed.
    package static func mayCount(verdict: FixVerdict, label: FixLabel?) -> Bool { label?.isFix ?? verdict.isFix }
}

/// What a user says of one commit.
package struct FixLabel: Hashable, Sendable {
    /// nil where the label says nothing of it.
    package let isFix: Bool?
    /// The commits that needed the fix; empty where the label names none.
    package let inducers: [CommitPosition]

    package init(isFix: Bool?, inducers: [CommitPosition] = []) {
        self.isFix = isFix
        self.inducers = inducers
    }
}
