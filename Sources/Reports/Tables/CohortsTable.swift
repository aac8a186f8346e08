import Metrics
import Statistics

/// cohorts.csv: each survival curve in a few figures.
enum CohortsTable {
    struct Row {
        let cohort: SurvivalCohort
        let median: SurvivalQuantile?
        /// One for each of ``SurvivalCohort/horizons``.
        let estimates: [SurvivalEstimate?]

        init(_ cohort: SurvivalCohort) {
            self.cohort = cohort
            median = cohort.curve.median()
            estimates = SurvivalCohort.horizons.map { cohort.curve.estimate(at: Double($0)) }
        }
    }

    static func rows(_ results: AuditResults) -> [Row] { results.evidence.cohorts.map(Row.init) }

    static func table(_ results: AuditResults) -> Table<Row> {
        let repository = results.facts.repository
        var columns: [Column<Row>] = [
            Column("repository", .string, "name of the repository") { _ in .text(repository) },
            Column("cohort", .string, "all, a class of author, or the quarter of landing (YYYY-Qn)") {
                .text($0.cohort.name.text)
            },
            Column("unit", .string, "what is followed from landing: line (meaningful ones) or commit") {
                .text($0.cohort.event.unit)
            },
            Column("event", .string, "as in survival.csv") { .text($0.cohort.event.rawValue) },
            Column("units", .integer, "lines or commits of the cohort", unit: "lines or commits") {
                .integer(Int($0.cohort.curve.total.rounded()))
            },
            Column("commits", .integer, "of lines, the commits that wrote them", unit: "commits") {
                .integer($0.cohort.curve.clusters)
            },
            Column("events", .integer, "units with the event", unit: "lines or commits") {
                .integer(Int($0.cohort.curve.events.rounded()))
            },
            Column(
                "median_days", .integer, "age by which half had the event; empty if more than half were without it",
                unit: "days"
            ) { .integer($0.median.map { Int($0.time) }) },
            Column("median_low", .integer, "lower end of the 95 % interval of median_days", unit: "days") {
                .integer($0.median?.bounds.lower.map { Int($0) })
            },
            Column(
                "median_high", .integer, "upper end of the 95 % interval of median_days; empty where there is none",
                unit: "days"
            ) { .integer($0.median?.bounds.upper.map { Int($0) }) },
        ]
        for (index, horizon) in SurvivalCohort.horizons.enumerated() {
            columns += atHorizon(horizon) { $0.estimates[index] }
        }
        return Table("cohorts", "one row per cohort and event: the curves of survival.csv in a few figures", columns)
    }

    private static func atHorizon(
        _ horizon: Int, _ estimate: @escaping @Sendable (Row) -> SurvivalEstimate?
    ) -> [Column<Row>] {
        [
            Column(
                "survival_\(horizon)d", .number,
                "Kaplan-Meier share without the event after \(horizon) days; empty if nobody was followed that long",
                unit: "share", of: "units of the cohort"
            ) { .number(estimate($0)?.survival) },
            Column(
                "survival_\(horizon)d_low", .number, "lower end of its 95 % interval", unit: "share",
                of: "units of the cohort"
            ) { .number(estimate($0)?.interval?.lower) },
            Column(
                "survival_\(horizon)d_high", .number, "upper end of its 95 % interval", unit: "share",
                of: "units of the cohort"
            ) { .number(estimate($0)?.interval?.upper) },
        ]
    }
}
