import Defects
import Git
import Metrics

/// reverts.csv: commits that undo others, or bring them back.
enum RevertsTable {
    static func table(_ results: AuditResults) -> Table<Revert> {
        let facts = results.facts
        return Table(
            "reverts", "one row per commit that undoes or re-lands an earlier one, oldest first",
            [
                Column("repository", .string, "name of the repository") { _ in .text(facts.repository) },
                Column("sha", .string, "the revert") { .object(facts.history.ids[$0.commit]) },
                Column("target", .string, "commit that is undone, or brought back") {
                    .object(facts.history.ids[$0.target])
                },
                Column("original", .string, "the change at the bottom of all reverts") {
                    .object(facts.history.ids[$0.original])
                },
                Column("is_reland", .boolean, "whether the original change is there again") { .boolean($0.isReland) },
                Column("is_partial", .boolean, "whether only a part is undone") { .boolean($0.isPartial) },
                Column("evidence", .string, "message, inverse (the lines are the target's turned round) or both") {
                    .text($0.evidence.rawValue)
                },
                Column(
                    "coverage", .number, "share of the target's changed lines that are turned round", unit: "share",
                    of: "changed lines of the target"
                ) {
                    .number($0.coverage)
                },
                Column("confidence", .number, "how far the revert can be trusted", unit: "probability") {
                    .number($0.confidence)
                },
                Column("days", .number, "from the landing of the target", unit: "days") { .number($0.days) },
                Column("class", .string, "class of the revert's author") {
                    .text(facts.authorClass($0.commit).rawValue)
                },
                Column("target_class", .string, "class of the target's author") {
                    .text(facts.authorClass($0.target).rawValue)
                },
            ])
    }
}
