import Metrics

/// churn.csv: churn by class, month and window.
enum ChurnTable {
    static func table(_ results: AuditResults) -> Table<ChurnRow> {
        let repository = results.facts.repository
        return Table(
            "churn",
            "one row per month (and the whole time), class of the writer and window; lines are meaningful ones",
            [
                Column("repository", .string, "name of the repository") { _ in .text(repository) },
                Column("period", .string, "month in which lines landed or were removed, YYYY-MM, or all") {
                    .text($0.period)
                },
                Column("class", .string, "class of the commit that wrote the lines, or all") {
                    .text($0.authorClass?.rawValue ?? Churn.wholeTime)
                },
                Column("window_days", .integer, "days after landing", unit: "days") { .integer($0.windowDays) },
                Column("added", .integer, "lines that landed in the period", unit: "lines") {
                    .integer($0.counts.added)
                },
                Column(
                    "deleted_within", .integer, "lines of added_mature that were removed within the window",
                    unit: "lines"
                ) {
                    .integer($0.counts.deletedWithin)
                },
                Column("churn_share", .number, "removed_young by added + removed", unit: "share", of: "added + removed")
                { .number($0.counts.churnShare) },
                Column("new_code_churn", .number, "deleted_within by added_mature", unit: "share", of: "added_mature") {
                    .number($0.counts.newCodeChurn)
                },
                Column(
                    "added_mature", .integer, "lines of added that can be followed for the whole window", unit: "lines"
                ) {
                    .integer($0.counts.addedMature)
                },
                Column(
                    "deleted_within_self", .integer, "of deleted_within, those removed by their own author",
                    unit: "lines"
                ) {
                    .integer($0.counts.deletedWithinSelf)
                },
                Column(
                    "deleted_within_other", .integer, "of deleted_within, those removed by another author",
                    unit: "lines"
                ) {
                    .integer($0.counts.deletedWithin - $0.counts.deletedWithinSelf)
                },
                Column(
                    "removed", .integer, "lines of the class that were removed in the period, whenever they landed",
                    unit: "lines"
                ) {
                    .integer($0.counts.removed)
                },
                Column("removed_young", .integer, "of removed, lines no older than the window", unit: "lines") {
                    .integer($0.counts.removedYoung)
                },
                Column(
                    "removed_young_self", .integer, "of removed_young, those removed by their own author", unit: "lines"
                ) {
                    .integer($0.counts.removedYoungSelf)
                },
                Column("revised_age_lt_window", .number, "removed_young by removed", unit: "share", of: "removed") {
                    .number($0.counts.revisedYoungShare)
                },
                Column(
                    "new_code_churn_authored", .number, "new_code_churn with the clock of author dates", unit: "share",
                    of: "lines that can be followed for the window by author date"
                ) {
                    .number($0.counts.newCodeChurnAuthored)
                },
            ])
    }
}
