import Attribution
import Defects
import Git
import Intent
import Metrics

/// Makes the facts of one commit: who wrote it, and what it set out to do. One for each thread.
final class CommitReader {
    private let attributor: Attributor

    init(marks: MarkIndex) {
        attributor = Attributor(index: marks)
    }

    /// - Parameter notes: about the commit.
    func facts(_ commit: CommitRecord, notes: [CommitMarks.Note]) -> CommitFacts {
        let marks = CommitMarks(
            author: commit.author.identity, committer: commit.committer.identity, message: commit.message,
            notes: notes, isMerge: commit.parents.count > 1, authoredAt: commit.author.seconds)
        let verdict = attributor.verdict(for: marks)
        return CommitFacts(
            author: commit.author.identity, committer: commit.committer.identity, authoredAt: commit.author.seconds,
            authorOffset: commit.author.offsetMinutes, committerOffset: commit.committer.offsetMinutes,
            subject: commit.subject, attribution: verdict,
            intent: CommitIntent(message: commit.message, parents: commit.parents.count),
            words: MessageWords(commit.message), reviewers: ReviewTrailers.count(in: marks, verdict: verdict))
    }
}
