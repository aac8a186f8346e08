import ArgumentParser
import Foundation
import Gates
import Git
import Metrics
import Reports
import Scan

/// `andon gate`: whether the line may go on.
struct GateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gate", abstract: "Answer the gates: whether the line may go on.",
        discussion: """
            The last line of the output is action=none, action=second_reviewer or action=stop. Exit status: 0 every gate passes \
            or has no answer, 1 a gate fails, 5 none fails and one that must answer has too little data, which asks for its action too; the others as of \
            scan.
            """)

    @Argument(help: "A work tree, a bare repository or a linked worktree.")
    var path = "."

    @OptionGroup var reading: ReadingOptions

    @OptionGroup var defects: DefectOptions

    @OptionGroup var keeping: StateOptions

    @OptionGroup var privacy: PrivacyOptions

    @OptionGroup var gates: GateOptions

    @Option(
        help:
            "Judge only the commits of a range A..B, those that B reaches and A does not, as a pull request brings them."
    )
    var range: RevisionRange?

    @Option(help: "The folder to write.")
    var output = "andon-gate"

    @Option(help: "Judge commits that landed on this day or later (YYYY-MM-DD, UTC). The history is read whole.")
    var since: Day?

    @OptionGroup var monitoring: MonitoringOptions

    @Flag(name: .customLong("init"), help: "Write a commented andon.yml, and judge nothing.")
    var isInitial = false

    @Flag(help: "Print only the last line, and no progress.")
    var quiet = false

    mutating func validate() throws {
        keeping.isQuiet = quiet
        if range != nil, reading.revision != nil {
            throw ValidationError("--range names the revision; leave --revision out")
        }
    }

    func run() throws {
        if isInitial { return try writeTemplate() }
        let lastSuccesses = try monitoring.lastSuccesses()
        var metrics = MonitoringMetrics()
        let report: GateReport
        do {
            report = try judge(&metrics)
        } catch {
            metrics.addFailure(of: name, lastSuccesses)
            monitoring.write(metrics, although: error)
            throw error
        }
        try monitoring.write(metrics)
        print(TerminalGates.line(report.action), terminator: "")
        try GateExit.leave(report.status)
    }

    /// The name under which the repository is reported.
    private var name: String { RepositoryNames([path]).names[0] }

    /// Reads the history, answers the gates, and writes their report.
    private func judge(_ metrics: inout MonitoringMetrics) throws -> GateReport {
        var options = try reading.scanOptions()
        options.labels = try defects.labelRows()
        options.linkVariant = defects.szz
        if let range { options.revision = range.tip }
        let (configuration, note) = try gates.configuration(for: path, revision: options.revision)
        if let note { Note.say(note) }
        let progress = ProgressLine(isShown: !quiet)
        defer { progress.clear() }
        let state = try keeping.open(for: nil, of: path, output: output, options)
        let facts = try RepositoryScan.run(
            name: name, path: path, options: options, state: state, progress: progress.show)
        progress.clear()
        for warning in state?.warnings ?? [] { Note.say(warning) }
        if !quiet { for note in state?.notes ?? [] { Note.say("state: " + note) } }
        let results = try AuditResults(
            facts, scope: ReportScope(since: since?.seconds), charts: configuration.charts, jobs: options.jobs
        ).watching(range == nil ? configuration.groups : [], options: configuration.charts)
        let report = try self.report(results, configuration)
        var written = AuditReport.Options()
        written.isOfGatesOnly = true
        written.jobs = options.jobs
        let printed = privacy.pseudonyms ? results.withPseudonyms() : results
        try AuditReport(printed, options: written, gates: report).write(to: output)
        monitoring.add(results, report, by: configuration, now: reading.now, to: &metrics)
        if !quiet { print(TerminalGates(report, printed.facts).text, terminator: "") }
        return report
    }

    private func report(_ results: AuditResults, _ configuration: GateConfiguration) throws -> GateReport {
        guard let range else { return try GateJudge(results, configuration: configuration).report() }
        let commits = try range.commits(of: results.facts.history, in: try Repository(path: path))
        return try RangeJudge(results, range: commits, rules: configuration.range).report()
    }

    private func writeTemplate() throws {
        let path = gates.config ?? GateOptions.fileName
        guard !FileManager.default.fileExists(atPath: path) else {
            throw UsageError(description: "cannot write \(path): it is there already; name another place with --config")
        }
        do {
            try Data(GateConfiguration.template.utf8).write(
                to: URL(fileURLWithPath: path), options: .withoutOverwriting)
        } catch {
            throw UsageError(description: "cannot write \(path): \(error.localizedDescription)")
        }
        print("wrote \(path)")
    }
}

/// Ends with the status of the gates.
enum GateExit {
    static func status(_ status: GateStatus) -> ExitStatus {
        switch status {
        case .pass: .done
        case .fail: .gateFailed
        case .insufficient: .insufficientData
        }
    }

    static func leave(_ status: GateStatus) throws {
        let status = Self.status(status)
        if status != .done { throw ExitCode(status.rawValue) }
    }
}

/// `A..B` as git has it.
struct RevisionRange: ExpressibleByArgument {
    let text: String
    let base: String
    let tip: String

    init?(argument: String) {
        guard let dots = argument.firstRange(of: ".."), !argument.contains("...") else { return nil }
        text = argument
        base = String(argument[..<dots.lowerBound])
        tip = dots.upperBound == argument.endIndex ? "HEAD" : String(argument[dots.upperBound...])
        guard !base.isEmpty else { return nil }
    }

    /// Its commits in the history of its tip.
    func commits(of history: History, in repository: borrowing Repository) throws(GitError) -> CommitRange {
        let positions = history.positions()
        // What the base has beyond the history of the tip is walked, down to where they meet.
        var base: [Int] = []
        var seen: Set<ObjectID> = []
        var waiting = [try repository.commit(self.base)]
        while let id = waiting.popLast() {
            guard seen.insert(id).inserted else { continue }
            if let position = positions[id] {
                base.append(Int(position))
            } else {
                do {
                    waiting += try repository.commitRecord(id).parents
                } catch .missingObject where repository.isShallow {
                    // The history ends there, with leave: it was asked for before the walk.
                    continue
                }
            }
        }
        return CommitRange(text: text, history: history, base: base)
    }
}
