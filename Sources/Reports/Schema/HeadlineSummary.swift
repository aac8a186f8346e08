import Metrics
import Statistics

extension SummaryJSON.Headline {
    private enum Key: String, CodingKey {
        case name, `class`, value, low, high, numerator, denominator, method
    }

    /// Missing is written as null, not left out.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(name, forKey: .name)
        try container.encode(`class`, forKey: .class)
        try container.encode(value, forKey: .value)
        try container.encode(low, forKey: .low)
        try container.encode(high, forKey: .high)
        try container.encode(numerator, forKey: .numerator)
        try container.encode(denominator, forKey: .denominator)
        try container.encode(method, forKey: .method)
    }

    /// AI's share of commits, then churn and what was done to lines by class.
    static func all(_ results: AuditResults) -> [SummaryJSON.Headline] {
        shares(results) + results.evidence.churn.flatMap(churn) + operations(results)
    }

    private static func shares(_ results: AuditResults) -> [SummaryJSON.Headline] {
        let quarters = results.evidence.quarters
        let commits = Proportion(
            events: quarters.reduce(0) { $0 + $1.marked }, total: quarters.reduce(0) { $0 + $1.total })
        let interval = commits.wilson()
        return [
            SummaryJSON.Headline(
                name: "ai_commit_share", class: Churn.wholeTime, value: commits.value, low: interval?.lower,
                high: interval?.upper, numerator: commits.events, denominator: commits.total,
                method: "share of commits with a mark of an AI tool, a lower bound; Wilson interval")
        ]
    }

    private static func churn(_ shares: ChurnShares) -> [SummaryJSON.Headline] {
        let name = shares.authorClass?.rawValue ?? Churn.wholeTime
        let days = Churn.headlineWindow
        return [
            headline(
                "new_code_churn_14d", name, shares.newCode,
                "removed within \(days) days, of added meaningful lines with \(days) days of follow-up"),
            headline(
                "churn_share_14d", name, shares.changed,
                "lines removed within \(days) days of landing, of all changed meaningful lines"),
        ]
    }

    private static func operations(_ results: AuditResults) -> [SummaryJSON.Headline] {
        results.operationRows.filter { $0.period == Churn.wholeTime }.flatMap { row in
            LineOperation.counted.compactMap { operation in
                row.summary.share(operation).map {
                    headline(
                        operation.rawValue + "_share", row.authorClass?.rawValue ?? Churn.wholeTime, $0,
                        "lines \(operation.words), of all changed meaningful lines, pairs once")
                }
            }
        }
    }

    private static func headline(
        _ name: String, _ authorClass: String, _ share: ClusteredShare, _ method: String
    ) -> SummaryJSON.Headline {
        let interval = share.interval()
        return SummaryJSON.Headline(
            name: name, class: authorClass, value: share.value, low: interval?.lower, high: interval?.upper,
            numerator: Int(share.events), denominator: Int(share.total),
            method: method + "; interval from between commits (logit scale, Student's t)")
    }
}
