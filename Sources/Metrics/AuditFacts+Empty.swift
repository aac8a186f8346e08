import Git
import LineHistory

extension AuditFacts {
    /// The facts of a history without commits: what tables are described from where no repository is at hand.
    package static let empty = AuditFacts(
        repository: "", history: .empty, commits: [], authors: [], lines: .empty, now: nil, warnings: [])
}
