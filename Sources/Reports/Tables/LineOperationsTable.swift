import Metrics
import Statistics

/// line_operations.csv: what was done to lines, by class and month.
enum LineOperationsTable {
    /// One operation of one class in one month.
    struct Row {
        let row: OperationRow
        let operation: LineOperation
        let share: ClusteredShare?
        let interval: Interval?

        init(row: OperationRow, operation: LineOperation) {
            self.row = row
            self.operation = operation
            share = row.summary.share(operation)
            interval = share?.interval()
        }
    }

    static func rows(_ results: AuditResults) -> [Row] {
        results.operationRows.flatMap { row in LineOperation.allCases.map { Row(row: row, operation: $0) } }
    }

    static func table(_ results: AuditResults) -> Table<Row> {
        let repository = results.facts.repository
        return Table(
            "line_operations",
            "one row per month of landing (and the whole time), class of the commit and operation; no blank lines, no excluded files",
            [
                Column("repository", .string, "name of the repository") { _ in .text(repository) },
                Column("period", .string, "month in which commits landed, YYYY-MM, or all") { .text($0.row.period) },
                Column("class", .string, "class of the commits that did it, or all") {
                    .text($0.row.authorClass?.rawValue ?? Churn.wholeTime)
                },
                Column(
                    "operation", .string,
                    "moved, updated, find_replaced, copy_pasted, deleted, deleted_then_restored, added, or no_op: only white space changed"
                ) { .text($0.operation.rawValue) },
                Column(
                    "lines", .integer, "lines; a removed and an added line that belong together count once",
                    unit: "lines"
                ) { .integer($0.row.summary.counts[$0.operation]) },
                Column("operations", .integer, "lines of all operations but no_op", unit: "lines") {
                    .integer($0.row.summary.counts.total)
                },
                Column("share", .number, "lines by operations; empty for no_op", unit: "share", of: "operations") {
                    .number($0.share?.value)
                },
                Column(
                    "share_low", .number, "low end of the 95 % interval of share, from between commits", unit: "share",
                    of: "operations"
                ) { .number($0.interval?.lower) },
                Column("share_high", .number, "high end of that interval", unit: "share", of: "operations") {
                    .number($0.interval?.upper)
                },
            ])
    }
}
