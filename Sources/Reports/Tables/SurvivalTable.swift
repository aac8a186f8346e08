import Metrics
import Statistics

/// survival.csv: the survival curves, step by step.
enum SurvivalTable {
    struct Row {
        let name: String
        let event: CohortEvent
        let step: SurvivalCurve.Step
        let interval: Interval?
    }

    static func rows(_ results: AuditResults) -> [Row] {
        results.evidence.cohorts.flatMap { cohort in
            let name = cohort.name.text
            return cohort.curve.steps.map {
                Row(name: name, event: cohort.event, step: $0, interval: cohort.curve.interval(of: $0))
            }
        }
    }

    static func table(_ results: AuditResults) -> Table<Row> {
        let repository = results.facts.repository
        return Table(
            "survival",
            "one row per cohort, event and day on which a member had the event or was last seen; cohorts by quarter end "
                + "with day 730",
            [
                Column("cohort", .string, "all, a class of author, or the quarter of landing (YYYY-Qn)") {
                    .text($0.name)
                },
                Column("unit", .string, "what is followed from landing: line (meaningful ones) or commit") {
                    .text($0.event.unit)
                },
                Column(
                    "event", .string,
                    "removed: the line was removed or changed; revision: another commit changed a line of the commit; "
                        + "first_fix: a fix with an inducing link to it landed; revert: it was reverted; "
                        + "reintroduction: the fix was itself fixed or reverted"
                ) { .text($0.event.rawValue) },
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
                ) { .number($0.interval?.lower) },
                Column(
                    "high", .number,
                    "upper end of the 95 % log-log interval of survival; of lines from between commits",
                    unit: "share", of: "units of the cohort"
                ) { .number($0.interval?.upper) },
                Column("repository", .string, "name of the repository") { _ in .text(repository) },
            ])
    }
}
