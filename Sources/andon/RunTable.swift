import Foundation
import Metrics
import Reports

/// What became of every repository of a list: `runs.csv`, and one table of all reports for each of theirs.
///
/// `runs.csv` is written anew before the first scan and after each, so that no old one ever stands beside new reports:
/// what a run did not come to is `pending` there.
struct RunTable {
    static let fileName = "runs.csv"
    static let combinedName = "combined"

    private let list: RepositoryList
    private let output: String
    private let hasByteOrderMark: Bool
    /// By place in the list; nil for what is pending.
    private var runs: [(outcome: Result<RepositoryRun.Figures, any Error>, status: ExitStatus)?]

    private static let columns = [
        "repository", "status", "exit_status", "reason", "commits", "merges", "ai_share", "analysed_revision", "report",
    ]

    /// Makes the folder for the reports, and writes that nothing is done yet.
    init(_ list: RepositoryList, output: String, hasByteOrderMark: Bool) throws {
        self.list = list
        self.output = output
        self.hasByteOrderMark = hasByteOrderMark
        runs = Array(repeating: nil, count: list.targets.count)
        do {
            try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
        } catch {
            throw ReportError.cannotWrite(path: output, reason: error.localizedDescription)
        }
        try write()
    }

    /// Whether some repository could not be scanned.
    var hasFailed: Bool {
        runs.contains { run in
            if case .failure = run?.outcome { true } else { false }
        }
    }

    /// Takes in a repository of the list, whose report is in its place, and writes the table.
    mutating func add(_ run: RepositoryRun, at index: Int) throws {
        runs[index] = (run.outcome, run.status)
        try write()
    }

    /// Writes the tables of all reports; where no repository was scanned, older ones stand.
    ///
    /// - Parameter withTables: whether the reports have any.
    /// - Returns: what is to be said at the end.
    func combine(withTables: Bool) throws -> TerminalRuns {
        let parts = zip(list.targets, runs).map { target, run in
            if case .success(let figures) = run?.outcome {
                CombinedReport.Part(figures.comparisons, folder: output + "/" + target.name)
            } else {
                CombinedReport.Part(RepositoryComparisons(target.name, nil), folder: nil)
            }
        }
        let report = CombinedReport(parts, hasByteOrderMark: hasByteOrderMark)
        let scanned = parts.count { $0.folder != nil }
        if withTables && scanned > 0 { try report.write(to: output + "/" + Self.combinedName) }
        return TerminalRuns(report.comparisons, scanned: scanned, of: parts.count, folder: output)
    }

    private func write() throws {
        let names = OwnColumns.names(Self.columns, beside: list.header).map(Cell.text)
        var text = hasByteOrderMark ? "\u{FEFF}" : ""
        text += CSVText.row(list.header, followedBy: names)
        for (index, own) in list.rows.enumerated() { text += CSVText.row(own, followedBy: cells(index)) }
        try WholeFile(path: output + "/" + Self.fileName, failure: ReportError.cannotWrite).write(text)
    }

    private func cells(_ index: Int) -> [Cell] {
        let name = list.targets[index].name
        let unknown = [Cell](repeating: .missing, count: 5)
        guard let (outcome, status) = runs[index] else {
            return [.text(name), .text("pending"), .missing, .missing] + unknown
        }
        switch outcome {
        case .success(let figures):
            return [
                .text(name), .text("ok"), .integer(Int(status.rawValue)), .missing, .integer(figures.commits),
                .integer(figures.merges),
                figures.commits == 0 ? .missing : .number(Double(figures.marked) / Double(figures.commits)),
                .text(figures.revision), .text(name),
            ]
        case .failure(let error):
            return [
                .text(name), .text("failed"), .integer(Int(status.rawValue)), .text(Failure.of(error).text),
            ] + unknown
        }
    }
}
