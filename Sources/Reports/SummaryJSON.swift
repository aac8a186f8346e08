import Foundation
import Git
import Metrics

/// summary.json: the headline numbers, with what they are made of.
struct SummaryJSON: Encodable {
    /// Raised in its first part when a name goes or changes its meaning, in its second when one is added.
    static let schemaVersion = "1.0"

    let schemaVersion = Self.schemaVersion
    let tool = "andon"
    let repository: String
    let revision: String
    let historyComplete: Bool
    let dataHorizon: String
    let commits: Int
    let merges: Int
    let lineTotals: LineTotals
    let classes: [ClassSummary]
    let headlines: [Headline]
    let warnings: [WarningCount]

    struct LineTotals: Encodable {
        let addedNoRenames: Int
        let deletedNoRenames: Int
    }

    struct ClassSummary: Encodable {
        let `class`: String
        let commits: Int
        let merges: Int
        let added: Int
        let deleted: Int
        let standing: Int
    }

    /// A share with its parts.
    struct Headline: Encodable {
        let name: String
        let `class`: String
        let value: Double?
        let numerator: Int
        let denominator: Int
        let method: String
    }

    struct WarningCount: Encodable {
        let kind: String
        let count: Int
    }

    init(_ results: AuditResults) {
        let facts = results.facts
        repository = facts.repository
        revision = facts.history.ids[facts.history.tip].hex
        historyComplete = facts.history.missingParents.isEmpty
        dataHorizon = UTCTime(seconds: facts.dataHorizon).text
        commits = results.reported.count
        merges = results.reported.count { facts.history.isMerge($0) }
        let totals = results.lineTotals
        lineTotals = LineTotals(addedNoRenames: totals.added, deletedNoRenames: totals.deleted)
        classes = results.classes.map {
            ClassSummary(
                class: $0.authorClass.rawValue, commits: $0.commits, merges: $0.merges, added: $0.added,
                deleted: $0.deleted,
                standing: $0.standing)
        }
        headlines = results.churn.rows
            .filter { $0.period == Churn.wholeTime && $0.windowDays == Churn.headlineWindow }
            .flatMap { Self.headlines($0) }
        warnings = Dictionary(grouping: facts.warnings, by: \.kind)
            .map { WarningCount(kind: $0.key.rawValue, count: $0.value.count) }.sorted { $0.kind < $1.kind }
    }

    private static func headlines(_ row: ChurnRow) -> [Headline] {
        let name = row.authorClass?.rawValue ?? Churn.wholeTime
        return [
            Headline(
                name: "new_code_churn_14d", class: name, value: row.counts.newCodeChurn,
                numerator: row.counts.deletedWithin,
                denominator: row.counts.addedMature, method: "share of added meaningful lines with 14 days of follow-up"
            ),
            Headline(
                name: "churn_share_14d", class: name, value: row.counts.churnShare, numerator: row.counts.removedYoung,
                denominator: row.counts.added + row.counts.removed, method: "share of changed meaningful lines"),
        ]
    }

    func bytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    }
}
