import Defects
import Git
import Metrics

/// reintroductions.csv: defects that came back, and repairs that did not hold.
enum ReintroductionsTable {
    static func table(_ results: AuditResults) -> Table<Reintroduction> {
        let facts = results.facts
        return Table(
            "reintroductions", "one row per event, by form",
            [
                Column("repository", .string, "name of the repository") { _ in .text(facts.repository) },
                Column("form", .string, "fix_of_fix, revert_of_fix, relapse, reland or same_key_refix") {
                    .text($0.form.rawValue)
                },
                Column("fix", .string, "the commit that shows it") { .object(facts.history.ids[$0.commit]) },
                Column("earlier", .string, "the fix that did not hold, or the re-landing") {
                    .object(facts.history.ids[$0.earlier])
                },
                Column("path", .string, "of a relapse, the file") {
                    .text($0.path.map { String(path: facts.lines.paths[$0]) })
                },
                Column("lines", .integer, "of a relapse, the lines that are back", unit: "lines") {
                    .integer($0.lines)
                },
                Column("days", .number, "between the landings", unit: "days") { .number($0.days) },
                Column("issue_key", .string, "of same_key_refix, the issue") { .text($0.issueKey) },
                Column("confidence", .number, "how likely the event is one", unit: "probability") {
                    .number($0.confidence)
                },
                Column("class", .string, "class of the author of the fix that did not hold") {
                    .text(facts.authorClass($0.earlier).rawValue)
                },
            ])
    }
}
