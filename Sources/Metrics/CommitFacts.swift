import Attribution
import Git
import Intent

/// What is known of one commit by itself, before its lines are looked at.
package struct CommitFacts: Sendable {
    /// As the commit has them.
    package let author: Identity
    package let committer: Identity
    /// Seconds since 1970, UTC.
    package let authoredAt: Int64
    package let subject: String
    package let attribution: Verdict
    package let intent: CommitIntent

    package init(
        author: Identity, committer: Identity, authoredAt: Int64, subject: String, attribution: Verdict,
        intent: CommitIntent
    ) {
        self.author = author
        self.committer = committer
        self.authoredAt = authoredAt
        self.subject = subject
        self.attribution = attribution
        self.intent = intent
    }
}
