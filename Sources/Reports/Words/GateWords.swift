import Gates
import Git
import Metrics
import Statistics

/// A gate's answer in a sentence, the same in every format.
struct GateWords {
    private let result: GateResult
    private let facts: AuditFacts

    init(_ result: GateResult, _ facts: AuditFacts) {
        self.result = result
        self.facts = facts
    }

    /// What the gate saw, and why it says what it says.
    var sentence: String {
        switch result.evidence {
        case .chart(let series, let alarms, let recent): chart(series, alarms, recent)
        case .gap(let endpoint, let comparison): gap(endpoint, comparison)
        case .figure(let figure, let value, let limit): self.figure(figure, value, limit)
        case .unreviewed(let changes, let limit): unreviewed(changes, limit)
        case .unmatchedPaths(let question):
            Self.title(question) + part() + ": no text file of the history matches the paths."
        case .range(.hotFiles(let touched, let hot)): hotFiles(touched, hot)
        case .range(.youngLines(let young, let removed)): youngLines(young, removed)
        case .range(.unreviewedAI(let unreviewed, let marked)): unreviewedAI(unreviewed, marked)
        case .range(.duplicateBlocks(let blocks, let lines, let commits)): duplicateBlocks(blocks, lines, commits)
        case .range(.unmatchedPaths):
            "The commits of the range\(part()): no text file of the history matches the paths."
        case .range(.noCommits(let range)):
            "The range \(range) holds no commits, so that there is nothing to judge; are its ends the wrong way round?"
        }
    }

    /// What a pipeline should do, and how many gates say so.
    static func summary(of gates: GateReport) -> String {
        let action =
            switch gates.action {
            case .none: "no gate asks for anything"
            case .secondReviewer: "have it looked at by a second person"
            case .stop: "stop the line"
            }
        return
            "Action: \(gates.action.rawValue) (\(action)). \(gates.count(.pass)) passed, \(gates.count(.fail)) failed, "
            + "\(gates.count(.insufficient)) without an answer."
    }

    private static func title(_ question: GateRule.Question) -> String {
        switch question {
        case .chart(let metric): ChartWords.title(metric)
        case .gap(let endpoint, _): EndpointWords.title(endpoint, endpoint.declaredHorizon)
        case .figure(let figure, _): figure.title
        case .unreviewed(let limit): title(limit)
        }
    }

    private static func title(_ limit: UnreviewedLimit) -> String {
        "Changes of \(NumberText.count(limit.lines, "line")) or more"
    }

    /// A value or limit as readers have it.
    func text(_ value: Double?) -> String {
        guard let value else { return NumberText.missing }
        switch result.evidence {
        case .chart(let series, _, _): return ChartWords.figure(value, of: series.metric)
        case .gap: return NumberText.points(value) + " points"
        case .figure(let figure, _, _): return Self.text(value, of: figure)
        case .unreviewed, .range(.youngLines): return NumberText.percent(value)
        case .unmatchedPaths: return NumberText.missing
        case .range: return NumberText.decimal(value, 0)
        }
    }

    private static func text(_ value: Double, of figure: Figure) -> String {
        if figure.isShare { return NumberText.percent(value) }
        return NumberText.decimal(value, figure == .defectsPerKiloline ? 2 : 0)
    }

    /// So many signals of a gate are told, the newest; control_charts.csv has all.
    private static let told = 3

    private func chart(_ series: MetricChart, _ alarms: [MetricChart.Alarm], _ recent: Int) -> String {
        let name = ChartWords.title(series.metric) + part(days: nil)
        let words = ChartWords(series)
        guard series.chart.phases.last?.figures != nil else { return "\(name): \(words.standing)" }
        let periods = NumberText.count(recent, "mature period")
        guard let last = series.recent(recent).last else {
            return "\(name): nothing landed in the last \(periods), which end with \(series.newestMature.text)."
        }
        guard alarms.isEmpty else {
            let earlier = alarms.count - Self.told
            return "\(name): " + alarms.suffix(Self.told).map(words.sentence).joined(separator: " ")
                + (earlier > 0 ? " \(NumberText.count(earlier, "earlier signal")) in the last \(periods)." : "")
        }
        let point = series.chart.points[last]
        let limit = series.chart.badSide == .high ? point.upper : point.lower
        let edge =
            limit == 0 && series.chart.badSide == .low
            ? "no single gap is too short here, only the drift of many"
            : "control limit \(ChartWords.figure(limit, of: series.metric))"
        return
            "\(name): no signal in the last \(periods); \(series.places[last].period.text): "
            + "\(ChartWords.figure(point.value, of: series.metric)), \(edge)."
    }

