import Attribution
import Git
import Intent
import Metrics

/// Makes the facts of one commit: who wrote it, and what it set out to do.
final class CommitReader {
    private let attributor: Attributor
    private let notes: [ObjectID: [CommitNote]]

    init(marks: MarkTable, notes: [ObjectID: [CommitNote]]) {
        attributor = Attributor(table: marks)
        self.notes = notes
    }

    func facts(_ commit: CommitRecord) -> CommitFacts {
        let marks = CommitMarks(
            author: commit.author.identity, committer: commit.committer.identity, message: commit.message,
            notes: (notes[commit.id] ?? []).map { CommitMarks.Note(ref: $0.reference, text: $0.text) },
            isMerge: commit.parents.count > 1, authoredAt: commit.author.seconds)
        return CommitFacts(
            author: commit.author.identity, committer: commit.committer.identity, authoredAt: commit.author.seconds,
            subject: commit.subject, attribution: attributor.verdict(for: marks),
            intent: CommitIntent(message: commit.message, parents: commit.parents.count))
    }
}
