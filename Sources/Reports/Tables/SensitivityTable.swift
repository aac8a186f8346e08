import Metrics

/// sensitivity.csv: what unmarked AI commits would do to the ratios.
enum SensitivityTable {
    static func table(_ results: AuditResults) -> Table<Sensitivity> {
        let repository = results.facts.repository
        return Table(
            "sensitivity",
            "one row per endpoint, assumption and share of the unmarked commits that were AI's in truth",
            [
                Column("repository", .string, "name of the repository") { _ in .text(repository) },
                Column("endpoint", .string, "as in comparison.csv, both AI classes together") {
                    .text($0.endpoint.rawValue)
                },
                Column("horizon_days", .integer, "age at which the curves are read off", unit: "days") {
                    .integer($0.horizonDays)
                },
                Column(
                    "hidden_share", .number, "share of the unmarked commits that is taken as AI's", unit: "share",
                    of: "unmarked commits that landed after the repository's first AI mark"
                ) { .number($0.hiddenShare) },
                Column(
                    "assumption", .string,
                    "like_unmarked: the hidden commits fare as the other unmarked ones; like_marked: as the marked ones"
                ) { .text($0.assumption.rawValue) },
                Column(
                    "ratio", .number, "AI by human in that case; empty where the data contradict the assumption",
                    unit: "ratio"
                ) { .number($0.ratio?.value) },
                Column("ratio_low", .number, "lower end of its 95 % interval", unit: "ratio") {
                    .number($0.ratio?.bounds.lower)
                },
                Column("ratio_high", .number, "upper end of its 95 % interval", unit: "ratio") {
                    .number($0.ratio?.bounds.upper)
                },
            ])
    }
}
