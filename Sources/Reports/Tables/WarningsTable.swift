import Metrics

/// warnings.csv: what was not counted, or counted with a doubt.
enum WarningsTable {
    static func table(_ results: AuditResults) -> Table<AuditWarning> {
        let repository = results.facts.repository
        return Table(
            "warnings", "one row per thing that was not counted, or counted with a doubt",
            [
                Column("repository", .string, "name of the repository") { _ in .text(repository) },
                Column("kind", .string, "kind of warning") { .text($0.kind.rawValue) },
                Column("path_or_sha", .string, "what it is about; empty for the whole repository") {
                    $0.subject.isEmpty ? .missing : .text($0.subject)
                },
                Column("reason", .string, "what happened, and what it means") { .text($0.reason) },
                Column("amount", .integer, "how much of it, where that can be said", unit: "of what reason says") {
                    .integer($0.amount)
                },
            ])
    }
}
