import Metrics
import Statistics

/// cohorts.csv: each survival curve in a few figures.
enum CohortsTable {
    static func table(_ results: AuditResults) -> Table<SurvivalCohort> {
        let repository = results.facts.repository
        var columns: [Column<SurvivalCohort>] = [
            Column("repository", .string, "name of the repository") { _ in .text(repository) },
            Column("cohort", .string, "all, a class of author, or the quarter of landing (YYYY-Qn)") {
                .text($0.name.text)
            },
            Column("unit", .string, "what is followed from landing: line (meaningful ones) or commit") {
                .text($0.event.unit)
            },
            Column("event", .string, "as in survival.csv") { .text($0.event.rawValue) },
            Column("units", .integer, "lines or commits of the cohort", unit: "lines or commits") {
                .integer(Int($0.curve.total.rounded()))
            },
            Column("commits", .integer, "of lines, the commits that wrote them", unit: "commits") {
                .integer($0.curve.clusters)
            },
            Column("events", .integer, "units with the event", unit: "lines or commits") {
                .integer(Int($0.curve.events.rounded()))
            },
            Column(
                "median_days", .integer, "age by which half had the event; empty if more than half were without it",
                unit: "days"
            ) { .integer($0.curve.median().map { Int($0.time) }) },
            Column("median_low", .integer, "lower end of the 95 % interval of median_days", unit: "days") {
                .integer($0.curve.median()?.bounds.lower.map { Int($0) })
            },
            Column(
                "median_high", .integer, "upper end of the 95 % interval of median_days; empty where there is none",
                unit: "days"
            ) { .integer($0.curve.median()?.bounds.upper.map { Int($0) }) },
        ]
        for horizon in SurvivalCohort.horizons {
            columns += atHorizon(horizon)
        }
        return Table("cohorts", "one row per cohort and event: the curves of survival.csv in a few figures", columns)
    }

    private static func atHorizon(_ horizon: Int) -> [Column<SurvivalCohort>] {
        let estimate: @Sendable (SurvivalCohort) -> SurvivalEstimate? = { $0.curve.estimate(at: Double(horizon)) }
        return [
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
