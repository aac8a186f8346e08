import Defects
import Git
import Metrics

/// fixes.csv: the commits that their words or a label call fixes.
enum FixesTable {
    static func table(_ results: AuditResults) -> Table<Fix> {
        let facts = results.facts
        var inducers: [CommitPosition: Int] = [:]
        for link in facts.defects.links where link.counts { inducers[link.fix, default: 0] += 1 }
        let counts = inducers
        return Table(
            "fixes", "one row per commit that its message or a label calls a fix, oldest first",
            [
                Column("repository", .string, "name of the repository") { _ in .text(facts.repository) },
                Column("sha", .string, "the fix") { .object(facts.history.ids[$0.commit]) },
                Column("evidence", .string, "the rules that the message met, separated by semicolons") {
                    .list($0.verdict.evidence.map(\.rule))
                },
                Column("shape", .string, "what the change touches") { .text($0.shape.verdict.rawValue) },
                Column("issue_keys", .string, "issues that the message names, separated by semicolons") {
                    .list(facts.commits[$0.commit].intent.issueKeys.map(\.text))
                },
                Column("inducers", .integer, "commits with a link that counts", unit: "commits") {
                    .integer(counts[$0.commit] ?? 0)
                },
                Column("is_fix", .boolean, "whether the commit counts as a fix") { .boolean($0.isFix) },
                Column("reason", .string, "why its shape makes it one, or none") { .text($0.shape.reason) },
                Column("probability", .number, "that a reader would call the message corrective", unit: "probability") {
                    .number($0.verdict.probability)
                },
                Column("class", .string, "class of the fix's author") { .text(facts.authorClass($0.commit).rawValue) },
                Column("landed_at_utc", .datetime, "when the fix landed") { .time(facts.landedAt[$0.commit]) },
            ])
    }
}
