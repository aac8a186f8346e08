import Metrics

/// changed_lines.csv: how much was added and deleted, and how much of it stood elsewhere already.
enum ChangedLinesTable {
    static func table(_ results: AuditResults) -> Table<OperationRow> {
        let repository = results.facts.repository
        return Table(
            "changed_lines",
            "one row per month of landing (and the whole time) and class of the commit; no blank lines, no excluded files",
            [
                Column("repository", .string, "name of the repository") { _ in .text(repository) },
                Column("period", .string, "month in which commits landed, YYYY-MM, or all") { .text($0.period) },
                Column("class", .string, "class of the commits, or all") {
                    .text($0.authorClass?.rawValue ?? Churn.wholeTime)
                },
                Column(
                    "added_lines", .integer, "added lines of diffs, of merges only lines that no parent has",
                    unit: "lines"
                ) { .integer($0.summary.counts.addedLines) },
                Column("deleted_lines", .integer, "deleted lines of diffs, of merges none", unit: "lines") {
                    .integer($0.summary.counts.deletedLines)
                },
                Column(
                    "deleted_over_added", .number, "deleted_lines by added_lines", unit: "ratio", of: "added_lines"
                ) { .number($0.summary.deletedOverAdded) },
                Column(
                    "duplicate_blocks", .integer,
                    "blocks of five lines or more, written together, that stood elsewhere in the tree when they landed",
                    unit: "blocks"
                ) { .integer($0.summary.duplicates.blocks) },
                Column("duplicate_lines", .integer, "lines of these blocks", unit: "lines") {
                    .integer($0.summary.duplicates.lines)
                },
                Column(
                    "duplicate_blocks_per_mloc", .number, "duplicate_blocks per million added and deleted lines",
                    unit: "blocks per million lines", of: "added_lines + deleted_lines"
                ) { .number($0.summary.duplicateBlocksPerMillionLines) },
            ])
    }
}
