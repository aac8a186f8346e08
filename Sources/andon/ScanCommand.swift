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
            with --repositories 6 some repository could not be scanned, or its row has a slip, and runs.csv says why.
            """
    )

    @Argument(help: "Work trees, bare repositories or linked worktrees; without one, the current directory.")
    var paths: [String] = []

    @Option(
        name: .customLong("repositories"),
        help: """
            Scan the repositories of this CSV file, one after the other or as many at once as --jobs says: columns path, name, revision, since, until, \
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

    mutating func validate() throws {
        keeping.isQuiet = quiet
        if list != nil && !paths.isEmpty { throw ValidationError("--repositories takes the place of paths") }
        for pattern in path {
            guard let objection = Pathspec.objection(to: pattern) else { continue }
            throw ValidationError("--path \(pattern): \(objection)")
        }
    }

    func run() throws {
        var scanOptions = try reading.scanOptions()
        scanOptions.labels = try defects.labelRows()
        scanOptions.linkVariant = defects.szz
        let list = try list.map { try RepositoryList(path: $0) }
        let targets = list?.targets ?? ScanTarget.all(paths.isEmpty ? ["."] : paths)
        // What the options say ends the run; what a row of the list says is the row's.
        for target in targets where target.since == nil && target.until == nil { try requireDays(of: target) }
        let lastSuccesses = try monitoring.lastSuccesses()
        var runs = try list.map { try RunTable($0, output: output, hasByteOrderMark: csvBom) }
        // Only who names a number of threads wants as many repositories in memory.
        let atOnce = min(targets.count, reading.jobs ?? 1)
        scanOptions.jobs = max(1, scanOptions.jobs / atOnce)
        let scan = TargetScan(
            command: self, options: scanOptions, isAlone: list == nil && targets.count == 1,
            showsProgress: !quiet && atOnce == 1, lastSuccesses: lastSuccesses)
        var metrics = MonitoringMetrics()
        var answers: [GateReport] = []
        var told = 0
        do {
            try ScanQueue.run(
                targets.count, atOnce: atOnce, { scan.run(targets[$0]) },
                asItComes: { try runs?.add($1, at: $0) },
                inOrder: { index, run in
                    told = index + 1
                    for message in run.messages { message.say() }
                    metrics.add(run.metrics)
                    if let report = run.gates { answers.append(report) }
                    if list == nil { _ = try run.outcome.get() }
                })
            let end = try runs?.combine(withTables: format.names.contains("csv"))
            if let end, !quiet { print(end.text, terminator: "") }
        } catch {
            for target in targets[told...] { metrics.addFailure(of: target.name, lastSuccesses) }
            monitoring.write(metrics, although: error)
            throw error
        }
        try monitoring.write(metrics)
        if gate {
            let whole = GateReport(results: answers.flatMap(\.results))
            print(TerminalGates.line(whole.action), terminator: "")
            if runs?.hasFailed != true { try GateExit.leave(whole.status) }
        }
        if runs?.hasFailed == true { throw ExitCode(ExitStatus.someFailed.rawValue) }
    }

    /// A period that ends before it begins holds no commit of any history.
    func requireDays(of target: ScanTarget) throws(UsageError) {
        guard let since = target.since ?? since, let until = target.until ?? until else { return }
        guard since.seconds <= until.seconds else {
            throw UsageError(description: "since is after until: no day lies between")
        }
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
