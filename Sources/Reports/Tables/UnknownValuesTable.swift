import Git
import Metrics

/// unknown_values.csv: what may name an AI tool, and no mark knows.
enum UnknownValuesTable {
    static func table(_ results: AuditResults) -> Table<UnknownValueUse> {
        let facts = results.facts
        return Table(
            "unknown_values",
            "one row per value of a key that usually names an AI tool, of which no mark is known; for review, in no class",
            [
                Column("repository", .string, "name of the repository") { _ in .text(facts.repository) },
                Column("key", .string, "key of the trailer") { .text($0.value.key) },
                Column("value", .string, "its value") { .text($0.value.value) },
                Column("commits", .integer, "reported commits that carry it", unit: "commits") { .integer($0.commits) },
                Column("first_authored_at_utc", .datetime, "earliest author date of these commits") { .time($0.first) },
                Column("last_authored_at_utc", .datetime, "latest author date of these commits") { .time($0.last) },
                Column("example", .string, "object name of the oldest of these commits") {
                    .object(facts.history.ids[$0.example])
                },
            ])
    }
}
