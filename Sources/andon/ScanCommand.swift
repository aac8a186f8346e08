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
            70 internal, 130 interrupted; with --gate 1 a gate fails, 5 a gate that must answer has too little data; \
            with --repositories 6 some repository could not be scanned, and runs.csv says why.
            """
    )

    @Argument(help: "Work trees, bare repositories or linked worktrees; without one, the current directory.")
    var paths: [String] = []

    @Option(
        name: .customLong("repositories"),
        help: """
            Scan the repositories of this CSV file, one after the other: columns path, name, revision, since, until, \
            and paths (separated by semicolons); others are carried through to runs.csv. An empty cell leaves what the \
            options say.
            """)
    var list: String?

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

    func validate() throws {
        if list != nil && !paths.isEmpty { throw ValidationError("--repositories takes the place of paths") }
    }

    func run() throws {
        var scanOptions = try reading.scanOptions()
        scanOptions.labels = try defects.labelRows()
        scanOptions.linkVariant = defects.szz
        let list = try list.map { try RepositoryList(path: $0) }
        let targets = list?.targets ?? ScanTarget.all(paths.isEmpty ? ["."] : paths)
        let isAlone = list == nil && targets.count == 1
        var runs = try list.map { try RunTable($0, output: output) }
        var answers: [GateReport] = []
        var metrics = MonitoringMetrics()
        for target in targets {
            do {
                let (results, report) = try scan(target, isAlone: isAlone, scanOptions)
                monitoring.add(results, report, now: reading.now, to: &metrics)
                if let report { answers.append(report) }
                runs?.add(results, report.map { GateExit.status($0.status) } ?? .done)
            } catch {
                guard runs != nil else { throw error }
                let failure = Failure(error) ?? .unforeseen(error)
                Note.say("\(target.name): \(failure.text)")
                runs?.add(failure)
            }
        }
        try runs?.write(withTables: format.names.contains("csv"), hasByteOrderMark: csvBom)
        try monitoring.write(metrics)
        if gate {
            let whole = GateReport(results: answers.flatMap(\.results))
            print(TerminalGates.line(whole.action), terminator: "")
            if runs?.hasFailed != true { try GateExit.leave(whole.status) }
        }
        if runs?.hasFailed == true { throw ExitCode(ExitStatus.someFailed.rawValue) }
    }

    /// Scans one repository and writes its report.
    private func scan(
        _ target: ScanTarget, isAlone: Bool, _ options: ScanOptions
    ) throws -> (AuditResults, GateReport?) {
        var scanOptions = options
        scanOptions.revision = target.revision ?? reading.revision
        let pathspecs = target.pathspecs.isEmpty ? path : target.pathspecs
        if !pathspecs.isEmpty { scanOptions.pathspec = Pathspec(pathspecs) }
        let (configuration, note) = try configuration(for: target.path, revision: scanOptions.revision)
        if let note { Note.say(note) }
        let progress = ProgressLine(isShown: !quiet)
        defer { progress.clear() }
        let state = try keeping.open(for: isAlone ? nil : target.name, scanOptions)
        let facts = try RepositoryScan.run(
            name: target.name, path: target.path, options: scanOptions, state: state, progress: progress.show)
        progress.clear()
        for warning in state?.warnings ?? [] { Note.say(warning) }
        if !quiet { for note in state?.notes ?? [] { Note.say("state: " + note) } }
        let plain = AuditResults(facts, scope: scope(of: target), charts: configuration.charts)
        let report = gate ? try GateJudge(plain, configuration: configuration).report() : nil
        let results = privacy.pseudonyms ? plain.withPseudonyms() : plain
        let folder = isAlone ? output : output + "/" + target.name
        try AuditReport(results, options: reportOptions, gates: report).write(to: folder)
        if !quiet {
            print(TerminalSummary(results, folder: folder).text, terminator: "")
            if let report { print(TerminalGates(report, results.facts).text, terminator: "") }
        }
        return (results, report)
    }

    private var reportOptions: AuditReport.Options {
        var options = AuditReport.Options()
        options.writesCSV = format.names.contains("csv")
        options.writesHTML = format.names.contains("html")
        options.writesMarkdown = format.names.contains("markdown")
        options.writesDeaths = deaths
        options.writesAuthors = perAuthor
        options.writesCommitObjects = ndjson
        options.hasByteOrderMark = csvBom
        return options
    }

    /// Without a gate and without a word of the user's, charts are the same wherever the program is started.
    private func configuration(
        for repository: String, revision: String?
    ) throws -> (GateConfiguration, note: String?) {
        guard gate || gates.isNamed else { return (.standard, nil) }
        return try gates.configuration(for: repository, revision: revision)
    }

    private func scope(of target: ScanTarget) -> ReportScope {
        ReportScope(
            since: (target.since ?? since)?.seconds, until: (target.until ?? until).map { $0.seconds + 86_400 })
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