    private func gap(_ endpoint: Endpoint, _ comparison: Comparison?) -> String {
        let title = EndpointWords.title(endpoint, endpoint.declaredHorizon) + part(days: nil)
        guard let comparison else {
            return "\(title): no quarter has commits with an AI mark, so there is nothing to compare."
        }
        guard result.status != .insufficient else {
            return "\(title): "
                + (comparison.verdict == .insufficient
                    ? EndpointWords(comparison).insufficient
                    : "no commits of both classes are alike enough to be compared.")
        }
        let side = endpoint.isStanding ? "human \u{2212} AI" : "AI \u{2212} human"
        let difference = comparison.stratified.difference
        let bounds = difference.map { effect in
            endpoint.isStanding
                ? (effect.bounds.upper.map { -$0 }, effect.bounds.lower.map { -$0 })
                : (effect.bounds.lower, effect.bounds.upper)
        }
        return
            "\(title), \(side) among commits alike in size, kind of file and quarter: \(text(result.value)) "
            + "(\(NumberText.points(bounds?.0)) to \(NumberText.points(bounds?.1))); the lower end "
            + (result.status == .fail ? "exceeds" : "does not exceed") + " the margin of "
            + "\(NumberText.decimal((result.limit ?? 0) * 100, 1)) points."
    }

    private func figure(_ figure: Figure, _ value: FigureValue, _ limit: FigureLimit) -> String {
        let least = limit.leastSample ?? figure.leastSample
        let sample = "\(NumberText.grouped(value.sample)) \(figure.unit.rawValue)"
        let name = figure.title + part(days: limit.days)
        guard let found = value.value, result.status != .insufficient else {
            return
                "\(name): too little data; the gate asks for \(NumberText.grouped(least)) \(figure.unit.rawValue), and "
                + "there are \(NumberText.grouped(value.sample))."
        }
        var allowed: [String] = []
        if let most = limit.most { allowed.append("at most \(Self.text(most, of: figure))") }
        if let lowest = limit.least { allowed.append("at least \(Self.text(lowest, of: figure))") }
        let shown =
            figure.isShare
            ? NumberText.percent(found, value.interval) : Self.text(found, of: figure)
        return "\(name): \(shown)\(figure.isOfRepository || figure == .commits ? "" : " of \(sample)"); allowed: "
            + allowed.joined(separator: " and ") + "."
    }

    private func unreviewed(_ changes: UnreviewedChanges, _ limit: UnreviewedLimit) -> String {
        let name = Self.title(limit) + part(days: limit.days)
        if changes.known == 0 {
            return changes.unknown == 0
                ? "\(name): there are none."
                : "\(name): git does not tell of any of the \(NumberText.grouped(changes.unknown)) whether another person "
                    + "looked at it."
        }
        let rest = changes.unknown > 0 ? "; of \(NumberText.grouped(changes.unknown)) more it cannot be told" : ""
        let found =
            "\(name): \(NumberText.grouped(changes.unreviewed.count)) of \(NumberText.grouped(changes.known)) were looked at "
            + "by nobody else"
        guard result.status != .insufficient else {
            return found + rest + "; a share takes \(NumberText.grouped(limit.leastSample))."
        }
        return found + " (\(NumberText.percent(changes.share)), allowed \(NumberText.percent(limit.most)))" + rest + "."
    }

