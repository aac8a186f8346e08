import Metrics

/// What the files of a report hold, for programs that read them.
package enum ReportSchema: String, CaseIterable, Sendable {
    /// The JSON Schema of summary.json.
    case summary
    /// The description of every CSV file.
    case datapackage
    /// The description of every CSV file of several reports together.
    case combined
    /// The JSON Schema of each line of commits.ndjson.
    case commits

    /// The document as JSON, with its line end.
    package func bytes() throws -> [UInt8] {
        switch self {
        case .summary: Array(SummarySchema.text.utf8)
        case .datapackage:
            try DataPackage(ReportTables.schemas, repository: "", hasByteOrderMark: false).bytes()
        case .combined:
            try DataPackage(
                combined: ReportTables.schemas + ReportTables.combined(CombinedComparisons([])).map(\.schema),
                hasByteOrderMark: false
            ).bytes()
        case .commits: try CommitObjects(AuditResults(.empty)).schema()
        }
    }
}
