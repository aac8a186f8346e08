import Metrics
import Statistics

/// combined_comparison.csv: AI against human over the repositories of a list, each compared within itself.
enum CombinedComparisonTable {
    static let name = "combined_comparison"

    static let table = Table<CombinedComparison>(
        name,
        "one row per endpoint, age, compared classes, what is compared within, and method: commits with an AI mark against "
            + "human ones over all repositories, each compared within itself, as comparison.csv compares them",
        question + counts + estimates + heterogeneity + [leftOut])

    private static let units = "commits of the class; of new_code_churn and line_survival lines of them"

    private static let question: [Column<CombinedComparison>] = [
        Column("endpoint", .string, "as in comparison.csv") { .text($0.endpoint.rawValue) },
        Column("horizon_days", .integer, "age at which the shares are read off", unit: "days") {
            .integer($0.horizonDays)
        },
        Column("role", .string, "primary or secondary: declared and tested; further: described only") {
            .text($0.role.rawValue)
        },
        Column(
            "compared", .string, "which AI commits stand against the human ones: all, ai_authored or ai_assisted"
        ) { .text($0.compared.rawValue) },
        Column(
            "within", .string,
            "what is compared with each other: commits of one repository, or of one repository those alike in size, kind of "
                + "file and quarter (repository_size_kind_quarter)"
        ) { .text($0.within.rawValue) },
        Column(
            "method", .string,
            "mantel_haenszel: over counts of mature commits, no line endpoints; inverse_variance: over the estimates of "
                + "comparison.csv, as if the effect were one; random_effects: the same by DerSimonian and Laird with "
                + "Hartung and Knapp's interval, what holds on average where repositories differ"
        ) { .text($0.method.rawValue) },
    ]

    private static let counts: [Column<CombinedComparison>] = [
        Column("repositories", .integer, "repositories that the row rests on", unit: "repositories") {
            .integer($0.repositories)
        },
        Column(
            "n_ai", .integer, "commits with an AI mark; of mantel_haenszel those followed for the age", unit: "commits"
        ) { .integer($0.ai.commits) },
        Column(
            "n_human", .integer, "commits without an AI mark; of mantel_haenszel those followed for the age",
            unit: "commits"
        ) { .integer($0.human.commits) },
        Column(
            "events_ai", .integer, "of n_ai, commits with the event by the age; of lines, commits that lost one",
            unit: "commits"
        ) { .integer($0.ai.events) },
        Column(
            "events_human", .integer, "of n_human, commits with the event by the age; of lines, commits that lost one",
            unit: "commits"
        ) { .integer($0.human.events) },
    ]

    private static let leftOut = Column<CombinedComparison>(
        "left_out", .list,
        "why other repositories are left out, and how many; combined_comparison_parts.csv names them"
    ) { row in
        row.leftOut.isEmpty
            ? .missing : .list(row.leftOut.map { "\($0.reason.rawValue): \($0.repositories)" }, separator: "; ")
    }

    private static let estimates: [Column<CombinedComparison>] =
        contrast("difference", "AI - human", "difference of shares", of: units, ends: ("low", "high")) { $0.difference }
        + [
            Column(
                "p", .number, "of no difference; of mantel_haenszel the Cochran-Mantel-Haenszel test, otherwise normal",
                unit: "probability"
            ) { .number($0.pValue) },
            Column(
                "p_adjusted", .number,
                "p after Holm's correction over the declared endpoints of the method; empty for further ages",
                unit: "probability"
            ) { .number($0.adjustedP) },
            Column(
                "verdict", .string,
                "insufficient, no_difference_shown, ai_higher or ai_lower (of the share); empty for further ages"
            ) { .text($0.verdict?.rawValue) },
        ]
        + contrast("ratio", "AI by human", "ratio", ends: ("ratio_low", "ratio_high")) { $0.ratio }
        + contrast(
            "odds_ratio", "odds of AI by odds of human, of mantel_haenszel", "ratio",
            ends: ("odds_ratio_low", "odds_ratio_high")
        ) { $0.oddsRatio }

    private static func contrast(
        _ name: String, _ meaning: String, _ unit: String, of denominator: String? = nil,
        ends: (low: String, high: String), _ value: @escaping @Sendable (CombinedComparison) -> Effect?
    ) -> [Column<CombinedComparison>] {
        [
            Column(name, .number, meaning, unit: unit, of: denominator) { .number(value($0)?.value) },
            Column(
                ends.low, .number, "lower end of the 95 % interval of \(name)", unit: unit, of: denominator
            ) { .number(value($0)?.bounds.lower) },
            Column(
                ends.high, .number, "upper end of the 95 % interval of \(name)", unit: unit, of: denominator
            ) { .number(value($0)?.bounds.upper) },
        ]
    }

    private static let heterogeneity =
        heterogeneity("", "differences") { $0.heterogeneity }
        + heterogeneity("ratio_", "ratios, by their logarithms") { $0.ratioHeterogeneity }

    private static func heterogeneity(
        _ prefix: String, _ what: String,
        _ value: @escaping @Sendable (CombinedComparison) -> PooledEffect.Heterogeneity?
    ) -> [Column<CombinedComparison>] {
        [
            Column(
                prefix + "q", .number,
                "Cochran's Q of the repositories' \(what); the same for every method, empty below two repositories",
                unit: "chi-square"
            ) { .number(value($0)?.q) },
            Column(prefix + "q_df", .integer, "degrees of freedom of \(prefix)q", unit: "repositories") {
                .integer(value($0)?.degreesOfFreedom)
            },
            Column(prefix + "q_p", .number, "of \(prefix)q, if all repositories had one effect", unit: "probability") {
                .number(value($0)?.pValue)
            },
            Column(
                prefix + "i_squared", .number, "share of the scatter of the repositories' \(what) beyond chance",
                unit: "share", of: "the scatter of the repositories' effects"
            ) { .number(value($0)?.iSquared) },
            Column(
                prefix + "tau", .number, "standard deviation between the repositories' true \(what)",
                unit: prefix.isEmpty ? "difference of shares" : "logarithm of a ratio", of: prefix.isEmpty ? units : nil
            ) { .number(value($0)?.tauSquared.squareRoot()) },
        ]
    }
}