    private func hotFiles(_ touched: [HotFile], _ hot: Int) -> String {
        guard !touched.isEmpty else {
            return "The commits\(part()) change none of the \(NumberText.count(hot, "hot file"))."
        }
        let names = touched.prefix(5).map { file in
            "\(String(path: facts.lines.paths[file.path])) "
                + "(\(NumberText.count(file.fixes, "fix", plural: "fixes")) in the last year)"
        }
        let rest = touched.count > names.count ? " and \(NumberText.grouped(touched.count - names.count)) more" : ""
        return "The commits\(part()) change \(NumberText.count(touched.count, "file")) that had to be fixed often: "
            + names.joined(separator: ", ") + rest + "."
    }

    private func youngLines(_ young: Int, _ removed: Int) -> String {
        let found =
            "Of \(NumberText.count(removed, "line")) of others that the commits\(part()) remove or change, "
            + "\(NumberText.grouped(young)) \(young == 1 ? "is" : "are") younger than \(Churn.headlineWindow) days"
        guard result.status != .insufficient else {
            return found + "; a share takes \(RangeRules.leastLines) lines."
        }
        return found + " (\(text(result.value)), allowed \(text(result.limit)))."
    }

    private func unreviewedAI(_ unreviewed: [Int], _ marked: Int) -> String {
        guard marked > 0 else { return "No commit\(part()) carries a mark of an AI tool." }
        let found =
            "\(NumberText.count(marked, "commit")) with an AI mark\(part()), \(NumberText.grouped(unreviewed.count)) without a "
            + "recorded review by another person"
        return found + names(unreviewed) + "."
    }

    private func duplicateBlocks(_ blocks: Int, _ lines: Int, _ commits: [Int]) -> String {
        guard blocks > 0 else { return "The commits\(part()) add no block of lines that stood elsewhere already." }
        return
            "The commits\(part()) add \(NumberText.count(blocks, "block")) (\(NumberText.count(lines, "line"))) that stood elsewhere "
            + "already" + names(commits) + "."
    }

    private func names(_ commits: [Int]) -> String {
        let names = commits.prefix(5).map { String(facts.history.ids[$0].hex.prefix(12)) }
        let rest = commits.count > names.count ? " and \(NumberText.grouped(commits.count - names.count)) more" : ""
        return names.isEmpty ? "" : ": " + names.joined(separator: ", ") + rest
    }

    /// Which part of the history it is about.
    private func part(days: Int? = nil) -> String {
        var parts: [String] = []
        if result.selection != .all { parts.append("class \(result.selection.rawValue)") }
        if !result.paths.isEmpty { parts.append("paths " + result.paths.joined(separator: " ")) }
        if let days { parts.append("last \(NumberText.count(days, "day"))") }
        return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
    }
}

extension Figure {
    /// What is measured, as the beginning of a sentence.
    fileprivate var title: String {
        switch self {
        case .bugInducing: "Commits found to have introduced a bug within 90 days"
        case .reverted: "Commits reverted within 30 days"
        case .reintroduction: "Fixes fixed again or reverted within 90 days"
        case .lineSurvival: "New lines still standing after 180 days"
        case .newCodeChurn: "New lines removed or rewritten within \(Churn.headlineWindow) days"
        case .churnShare: "Changed lines that remove lines younger than \(Churn.headlineWindow) days"
        case .defectsPerKiloline: "Defects found within 90 days, per thousand changed lines"
        case .duplicateBlocks: "Blocks of lines that stood elsewhere already, per million changed lines"
        case .fixShare: "Commits that are fixes"
        case .aiCommitShare: "Commits with a mark of an AI tool"
        case .aiLineShare: "New lines of commits with a mark of an AI tool"
        case .reviewCoverage: "Commits that another person reviewed"
        case .commitSize: "Changed lines that nine commits in ten do not exceed"
        case .commits: "Commits"
        case .hotFiles: "Files that had to be fixed often in the last year"
        case .liveChains: "Chains of fixes whose last one is younger than \(LiveChain.days) days"
        }
    }
}
