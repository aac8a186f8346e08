import Metrics

/// exclusions.csv: files whose lines are counted in no measure of churn, operations or survival.
enum ExclusionsTable {
    static func table(_ results: AuditResults) -> Table<ExclusionResult> {
        let facts = results.facts
        return Table(
            "exclusions",
            "one row per path that is left out of churn, line operations, duplicates and survival; commits.csv and files.csv hold it",
            [
                Column("repository", .string, "name of the repository") { _ in .text(facts.repository) },
                Column("path", .string, "path, quoted as git does where it is no UTF-8") {
                    .text(String(path: facts.lines.paths[$0.path]))
                },
                Column(
                    "reason", .string, "vendored, lock_file, minified, generated, data, binary or too_large"
                ) { .text($0.exclusion.reason.rawValue) },
                Column(
                    "rule", .string,
                    "what told: name, attribute (linguist-generated or linguist-vendored), marker (a comment near the top) or content"
                ) { .text($0.exclusion.rule.rawValue) },
                Column("commits", .integer, "commits that changed the path", unit: "commits") { .integer($0.commits) },
                Column("added", .integer, "lines that commits other than merges added", unit: "lines") {
                    .integer($0.added)
                },
                Column("deleted", .integer, "lines that commits other than merges deleted", unit: "lines") {
                    .integer($0.deleted)
                },
                Column("standing", .integer, "lines at the analysed revision", unit: "lines") {
                    .integer($0.standing)
                },
            ])
    }
}
