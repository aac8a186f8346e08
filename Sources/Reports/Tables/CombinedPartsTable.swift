import Metrics
import Statistics

/// combined_comparison_parts.csv: what each repository gives to combined_comparison.csv.
enum CombinedPartsTable {
    static let name = "combined_comparison_parts"

    static let table = Table<CombinedPart>(
        name,
        "one row per endpoint, age, compared classes and repository of the list: what it gives to combined_comparison.csv "
            + "within repositories, or why it gives nothing",
        columns + CombinedComparison.Method.allCases.flatMap(weight))

    private static let units = "commits of the class; of new_code_churn and line_survival lines of them"

    private static let columns: [Column<CombinedPart>] = [
        Column("repository", .string, "name of the repository") { .text($0.repository) },
        Column("endpoint", .string, "as in comparison.csv") { .text($0.endpoint.rawValue) },
        Column("horizon_days", .integer, "age at which the shares are read off", unit: "days") {
            .integer($0.horizonDays)
        },
        Column("compared", .string, "which AI commits stand against the human ones") {
            .text($0.compared.rawValue)
        },
        Column("mature_ai", .integer, "commits with an AI mark that were followed for the age", unit: "commits") {
            .integer($0.comparison?.ai.mature)
        },
        Column(
            "mature_events_ai", .integer, "of mature_ai, those with the event; empty of lines", unit: "commits"
        ) { .integer($0.comparison?.ai.matureEvents) },
        Column(
            "mature_human", .integer, "commits without an AI mark that were followed for the age", unit: "commits"
        ) { .integer($0.comparison?.human.mature) },
        Column(
            "mature_events_human", .integer, "of mature_human, those with the event; empty of lines",
            unit: "commits"
        ) { .integer($0.comparison?.human.matureEvents) },
        Column(
            "difference", .number, "AI - human, as in comparison.csv", unit: "difference of shares", of: units
        ) { .number($0.comparison?.difference?.value) },
        Column(
            "difference_error", .number, "its standard error", unit: "difference of shares", of: units
        ) { .number($0.comparison?.difference?.standardError) },
        Column("ratio", .number, "AI by human, as in comparison.csv", unit: "ratio") {
            .number($0.comparison?.ratio?.value)
        },
        Column(
            "ratio_log_error", .number, "standard error of its natural logarithm", unit: "logarithm of a ratio"
        ) { .number($0.comparison?.ratio?.standardError) },
    ]

    private static func weight(_ method: CombinedComparison.Method) -> [Column<CombinedPart>] {
        [
            Column(
                "weight_\(method.rawValue)", .number, "its share of the weight in the difference by \(method.rawValue)",
                unit: "share", of: "the weights of all repositories"
            ) { part in
                if case .success(let share) = part.weights[method] { .number(share) } else { .missing }
            },
            Column(
                "left_out_\(method.rawValue)", .string,
                "why \(method.rawValue) leaves it out; empty with a weight, or where the method has no row"
            ) { part in
                if case .failure(let reason) = part.weights[method] { .text(reason.rawValue) } else { .missing }
            },
        ]
    }
}
