import Attribution
import Defects
import Git
import Intent

/// What is known of one commit by itself, before its lines are looked at.
package struct CommitFacts: Sendable {
    /// As the commit has them.
    package let author: Identity
    package let committer: Identity
    /// Seconds since 1970, UTC.
    package let authoredAt: Int64
    /// The writers' distances from UTC, in minutes.
    package let authorOffset: Int
    package let committerOffset: Int
    package let subject: String
    package var attribution: Verdict
    package let intent: CommitIntent
    /// The words of the message, for the search for inducing commits.
    package let words: MessageWords
    /// People besides the author whom the message names as reviewers.
    package let reviewers: Int

    package init(
        author: Identity, committer: Identity, authoredAt: Int64, authorOffset: Int = 0, committerOffset: Int = 0,
        subject: String, attribution: Verdict, intent: CommitIntent, words: MessageWords, reviewers: Int
    ) {
        self.author = author
        self.committer = committer
        self.authoredAt = authoredAt
        self.authorOffset = authorOffset
        self.committerOffset = committerOffset
        self.subject = subject
        self.attribution = attribution
        self.intent = intent
        self.words = words
        self.reviewers = reviewers
    }
}
