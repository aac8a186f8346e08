import Attribution
import Metrics

/// coverage.csv: how far each quarter tells who wrote its commits.
enum CoverageTable {
    static func table(_ results: AuditResults) -> Table<QuarterCoverage> {
        let repository = results.facts.repository
        var columns: [Column<QuarterCoverage>] = [
            Column("repository", .string, "name of the repository") { _ in .text(repository) },
            Column("quarter", .string, "quarter of landing, YYYY-Qn") { .text($0.quarter.text) },
            Column("commits", .integer, "commits that landed, merges among them", unit: "commits") {
                .integer($0.total)
            },
            Column("marked", .integer, "of commits, those with a mark of an AI tool", unit: "commits") {
                .integer($0.marked)
            },
            Column(
                "coverage", .number, "any_mark by commits: how far the quarter tells who wrote its commits",
                unit: "share", of: "commits"
            ) { .number($0.coverage.value) },
            Column("coverage_low", .number, "lower end of its 95 % Wilson interval", unit: "share", of: "commits") {
                .number($0.coverage.wilson()?.lower)
            },
            Column("coverage_high", .number, "upper end of its 95 % Wilson interval", unit: "share", of: "commits") {
                .number($0.coverage.wilson()?.upper)
            },
            Column("is_compared", .boolean, "whether the quarter enters AI against human: it has at least one mark") {
                .boolean($0.isCompared)
            },
        ]
        for authorClass in AuthorClass.allCases {
            columns += [
                Column(
                    authorClass.rawValue + "_commits", .integer, "of commits, those of the class", unit: "commits"
                ) { .integer($0.commits[authorClass] ?? 0) },
                Column(
                    authorClass.rawValue + "_lines", .integer, "meaningful lines that the class wrote", unit: "lines"
                ) { .integer($0.lines[authorClass] ?? 0) },
            ]
        }
        columns += [
            Column(
                "any_mark", .integer,
                "of commits, those with any mark: of an AI tool, a program, a review, or that no AI took part",
                unit: "commits"
            ) { .integer($0.anyMarked) },
            Column("ai_share", .number, "marked by commits: a lower bound of AI's share", unit: "share", of: "commits")
            { .number($0.aiShare.value) },
            Column("ai_share_low", .number, "lower end of its 95 % Wilson interval", unit: "share", of: "commits") {
                .number($0.aiShare.wilson()?.lower)
            },
            Column("ai_share_high", .number, "upper end of its 95 % Wilson interval", unit: "share", of: "commits") {
                .number($0.aiShare.wilson()?.upper)
            },
        ]
        return Table("coverage", "one row per quarter in which a commit landed", columns)
    }
}
