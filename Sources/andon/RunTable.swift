import Foundation
import Metrics
import Reports

/// What became of every repository of a list: `runs.csv`, and one table of all reports for each of theirs.
struct RunTable {
    static let fileName = "runs.csv"
    static let combinedName = "combined"

    private let list: RepositoryList
    private let output: String
    /// The cells behind those of the list, a row for each repository that was tried.
    private var rows: [[Cell]] = []
    private var parts: [CombinedReport.Part] = []
    private(set) var hasFailed = false

    private static let columns = [
        "repository", "status", "exit_status", "reason", "commits", "merges", "ai_share", "analysed_revision", "report",
    ]

    /// Makes the folder for the reports.
    init(_ list: RepositoryList, output: String) throws {
        self.list = list
        self.output = output
        do {
            try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
        } catch {
            throw ReportError.cannotWrite(path: output, reason: error.localizedDescription)
        }
    }

    /// Takes in the next repository of the list, whose report is in its place.
    ///
    /// - Parameter status: what a scan of it alone ends with.
    mutating func add(_ results: AuditResults, _ status: ExitStatus) {
        let name = list.targets[rows.count].name
        let history = results.facts.history
        let commits = results.reported.count
        let marked = results.classes.filter(\.authorClass.isAI).reduce(0) { $0 + $1.commits }
        rows.append([
            .text(name), .text("ok"), .integer(Int(status.rawValue)), .missing, .integer(commits),
            .integer(results.reported.count { history.isMerge($0) }),
            commits == 0 ? .missing : .number(Double(marked) / Double(commits)), .text(history.ids[history.tip].hex),
            .text(name),
        ])
        parts.append(
            CombinedReport.Part(
                RepositoryComparisons(name, results.evidence.comparisons), folder: output + "/" + name))
    }

    /// Takes in the next repository of the list, which could not be scanned.
    mutating func add(_ failure: Failure) {
        hasFailed = true
        let name = list.targets[rows.count].name
        parts.append(CombinedReport.Part(RepositoryComparisons(name, nil), folder: nil))
        rows.append([
            .text(name), .text("failed"), .integer(Int(failure.status.rawValue)),
            .text(failure.text), .missing, .missing, .missing, .missing, .missing,
        ])
    }

    /// Writes the files.
    ///
    /// - Parameter withTables: whether the reports have tables. Where none was written, older combined tables stand.
    func write(withTables: Bool, hasByteOrderMark: Bool) throws {
        if withTables && parts.contains(where: { $0.folder != nil }) {
            try CombinedReport(parts, hasByteOrderMark: hasByteOrderMark).write(to: output + "/" + Self.combinedName)
        }
        let names = Self.columns.map { Cell.text(list.header.contains($0) ? "andon_" + $0 : $0) }
        var text = hasByteOrderMark ? "\u{FEFF}" : ""
        text += CSVText.row(list.header, followedBy: names)
        for (own, cells) in zip(list.rows, rows) { text += CSVText.row(own, followedBy: cells) }
        try WholeFile(path: output + "/" + Self.fileName, failure: ReportError.cannotWrite).write(text)
    }
}
