import Gates
import LineHistory
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
        /// The number of threads.
        package var jobs = 1

        package init() {}

        /// What the folder holds that these files go to.
        package var kind: ReportKind { isOfGatesOnly ? .gates : .audit }
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

    /// Writes every file, several at once, and puts the report in its place.
    package func write(to path: String) throws(ReportError) {
        let folder = try ReportFolder(path: path, kind: options.kind)
        do throws(ReportError) {
            let files = files
            let failures = Parallel.map(count: files.count, jobs: options.jobs) { index in
                do throws(ReportError) {
                    try files[index].write(folder)
                    return ReportError?.none
                } catch {
                    return error
                }
            }
            if let failure = failures.compactMap({ $0 }).first { throw failure }
            try folder.publish()
        } catch {
            folder.discard()
            throw error
        }
    }

    /// One file of the report.
    private struct File: Sendable {
        let write: @Sendable (ReportFolder) throws(ReportError) -> Void

        init(_ name: String, _ body: @escaping @Sendable (inout ReportFile) throws -> Void) {
            write = { folder throws(ReportError) in try folder.write(name, body) }
        }

        init(_ table: FilledTable, hasByteOrderMark: Bool) {
            write = { folder throws(ReportError) in
                try table.write(CSVReport(folder: folder, hasByteOrderMark: hasByteOrderMark))
            }
        }
    }

    /// Whatever there is to write.
    private var files: [File] {
        let (results, gates, options) = (results, gates, options)
        // What takes long first, the table of commits among it, so that no thread is left alone with it at the end.
        var files = [File("summary.json") { try $0.write(SummaryJSON(results, gates: gates).bytes()) }]
        if options.writesHTML && !options.isOfGatesOnly {
            files.append(File("report.html") { try $0.write(HTMLReport(results, gates: gates).text) })
        }
        if options.writesCommitObjects && !options.isOfGatesOnly {
            files.append(File("commits.ndjson") { try CommitObjects(results).write(to: &$0) })
        }
        if options.writesCSV { files += tables }
        if options.writesMarkdown {
            files.append(
                File("report.md") {
                    try $0.write(MarkdownReport(results, gates: gates, hasPage: !options.isOfGatesOnly).text)
                })
        }
        if let gates {
            files.append(File("gates.junit.xml") { try $0.write(JUnitReport(gates, results.facts).text) })
            files.append(
                File("findings.sarif") { try $0.write(SARIFReport(results.facts, range: gates.range).bytes()) })
        }
        return files
    }

    /// A file for each table, and what describes them.
    private var tables: [File] {
        let tables =
            options.isOfGatesOnly
            ? gates.map { [ReportTables.gates(results, $0)] } ?? []
            : ReportTables.all(
                results, withDeaths: options.writesDeaths, withAuthors: options.writesAuthors, gates: gates)
        let package = DataPackage(
            tables.map(\.schema), repository: results.facts.repository, hasByteOrderMark: options.hasByteOrderMark)
        return tables.map { File($0, hasByteOrderMark: options.hasByteOrderMark) }
            + [File("datapackage.json") { try $0.write(package.bytes()) }]
    }
}
