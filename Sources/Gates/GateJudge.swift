import Git
import Metrics
import Statistics

/// Answers the gates of a configuration from the results of one history.
package struct GateJudge {
    private let results: AuditResults
    private let configuration: GateConfiguration

    package init(_ results: AuditResults, configuration: GateConfiguration) {
        self.results = results
        self.configuration = configuration
    }

    /// In the order of the configuration.
    ///
    /// - Throws: ``GitError`` where a pathspec cannot be read.
    package func report() throws(GitError) -> GateReport {
        var answers: [GateResult] = []
        for rule in configuration.rules { answers.append(try answer(rule)) }
        return GateReport(results: answers)
    }

    private func answer(_ rule: GateRule) throws(GitError) -> GateResult {
        // Where no file ever had such a path, nothing is not none: a path may be misspelt.
        if let paths = try results.chosenPaths(rule.pathspec), !paths.contains(true) {
            return result(
                rule, .insufficient, value: nil, limit: nil, sample: 0, unit: rule.question.unit,
                .unmatchedPaths(rule.question))
        }
        switch rule.question {
        case .chart(let metric): return try chart(metric, rule)
        case .gap(let endpoint, let margin): return try gap(endpoint, margin, rule)
        case .figure(let figure, let limit): return try self.figure(figure, limit, rule)
        case .unreviewed(let limit): return try unreviewed(limit, rule)
        }
    }

    private func chart(_ metric: ChartMetric, _ rule: GateRule) throws(GitError) -> GateResult {
        let series = try series(metric, rule)
        let recent = series.recent(configuration.recentPeriods)
        let judged = recent.filter { series.chart.points[$0].residual != nil }
        let alarms = series.alarms.filter { recent.contains($0.index) }
        let last = (alarms.last?.index ?? judged.last ?? recent.last).map { series.chart.points[$0] }
        return result(
            rule, alarms.isEmpty ? (judged.isEmpty ? .insufficient : .pass) : .fail, value: last?.value,
            limit: series.chart.badSide == .high ? last?.upper : last?.lower,
            sample: last.map { series.places[$0.index].amount }, unit: rule.question.unit,
            .chart(series, alarms: alarms, recent: configuration.recentPeriods))
    }

    /// Those of the report where it has them.
    private func series(_ metric: ChartMetric, _ rule: GateRule) throws(GitError) -> MetricChart {
        let known = results.charts.first {
            $0.metric == metric && $0.group?.selection ?? .all == rule.selection && $0.group?.paths ?? [] == rule.paths
        }
        if let known { return known }
        let group = ChartGroup(name: rule.name, selection: rule.selection, paths: rule.paths)
        return try results.charts(of: group, [metric], options: configuration.charts)[0]
    }

    private func gap(_ endpoint: Endpoint, _ margin: Double, _ rule: GateRule) throws(GitError) -> GateResult {
        let compared = ComparedClass(rule.selection) ?? .all
        let comparison = try results.comparison(endpoint, of: compared, in: rule.pathspec)
        let answer = GapAnswer(comparison, endpoint, margin: margin)
        return result(
            rule, answer.status, value: answer.value, limit: margin,
            sample: comparison.map { $0.ai.mature + $0.human.mature }, unit: rule.question.unit,
            .gap(endpoint, comparison))
    }

    private func figure(_ figure: Figure, _ limit: FigureLimit, _ rule: GateRule) throws(GitError) -> GateResult {
        let found = try results.figure(
            figure, of: FigureScope(selection: rule.selection, paths: rule.pathspec, days: limit.days))
        var status = GateStatus.insufficient
        if let value = found.value, found.sample >= limit.leastSample ?? figure.leastSample {
            let isWithin = value <= limit.most ?? .infinity && value >= limit.least ?? -.infinity
            status = isWithin ? .pass : .fail
        }
        let isBelow = found.value.map { $0 < limit.least ?? -.infinity } ?? false
        return result(
            rule, status, value: found.value, limit: isBelow ? limit.least : limit.most ?? limit.least,
            sample: found.sample, unit: rule.question.unit, .figure(figure, found, limit))
    }

    private func unreviewed(_ limit: UnreviewedLimit, _ rule: GateRule) throws(GitError) -> GateResult {
        let commits = try results.commits(
            in: FigureScope(selection: rule.selection, paths: rule.pathspec, days: limit.days))
        let found = UnreviewedChanges(commits, reviews: results.reviews, lines: limit.lines)
        var status = GateStatus.insufficient
        if let share = found.share, found.known >= limit.leastSample { status = share > limit.most ? .fail : .pass }
        if found.known + found.unknown == 0, !commits.isEmpty { status = .pass }
        return result(
            rule, status, value: found.share, limit: limit.most, sample: found.known, unit: rule.question.unit,
            .unreviewed(found, limit))
    }

    private func result(
        _ rule: GateRule, _ status: GateStatus, value: Double?, limit: Double?, sample: Int?, unit: String,
        _ evidence: GateResult.Evidence
    ) -> GateResult {
        GateResult(
            name: rule.name, status: status, value: value, limit: limit, sample: sample, unit: unit,
            selection: rule.selection, paths: rule.paths, ruleAction: rule.action,
            isRequired: rule.isRequired, evidence: evidence)
    }
}

extension GateRule.Question {
    /// What its sample counts.
    fileprivate var unit: String {
        switch self {
        case .chart(let metric): metric.amountUnit
        case .gap, .unreviewed: "commits"
        case .figure(let figure, _): figure.unit.rawValue
        }
    }
}

extension GateRule {
    fileprivate var pathspec: Pathspec? { Pathspec(choosing: paths) }
}
