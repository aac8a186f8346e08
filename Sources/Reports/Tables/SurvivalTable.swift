import Metrics
import Statistics

/// survival.csv: the survival curves, step by step.
enum SurvivalTable {
    struct Row {
        let cohort: SurvivalCohort
        let step: SurvivalCurve.Step
    }

    static func rows(_ results: AuditResults) -> [Row] {
        results.evidence.cohorts.flatMap { cohort in cohort.curve.steps.map { Row(cohort: cohort, step: $0) } }
    }

    static func table(_ results: AuditResults) -> Table<Row> {
        let repository = results.facts.repository
        return Table(
            "survival",
            "one row per cohort, event and day on which a member had the event or was last seen; cohorts by quarter end "
                + "with day 730",
            [
                Column("cohort", .string, "all, a class of author, or the quarter of landing (YYYY-Qn)") {
                    .text($0.cohort.name.text)
                },
                Column("unit", .string, "what is followed from landing: line (meaningful ones) or commit") {
                    .text($0.cohort.event.unit)
                },
                Column(
                    "event", .string,
                    "removed: the line was removed or changed; revision: another commit changed a line of the commit; "
                        + "first_fix: a fix with an inducing link to it landed; revert: it was reverted; "
                        + "reintroduction: the fix was itself fixed or reverted"
                ) { .text($0.cohort.event.rawValue) },
                Column("day", .integer, "age since landing, a begun day counted whole", unit: "days") {
                    .integer(Int($0.step.time))
                },
                Column("at_risk", .integer, "units under observation just before the day", unit: "lines or commits") {
                    .integer(Int($0.step.atRisk.rounded()))
                },
                Column("events", .integer, "units with the event on the day", unit: "lines or commits") {
                    .integer(Int($0.step.events.rounded()))
                },
                Column(
                    "censored", .integer, "units last seen on the day without the event: the data end there",
                    unit: "lines or commits"
                ) { .integer(Int($0.step.censored.rounded())) },
                Column(
                    "survival", .number, "Kaplan-Meier estimate of the share without the event after the day",
                    unit: "share", of: "units of the cohort"
                ) { .number($0.step.survival) },
                Column(
                    "low", .number, "lower end of the 95 % log-log interval of survival; of lines from between commits",
                    unit: "share", of: "units of the cohort"
                ) { .number($0.cohort.curve.interval(of: $0.step)?.lower) },
                Column(
                    "high", .number,
                    "upper end of the 95 % log-log interval of survival; of lines from between commits",
                    unit: "share", of: "units of the cohort"
                ) { .number($0.cohort.curve.interval(of: $0.step)?.upper) },
                Column("repository", .string, "name of the repository") { _ in .text(repository) },
            ])
    }
}
