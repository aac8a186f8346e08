import ArgumentParser
import Foundation
import Gates
import Git
import Metrics
import Reports
import Scan

/// `andon scan`: the audit.
struct ScanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan", abstract: "Read a whole history and write a report.",
        discussion:
            """
            Exit status: 0 done, 2 usage, 3 repository cannot be read, 4 history incomplete, 7 state in use, \
            70 internal, 130 interrupted; with --gate 1 a gate fails, 5 a gate that must answer has too little data.
            """
    )

    @Argument(help: "Work trees, bare repositories or linked worktrees.")
    var paths: [String] = ["."]

    @OptionGroup var reading: ReadingOptions

    @OptionGroup var defects: DefectOptions

    @OptionGroup var keeping: StateOptions

    @Option(help: "The folder to write. For several repositories, each gets a folder of its name in it.")
    var output = "andon-report"

    @Option(help: "Report commits that landed on this day or later (YYYY-MM-DD, UTC). The history is read whole.")
    var since: Day?

    @Option(help: "Report commits that landed on this day or earlier (YYYY-MM-DD, UTC).")
    var until: Day?

    @Option(
        help: """
            Count lines of these paths only, in files.csv, churn.csv and the added and deleted lines of commits.csv: a \
            pathspec, !PATTERN to leave out; repeatable.
            """)
    var path: [String] = []

    @Option(help: "What to write besides the summary: html, markdown, csv, json, separated by commas.")
    var format: Formats = Formats(names: ["csv", "html", "json", "markdown"])

    @Flag(help: "Begin CSV files with a byte order mark, by which Excel knows UTF-8.")
    var csvBom = false

    @Flag(help: "Write deaths.csv too: who wrote and who removed every line that is gone.")
    var deaths = false

    @Flag(help: "Write commits.ndjson too: commits.csv as a JSON object per line.")
    var ndjson = false

    @Flag(help: "Write authors.csv too: a row per person.")
    var perAuthor = false

    @OptionGroup var privacy: PrivacyOptions

    @OptionGroup var gates: GateOptions

    @Flag(help: "Answer the gates too: gates.csv, gates.junit.xml, findings.sarif, and the exit status.")
    var gate = false

    @OptionGroup var monitoring: MonitoringOptions

    @Flag(help: "Print no summary and no progress.")
    var quiet = false

    func run() throws {
        var scanOptions = try reading.scanOptions()
        if !path.isEmpty { scanOptions.pathspec = Pathspec(path) }
        scanOptions.labels = try defects.labelRows()
        scanOptions.linkVariant = defects.szz
        let names = RepositoryNames(paths)
        var answers: [GateReport] = []
        var metrics = MonitoringMetrics()
        for (repository, name) in zip(paths, names.names) {
            let (configuration, note) = try configuration(for: repository)
            if let note { Note.say(note) }
            let progress = ProgressLine(isShown: !quiet)
            let state = try keeping.open(for: paths.count == 1 ? nil : name, scanOptions)
            let facts = try RepositoryScan.run(
                name: name, path: repository, options: scanOptions, state: state, progress: progress.show)
            progress.clear()
            for warning in state?.warnings ?? [] { Note.say(warning) }
            if !quiet { for note in state?.notes ?? [] { Note.say("state: " + note) } }
            let plain = AuditResults(facts, scope: scope, charts: configuration.charts)
            let report = gate ? try GateJudge(plain, configuration: configuration).report() : nil
            let results = privacy.pseudonyms ? plain.withPseudonyms() : plain
            let folder = paths.count == 1 ? output : output + "/" + name
            var options = AuditReport.Options()
            options.writesCSV = format.names.contains("csv")
            options.writesHTML = format.names.contains("html")
            options.writesMarkdown = format.names.contains("markdown")
            options.writesDeaths = deaths
            options.writesAuthors = perAuthor
            options.writesCommitObjects = ndjson
            options.hasByteOrderMark = csvBom
            try AuditReport(results, options: options, gates: report).write(to: folder)
            monitoring.add(results, report, now: reading.now, to: &metrics)
            if !quiet { print(TerminalSummary(results, folder: folder).text, terminator: "") }
            if let report {
                if !quiet { print(TerminalGates(report, results.facts).text, terminator: "") }
                answers.append(report)
            }
        }
        try monitoring.write(metrics)
        if gate {
            let whole = GateReport(results: answers.flatMap(\.results))
            print(TerminalGates.line(whole.action), terminator: "")
            try GateExit.leave(whole.status)
        }
    }

    /// Without a gate and without a word of the user's, charts are the same wherever the program is started.
    private func configuration(for repository: String) throws -> (GateConfiguration, note: String?) {
        guard gate || gates.isNamed else { return (.standard, nil) }
        return try gates.configuration(for: repository, revision: reading.revision)
    }

    private var scope: ReportScope {
        ReportScope(since: since?.seconds, until: until.map { $0.seconds + 86_400 })
    }
}

/// A calendar day in UTC.
struct Day: ExpressibleByArgument {
    /// Its first second.
    let seconds: Int64

    init?(argument: String) {
        let parts = argument.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, let year = Int64(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
            let time = UTCTime(year: year, month: month, day: day)
        else { return nil }
        seconds = time.seconds
    }
}

/// Kinds of output.
struct Formats: ExpressibleByArgument {
    let names: Set<String>

    init(names: Set<String>) {
        self.names = names
    }

    init?(argument: String) {
        names = Set(argument.split(separator: ",").map(String.init))
        guard !names.isEmpty, names.isSubset(of: ["csv", "html", "json", "markdown"]) else { return nil }
    }

    var defaultValueDescription: String { names.sorted().joined(separator: ",") }
}

/// Names for repositories by the last part of their paths, told apart by a number where they are alike.
struct RepositoryNames {
    let names: [String]

    init(_ paths: [String]) {
        var seen: [String: Int] = [:]
        names = paths.map { path in
            var url = URL(fileURLWithPath: path).standardizedFileURL
            if url.lastPathComponent == ".git" { url.deleteLastPathComponent() }
            var name = url.lastPathComponent
            if name.hasSuffix(".git"), name.count > 4 { name.removeLast(4) }
            if name.isEmpty || name == "/" { name = "repository" }
            seen[name, default: 0] += 1
            return seen[name] == 1 ? name : "\(name)-\(seen[name]!)"
        }
    }
}
