import Metrics

/// Writes the results of one repository as files.
package struct AuditReport {
    /// Which files to write besides the summary.
    package struct Options: Sendable {
        package var writesCSV = true
        package var writesDeaths = false
        package var hasByteOrderMark = false

        package init() {}
    }

    private let results: AuditResults
    private let options: Options

    package init(_ results: AuditResults, options: Options) {
        self.results = results
        self.options = options
    }

    /// Writes every file, the summary last, and puts the report in its place.
    package func write(to path: String) throws(ReportError) {
        let folder = try ReportFolder(path: path)
        do {
            if options.writesCSV { try writeTables(to: folder) }
            try folder.write("summary.json") { try $0.write(SummaryJSON(results).bytes()) }
            try folder.publish()
        } catch {
            folder.discard()
            throw error
        }
    }

    private func writeTables(to folder: ReportFolder) throws(ReportError) {
        let csv = CSVReport(folder: folder, hasByteOrderMark: options.hasByteOrderMark)
        try csv.write(CommitsTable.table(results), results.reported)
        try csv.write(FilesTable.table(results), results.files)
        try csv.write(ChurnTable.table(results), results.churn.rows)
        if options.writesDeaths { try csv.write(DeathsTable.table(results), results.facts.lives.deaths) }
        try csv.write(WarningsTable.table(results), results.facts.warnings)
    }
}
