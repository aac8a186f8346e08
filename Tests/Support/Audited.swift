import Attribution
import Defects
import Git
import Intent
import LineHistory
import Metrics

extension AuditFacts {
    /// What a scan learns from a fixture, without mailmap, notes and ignored revisions.
    static func of(_ fixture: Fixture, revision: String? = nil, now: Int64? = nil) throws -> AuditFacts {
        let repository = try Repository(path: fixture.path)
        let attributor = Attributor(table: .standard)
        var found: [CommitFacts] = []
        func add(_ commit: CommitRecord) {
            let marks = CommitMarks(
                author: commit.author.identity, committer: commit.committer.identity, message: commit.message,
                notes: [],
                isMerge: commit.parents.count > 1, authoredAt: commit.author.seconds)
            let verdict = attributor.verdict(for: marks)
            found.append(
                CommitFacts(
                    author: commit.author.identity, committer: commit.committer.identity,
                    authoredAt: commit.author.seconds, subject: commit.subject, attribution: verdict,
                    intent: CommitIntent(message: commit.message, parents: commit.parents.count),
                    words: MessageWords(commit.message), reviewers: ReviewTrailers.count(in: marks, verdict: verdict)))
        }
        let (history, order) = try History.read(from: repository.commit(revision), in: repository, read: add)
        let commits = order.map { found[$0] }
        let lines = try LineHistory.follow(
            history, repositoryPath: repository.gitDirectory, options: LineHistory.Options())
        return AuditFacts(
            repository: "fixture", history: history, commits: commits, authors: commits.map(\.author), lines: lines,
            now: now, warnings: [])
    }
}
