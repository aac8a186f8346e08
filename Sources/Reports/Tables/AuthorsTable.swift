import Attribution
import Metrics

/// authors.csv: the people, only where a table of them was asked for.
enum AuthorsTable {
    static func table(_ results: AuditResults) -> Table<AuthorResult> {
        let facts = results.facts
        let days = AuthorResult.horizonDays
        let window = Churn.headlineWindow
        var columns: [Column<AuthorResult>] = [
            Column("repository", .string, "name of the repository") { _ in .text(facts.repository) },
            Column("author", .string, "the person, after the mailmap of the analysed revision; a tool that authors too")
            {
                .person(facts.authors[$0.example])
            },
            Column("commits", .integer, "commits in the reported time, merges among them", unit: "commits") {
                .integer($0.commits.values.reduce(0, +))
            },
            Column("merges", .integer, "of commits, those with two parents or more", unit: "commits") {
                .integer($0.merges)
            },
        ]
        columns += AuthorClass.allCases.map { authorClass in
            Column(authorClass.rawValue + "_commits", .integer, "of commits, those of the class", unit: "commits") {
                .integer($0.commits[authorClass] ?? 0)
            }
        }
        columns += [
            Column("added", .integer, "added lines, renames seen through", unit: "lines") { .integer($0.added) },
            Column("deleted", .integer, "deleted lines, renames seen through", unit: "lines") { .integer($0.deleted) },
            Column("standing", .integer, "lines of the person at the analysed revision", unit: "lines") {
                .integer($0.standing)
            },
            Column(
                "added_mature_14d", .integer,
                "meaningful lines that landed \(window) days before the data end or earlier",
                unit: "lines"
            ) { .integer($0.churn.addedMature) },
            Column(
                "deleted_within_14d", .integer,
                "of these, lines removed or rewritten within \(window) days, by anybody",
                unit: "lines"
            ) { .integer($0.churn.deletedWithin) },
            Column(
                "new_code_churn_14d", .number, "deleted_within_14d by added_mature_14d", unit: "share",
                of: "added_mature_14d"
            ) {
                .number($0.churn.addedMature > 0 ? Double($0.churn.deletedWithin) / Double($0.churn.addedMature) : nil)
            },
            Column("fixes", .integer, "commits that count as fixes", unit: "commits") { .integer($0.fixes) },
            Column(
                "inducing", .integer, "commits that a fix points to, whenever it landed: older ones had more time",
                unit: "commits"
            ) { .integer($0.inducing) },
            Column(
                "followed_90d", .integer,
                "commits without merges and empty ones that could be followed for \(days) days",
                unit: "commits"
            ) { .integer($0.followed) },
            Column(
                "inducing_90d", .integer, "of followed_90d, those that a fix of their first \(days) days points to",
                unit: "commits"
            ) { .integer($0.inducingWithin) },
            Column("first_landed_at_utc", .datetime, "when the first of the commits landed") {
                .time($0.firstLandedAt)
            },
            Column("last_landed_at_utc", .datetime, "when the last of the commits landed") { .time($0.lastLandedAt) },
        ]
        return Table(
            "authors",
            "one row per person with a commit in the reported time, by first landing; counts, no measure of a person",
            columns)
    }
}
