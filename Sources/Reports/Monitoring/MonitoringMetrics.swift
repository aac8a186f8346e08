import Attribution
import Gates
import Metrics

/// metrics.prom: what a monitor watches, for the node exporter's textfile collector.
package struct MonitoringMetrics {
    private var success = MetricFamily(
        "scan_success", "1 where the last run read the repository to its end, 0 where it could not or never came to it."
    )
    private var lastSuccess = MetricFamily(
        LastSuccesses.name, "When the last run that read the repository to its end was over, in seconds since 1970.")
    private var horizon = MetricFamily(
        "data_horizon_timestamp_seconds", "The last moment that the analysed history knows of.")
    private var complete = MetricFamily("history_complete", "1 where the clone holds the whole history.")
    private var warnings = MetricFamily("warnings", "Things that were not counted, or counted with a doubt.")
    private var commits = MetricFamily("commits", "Commits that landed in the reported time, by class of their author.")
    private var standing = MetricFamily("lines_standing", "Lines that stand at the analysed revision, by class.")
    private var shares = MetricFamily("share", "Headlines of summary.json: shares from 0 to 1, by class.")
    private var defects = MetricFamily("defects", "Fixes, commits that needed one, reverts, chains, live chains.")
    private var hotFiles = MetricFamily("hot_files", "Files that had to be fixed often in the last year.")
    private var chartValue = MetricFamily("chart_value", "The newest mature point of a watched figure.")
    private var chartLimit = MetricFamily("chart_limit", "The control limit on the side that is bad.")
    private var chartAlarms = MetricFamily(
        "chart_alarms",
        "Signals on the bad side in the last mature periods, of which charts.recent of the configuration says how many (3)."
    )
    private var gateStatus = MetricFamily("gate_status", "1 for the answer of a gate: pass, fail or insufficient.")
    private var gateValue = MetricFamily("gate_value", "What a gate looked at.")
    private var action = MetricFamily("action", "1 for what the gates ask for: none, second_reviewer or stop.")

    package init() {}

    /// Takes in one repository.
    ///
    /// - Parameters:
    ///   - gates: the answers, where any were asked for.
    ///   - recentPeriods: see ``GateConfiguration/recentPeriods``.
    ///   - success: when the run ended, seconds since 1970.
    package mutating func add(_ results: AuditResults, gates: GateReport?, recentPeriods: Int, success: Int64) {
        let facts = results.facts
        let repository = ("repository", facts.repository)
        self.success.add(1, repository)
        lastSuccess.add(Double(success), repository)
        horizon.add(Double(facts.dataHorizon), repository)
        let isComplete = facts.history.missingParents.isEmpty && facts.history.missingTrees.isEmpty
        complete.add(isComplete ? 1 : 0, repository)
        warnings.add(Double(facts.warnings.count), repository)
        for result in results.classes {
            commits.add(Double(result.commits), repository, ("class", result.authorClass.rawValue))
            standing.add(Double(result.standing), repository, ("class", result.authorClass.rawValue))
        }
        for headline in SummaryJSON.Headline.all(results) {
            shares.add(headline.value, repository, ("name", headline.name), ("class", headline.class))
        }
        let summary = DefectSummary(results)
        for (kind, count) in [
            ("fixes", summary.fixes), ("inducing_commits", summary.inducingCommits), ("reverts", summary.reverts),
            ("chains", summary.chains), ("live_chains", LiveChain.all(facts).count),
        ] {
            defects.add(Double(count), repository, ("kind", kind))
        }
        hotFiles.add(Double(HotFile.all(facts).count), repository)
        for chart in results.charts { add(chart, recentPeriods, repository) }
        guard let gates else { return }
        for result in gates.results {
            gateStatus.add(
                result.status.rawValue, of: GateStatus.allCases.map(\.rawValue), label: "status", repository,
                ("gate", result.name))
            gateValue.add(result.value, repository, ("gate", result.name))
        }
        action.add(
            gates.action.rawValue, of: GateAction.allCases.map(\.rawValue), label: "action", repository)
    }

    /// Takes in a repository that was not read to its end: its figures are not known, but when they last were.
    package mutating func addFailure(of repository: String, _ earlier: LastSuccesses) {
        success.add(0, ("repository", repository))
        lastSuccess.add(earlier.time(of: repository), ("repository", repository))
    }

    /// Takes in the repositories of another, behind these.
    package mutating func add(_ other: MonitoringMetrics) {
        for family in Self.families { self[keyPath: family].add(other[keyPath: family]) }
    }

    private mutating func add(_ series: MetricChart, _ recentPeriods: Int, _ repository: (String, String)) {
        var labels = [repository, ("metric", series.metric.rawValue)]
        // Groups are few, for the configuration names them.
        if let group = series.group { labels.append(("group", group.name)) }
        let last = series.chart.points.last
        chartValue.add(last?.value, labels)
        chartLimit.add(series.chart.badSide == .high ? last?.upper : last?.lower, labels)
        let recent = Set(series.recent(recentPeriods))
        chartAlarms.add(Double(series.alarms.count { recent.contains($0.index) }), labels)
    }

    /// All families, in the order of the file.
    private static let families: [any WritableKeyPath<MonitoringMetrics, MetricFamily> & Sendable] = [
        \.success, \.lastSuccess, \.horizon, \.complete, \.warnings, \.commits, \.standing, \.shares, \.defects,
        \.hotFiles, \.chartValue, \.chartLimit, \.chartAlarms, \.gateStatus, \.gateValue, \.action,
    ]

    /// The file's text; families in one order, each with all its samples.
    package var text: String {
        Self.families.map { self[keyPath: $0].text }.joined()
    }

    /// Puts the text in its place at once: a collector sees the old file or the new one, never a part.
    package func write(to path: String) throws(ReportError) {
        try WholeFile(path: path, failure: ReportError.cannotWriteMetrics).write(text)
    }
}

extension MonitoringMetrics {
    /// When repositories were last read to their end, as the file of an earlier run has it.
    package struct LastSuccesses {
        static let name = "last_success_timestamp_seconds"

        private var values: [Substring: Double] = [:]

        /// - Parameter text: of a metrics file; lines that say something else are passed over.
        package init(_ text: String) {
            let start = "andon_" + Self.name + "{"
            for line in text.split(separator: "\n") where line.hasPrefix(start) {
                guard let space = line.lastIndex(of: " ") else { continue }
                values[line[..<space].dropFirst(start.count)] = Double(line[line.index(after: space)...])
            }
        }

        /// Seconds since 1970; nil where the file has none.
        func time(of repository: String) -> Double? {
            values["repository=\"\(MetricFamily.escaped(repository))\"}"]
        }
    }
}
