import Foundation
import Gates
import Git
import Metrics
import Reports
import Scan
import Synchronization

/// The scan of one repository as `andon scan` was asked for it; on whichever thread.
struct TargetScan: Sendable {
    let command: ScanCommand
    let options: ScanOptions
    /// Whether the repository is the only one, and its report the output itself.
    let isAlone: Bool
    let showsProgress: Bool
    let lastSuccesses: MonitoringMetrics.LastSuccesses

    /// Scans the repository and writes its report.
    func run(_ target: ScanTarget) -> RepositoryRun {
        var messages: [Message] = []
        do {
            return try scan(target, &messages)
        } catch {
            if command.list != nil { messages.append(.note("\(target.name): \(Failure.of(error).text)")) }
            var run = RepositoryRun(outcome: .failure(error), messages: messages)
            run.metrics.addFailure(of: target.name, lastSuccesses)
            return run
        }
    }

    private func scan(_ target: ScanTarget, _ messages: inout [Message]) throws -> RepositoryRun {
        if let slip = target.slip { throw slip }
        try command.requireDays(of: target)
        var options = options
        options.revision = target.revision ?? options.revision
        let pathspecs = target.pathspecs.isEmpty ? command.path : target.pathspecs
        options.pathspec = Pathspec(choosing: pathspecs)
        let (configuration, note) = try configuration(for: target.path, revision: options.revision)
        if let note { messages.append(.note(note)) }
        let progress = ProgressLine(isShown: showsProgress)
        defer { progress.clear() }
        let folder = isAlone ? command.output : command.output + "/" + target.name
        let state = try command.keeping.open(
            for: isAlone ? nil : target.name, of: target.path, output: folder, options)
        let facts = try RepositoryScan.run(
            name: target.name, path: target.path, options: options, state: state, progress: progress.show)
        progress.clear()
        for warning in state?.warnings ?? [] { messages.append(.note(warning)) }
        if !command.quiet { for note in state?.notes ?? [] { messages.append(.note("state: " + note)) } }
        let plain = try AuditResults(facts, scope: scope(of: target), charts: configuration.charts, jobs: options.jobs)
            .watching(configuration.groups, options: configuration.charts)
        let report = command.gate ? try GateJudge(plain, configuration: configuration).report() : nil
        let results = command.privacy.pseudonyms ? plain.withPseudonyms() : plain
        try AuditReport(results, options: reportOptions, gates: report).write(to: folder)
        if !command.quiet {
            messages.append(.text(TerminalSummary(results, folder: folder).text))
            if let report { messages.append(.text(TerminalGates(report, results.facts).text)) }
        }
        var run = RepositoryRun(
            outcome: .success(RepositoryRun.Figures(results)), messages: messages, gates: report)
        command.monitoring.add(results, report, by: configuration, now: command.reading.now, to: &run.metrics)
        if isAlone { LastResults.leave(results) }
        return run
    }

    private var reportOptions: AuditReport.Options {
        var options = AuditReport.Options()
        options.writesCSV = command.format.names.contains("csv")
        options.writesHTML = command.format.names.contains("html")
        options.writesMarkdown = command.format.names.contains("markdown")
        options.writesDeaths = command.deaths
        options.writesAuthors = command.perAuthor
        options.writesCommitObjects = command.ndjson
        options.hasByteOrderMark = command.csvBom
        options.jobs = self.options.jobs
        return options
    }

    /// Without a gate and without a word of the user's, charts are the same wherever the program is started.
    private func configuration(
        for repository: String, revision: String?
    ) throws -> (GateConfiguration, note: String?) {
        guard command.gate || command.gates.isNamed else { return (.standard, nil) }
        return try command.gates.configuration(for: repository, revision: revision)
    }

    private func scope(of target: ScanTarget) -> ReportScope {
        ReportScope(
            since: (target.since ?? command.since)?.seconds,
            until: (target.until ?? command.until).map { $0.seconds + 86_400 })
    }
}

/// What the program ends with: taking it apart, allocation by allocation, costs a fortieth of a nightly scan, and the system takes it
/// back in one go.
private enum LastResults {
    private static let results = Mutex<AuditResults?>(nil)

    static func leave(_ last: AuditResults) { results.withLock { $0 = last } }
}
