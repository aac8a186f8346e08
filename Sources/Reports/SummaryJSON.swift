import Foundation
import Gates
import Git
import Metrics

/// summary.json: the headline numbers, with what they are made of.
struct SummaryJSON: Encodable {
    /// Raised in its first part when a name goes or changes its meaning, in its second when one is added.
    static let schemaVersion = "1.6"

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
    /// What the report says first, in words.
    let answer: String
    let headlines: [Headline]
    let comparison: [ComparisonSummary]
    let attribution: AttributionSummary
    let defects: DefectSummary
    let controlCharts: [ChartSummary]
    /// Where any were asked for.
    let gates: OrNull<GateSummary>
    let exclusions: [ExclusionCount]
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

    /// A share with its parts and its uncertainty.
    struct Headline: Encodable {
        let name: String
        let `class`: String
        let value: Double?
        let low: Double?
        let high: Double?
        let numerator: Int
        let denominator: Int
        let method: String
    }

    /// Files whose lines are not counted, for one reason.
    struct ExclusionCount: Encodable {
        let reason: String
        let files: Int
        let added: Int
        let deleted: Int
        let standing: Int
    }

    struct WarningCount: Encodable {
        let kind: String
        let count: Int
    }

    init(_ results: AuditResults, gates: GateReport? = nil) {
        let facts = results.facts
        repository = facts.repository
        revision = facts.history.ids[facts.history.tip].hex
        historyComplete = facts.history.missingParents.isEmpty && facts.history.missingTrees.isEmpty
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
        answer = Answer(results).paragraph
        headlines = Headline.all(results)
        comparison = results.evidence.comparisons.filter { $0.role != .further }.map(ComparisonSummary.init)
        attribution = AttributionSummary(results)
        defects = DefectSummary(results)
        controlCharts = results.charts.map(ChartSummary.init)
        self.gates = OrNull(gates.map { GateSummary($0, facts) })
        exclusions = Dictionary(grouping: results.exclusions, by: \.exclusion.reason)
            .map { reason, files in
                ExclusionCount(
                    reason: reason.rawValue, files: files.count, added: files.reduce(0) { $0 + $1.added },
                    deleted: files.reduce(0) { $0 + $1.deleted }, standing: files.reduce(0) { $0 + $1.standing })
            }
            .sorted { $0.reason < $1.reason }
        warnings = Dictionary(grouping: facts.warnings, by: \.kind)
            .map { WarningCount(kind: $0.key.rawValue, count: $0.value.count) }.sorted { $0.kind < $1.kind }
    }

    func bytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    }
}
