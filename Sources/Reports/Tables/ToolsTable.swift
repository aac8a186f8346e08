import Attribution
import Metrics

/// tools.csv: what was done with which tool and model.
enum ToolsTable {
    static func table(_ results: AuditResults) -> Table<ToolQuarter> {
        let repository = results.facts.repository
        func commits(of authorClass: AuthorClass) -> Column<ToolQuarter> {
            Column(
                authorClass.rawValue + "_commits", .integer, "of commits, those of class \(authorClass.rawValue)",
                unit: "commits"
            ) { .integer($0.classes[authorClass] ?? 0) }
        }
        return Table(
            "tools",
            "one row per tool, model and quarter (and the whole time); a commit that names two tools counts for both, "
                + "so that rows do not add up to commits",
            [
                Column("repository", .string, "name of the repository") { _ in .text(repository) },
                Column("tool", .string, "tool or program named by marks") { .text($0.use.tool) },
                Column("model", .string, "model named with it, normalised; empty where the tool is named alone") {
                    .text($0.use.model)
                },
                Column("quarter", .string, "quarter of landing, YYYY-Qn, or \(Churn.wholeTime)") {
                    .text($0.quarter?.text ?? Churn.wholeTime)
                },
                Column("commits", .integer, "reported commits that name it", unit: "commits") { .integer($0.commits) },
                Column("added", .integer, "lines that these commits add, renames seen through", unit: "lines") {
                    .integer($0.added)
                },
                commits(of: .aiAuthored),
                commits(of: .aiAssisted),
                Column(
                    "reviewed_only_commits", .integer,
                    "of commits, those of class human that a tool reviewed or suggested a part of", unit: "commits"
                ) { .integer($0.reviewedOnly) },
                commits(of: .automation),
            ])
    }
}
