import Metrics

/// Writes the results of one repository as files.
package struct AuditReport {
    /// Which files to write besides the summary.
    package struct Options: Sendable {
        package var writesCSV = true
        package var writesHTML = true
        package var writesMarkdown = true
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
            if options.writesHTML {
                try folder.write("report.html") { try $0.write(HTMLReport(results).text) }
            }
            if options.writesMarkdown {
                try folder.write("report.md") { try $0.write(MarkdownReport(results).text) }
            }
            try folder.write("summary.json") { try $0.write(SummaryJSON(results).bytes()) }
            try folder.publish()
        } catch {
            folder.discard()
            throw error
        }
    }

    private func writeTables(to folder: ReportFolder) throws(ReportError) {
        let csv = CSVReport(folder: folder, hasByteOrderMark: options.hasByteOrderMark)
        let tables = ReportTables.all(results, withDeaths: options.writesDeaths)
        for table in tables { try table.write(csv) }
        let package = DataPackage(
            tables.map(\.schema), repository: results.facts.repository, hasByteOrderMark: options.hasByteOrderMark)
        try folder.write("datapackage.json") { try $0.write(package.bytes()) }
    }
}
