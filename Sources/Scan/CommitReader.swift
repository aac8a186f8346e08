import Attribution
import Defects
import Git
import Intent
import Metrics

/// Makes the facts of one commit: who wrote it, and what it set out to do.
final class CommitReader {
    private let attributor: Attributor
    private let notes: Notes

    init(marks: MarkTable, notes: Notes) {
        attributor = Attributor(table: marks)
        self.notes = notes
    }

    /// - Parameter moved: notes about the commit that are attached to another.
    func facts(_ commit: CommitRecord, moved: [CommitMarks.Note] = []) -> CommitFacts {
        let marks = CommitMarks(
            author: commit.author.identity, committer: commit.committer.identity, message: commit.message,
            notes: notes.texts(about: commit.id) + moved, isMerge: commit.parents.count > 1,
            authoredAt: commit.author.seconds)
        let verdict = attributor.verdict(for: marks)
        return CommitFacts(
            author: commit.author.identity, committer: commit.committer.identity, authoredAt: commit.author.seconds,
            authorOffset: commit.author.offsetMinutes, committerOffset: commit.committer.offsetMinutes,
            subject: commit.subject, attribution: verdict,
            intent: CommitIntent(message: commit.message, parents: commit.parents.count),
            words: MessageWords(commit.message), reviewers: ReviewTrailers.count(in: marks, verdict: verdict))
    }
}
