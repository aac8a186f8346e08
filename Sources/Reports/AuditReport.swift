import Gates
import Metrics

/// Writes the results of one repository as files.
package struct AuditReport {
    /// Which files to write besides the summary.
    package struct Options: Sendable {
        package var writesCSV = true
        package var writesHTML = true
        package var writesMarkdown = true
        package var writesDeaths = false
        /// Whether there is a table with a row per person.
        package var writesAuthors = false
        package var hasByteOrderMark = false
        /// Whether there is an object per commit for programs.
        package var writesCommitObjects = false
        /// Of the CSV files only that of the gates, and no page: what `andon gate` answers.
        package var isOfGatesOnly = false

        package init() {}
    }

    private let results: AuditResults
    private let options: Options
    private let gates: GateReport?

    /// - Parameter gates: the answers, where any were asked for.
    package init(_ results: AuditResults, options: Options, gates: GateReport? = nil) {
        self.results = results
        self.options = options
        self.gates = gates
    }

    /// Writes every file, the summary last, and puts the report in its place.
    package func write(to path: String) throws(ReportError) {
        let folder = try ReportFolder(path: path)
        do {
            if options.writesCSV { try writeTables(to: folder) }
            if options.writesCommitObjects && !options.isOfGatesOnly {
                try folder.write("commits.ndjson") { try CommitObjects(results).write(to: &$0) }
            }
            if options.writesHTML && !options.isOfGatesOnly {
                try folder.write("report.html") { try $0.write(HTMLReport(results, gates: gates).text) }
            }
            if options.writesMarkdown {
                try folder.write("report.md") {
                    try $0.write(MarkdownReport(results, gates: gates, hasPage: !options.isOfGatesOnly).text)
                }
            }
            if let gates { try write(gates, to: folder) }
            try folder.write("summary.json") { try $0.write(SummaryJSON(results, gates: gates).bytes()) }
            try folder.publish()
        } catch {
            folder.discard()
            throw error
        }
    }

    private func write(_ gates: GateReport, to folder: ReportFolder) throws(ReportError) {
        try folder.write("gates.junit.xml") { try $0.write(JUnitReport(gates, results.facts).text) }
        try folder.write("findings.sarif") {
            try $0.write(SARIFReport(results.facts, range: gates.range).bytes())
        }
    }

    private func writeTables(to folder: ReportFolder) throws(ReportError) {
        let csv = CSVReport(folder: folder, hasByteOrderMark: options.hasByteOrderMark)
        let tables =
            options.isOfGatesOnly
            ? gates.map { [ReportTables.gates(results, $0)] } ?? []
            : ReportTables.all(
                results, withDeaths: options.writesDeaths, withAuthors: options.writesAuthors, gates: gates)
        for table in tables { try table.write(csv) }
        let package = DataPackage(
            tables.map(\.schema), repository: results.facts.repository, hasByteOrderMark: options.hasByteOrderMark)
        try folder.write("datapackage.json") { try $0.write(package.bytes()) }
    }
}
