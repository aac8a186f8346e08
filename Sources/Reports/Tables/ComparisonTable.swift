import Metrics
import Statistics

/// comparison.csv: AI against human.
enum ComparisonTable {
    static func table(_ results: AuditResults) -> Table<Comparison> {
        let repository = results.facts.repository
        return Table(
            "comparison",
            "one row per endpoint, age and compared classes: commits with an AI mark against human ones, in quarters "
                + "with at least one AI mark; no merges",
            estimates + tests + contrasts("stratified", "within size bin x file kind x quarter") { $0.stratified }
                + contrasts("author", "within the commits of one person") { $0.withinAuthor } + details
                + [Column("repository", .string, "name of the repository") { _ in .text(repository) }])
    }

    private static let units = "commits of the class; of new_code_churn and line_survival lines of them"

    private static let estimates: [Column<Comparison>] = [
        Column(
            "endpoint", .string,
            "bug_inducing, reverted, new_code_churn, line_survival (the share still standing), reintroduction (of fixes)"
        ) { .text($0.endpoint.rawValue) },
        Column("horizon_days", .integer, "age at which the curves are read off", unit: "days") {
            .integer($0.horizonDays)
        },
        Column("n_ai", .integer, "commits with an AI mark; of reintroduction fixes", unit: "commits") {
            .integer($0.ai.commits)
        },
        Column("n_human", .integer, "commits without an AI mark; of reintroduction fixes", unit: "commits") {
            .integer($0.human.commits)
        },
        Column(
            "events_ai", .integer, "of n_ai, commits with the event by the age; of lines, commits that lost one",
            unit: "commits"
        ) { .integer($0.ai.events) },
        Column(
            "events_human", .integer, "of n_human, commits with the event by the age; of lines, commits that lost one",
            unit: "commits"
        ) { .integer($0.human.events) },
        Column("estimate_ai", .number, "Kaplan-Meier estimate for AI", unit: "share", of: units) {
            .number($0.ai.estimate)
        },
        Column("estimate_human", .number, "Kaplan-Meier estimate for human", unit: "share", of: units) {
            .number($0.human.estimate)
        },
        Column("difference", .number, "estimate_ai - estimate_human", unit: "difference of shares", of: units) {
            .number($0.difference?.value)
        },
        Column("low", .number, "lower end of the 95 % interval of difference", unit: "difference of shares", of: units)
        { .number($0.difference?.bounds.lower) },
        Column("high", .number, "upper end of the 95 % interval of difference", unit: "difference of shares", of: units)
        { .number($0.difference?.bounds.upper) },
        Column("ratio", .number, "estimate_ai by estimate_human", unit: "ratio") { .number($0.ratio?.value) },
        Column("ratio_low", .number, "lower end of the 95 % interval of ratio", unit: "ratio") {
            .number($0.ratio?.bounds.lower)
        },
        Column("ratio_high", .number, "upper end of the 95 % interval of ratio", unit: "ratio") {
            .number($0.ratio?.bounds.upper)
        },
    ]

    private static let tests: [Column<Comparison>] = [
        Column(
            "p", .number, "log-rank test on events up to the age; of lines from between commits", unit: "probability"
        ) { .number($0.pValue) },
        Column(
            "p_adjusted", .number, "p after Holm's correction over the declared endpoints; empty for further ages",
            unit: "probability"
        ) { .number($0.adjustedP) },
        Column(
            "smallest_detectable", .number, "least difference that data of this size show with 80 % power",
            unit: "difference of shares", of: units
        ) { .number($0.smallestDetectable) },
        Column(
            "verdict", .string,
            "insufficient, no_difference_shown, ai_higher or ai_lower (of the estimate); empty for further ages"
        ) { .text($0.verdict?.rawValue) },
        Column(
            "compared", .string, "which AI commits stand against the human ones: all, ai_authored or ai_assisted"
        ) { .text($0.compared.rawValue) },
        Column("role", .string, "primary or secondary: declared and tested; further: described only") {
            .text($0.role.rawValue)
        },
    ]

    private static func contrasts(
        _ name: String, _ meaning: String, _ value: @escaping @Sendable (Comparison) -> StratifiedContrast
    ) -> [Column<Comparison>] {
        [
            Column(
                name + "_difference", .number, "Mantel-Haenszel difference \(meaning), mature commits",
                unit: "difference of shares", of: units
            ) { .number(value($0).difference?.value) },
            Column(
                name + "_low", .number, "lower end of its 95 % interval", unit: "difference of shares", of: units
            ) { .number(value($0).difference?.bounds.lower) },
            Column(
                name + "_high", .number, "upper end of its 95 % interval", unit: "difference of shares", of: units
            ) { .number(value($0).difference?.bounds.upper) },
            Column(name + "_ratio", .number, "Mantel-Haenszel ratio \(meaning), mature commits", unit: "ratio") {
                .number(value($0).ratio?.value)
            },
            Column(name + "_ratio_low", .number, "lower end of its 95 % interval", unit: "ratio") {
                .number(value($0).ratio?.bounds.lower)
            },
            Column(name + "_ratio_high", .number, "upper end of its 95 % interval", unit: "ratio") {
                .number(value($0).ratio?.bounds.upper)
            },
            Column(name + "_p", .number, "of no difference \(meaning)", unit: "probability") {
                .number(value($0).pValue)
            },
            Column(name + "_strata", .integer, "strata that hold both classes", unit: "strata") {
                .integer(value($0).sharedStrata)
            },
            Column(
                name + "_coverage", .number, "share of the mature units in such strata", unit: "share",
                of: "mature commits of both classes; of line endpoints lines of them"
            ) { .number(value($0).coverage) },
        ]
    }

    private static let details: [Column<Comparison>] = [
        Column("estimate_ai_low", .number, "lower end of the 95 % interval of estimate_ai", unit: "share", of: units) {
            .number($0.ai.interval?.lower)
        },
        Column("estimate_ai_high", .number, "upper end of the 95 % interval of estimate_ai", unit: "share", of: units) {
            .number($0.ai.interval?.upper)
        },
        Column(
            "estimate_human_low", .number, "lower end of the 95 % interval of estimate_human", unit: "share", of: units
        ) { .number($0.human.interval?.lower) },
        Column(
            "estimate_human_high", .number, "upper end of the 95 % interval of estimate_human", unit: "share", of: units
        ) { .number($0.human.interval?.upper) },
        Column("mature_ai", .integer, "of n_ai, commits followed for the whole age", unit: "commits") {
            .integer($0.ai.mature)
        },
        Column("mature_human", .integer, "of n_human, commits followed for the whole age", unit: "commits") {
            .integer($0.human.mature)
        },
        Column("lines_ai", .integer, "meaningful lines of n_ai, where lines are the units", unit: "lines") {
            .integer($0.ai.lines)
        },
        Column("lines_human", .integer, "meaningful lines of n_human, where lines are the units", unit: "lines") {
            .integer($0.human.lines)
        },
        Column(
            "needed_ai", .integer,
            "mature AI commits that a verdict needs at their rate so far (20 events, 50 commits); empty if reached or unknown",
            unit: "commits"
        ) { .integer($0.needed.ai) },
        Column(
            "needed_human", .integer,
            "mature human commits that a verdict needs at their rate so far; empty if reached or unknown",
            unit: "commits"
        ) { .integer($0.needed.human) },
    ]
}
