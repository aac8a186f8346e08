import Metrics
import Statistics

/// A gate's answer, with what it rests on.
package struct GateResult: Sendable {
    /// What the answer was read from; sentences are made of it.
    package enum Evidence: Sendable {
        /// - Parameters:
        ///   - alarms: signals on the bad side in the recent periods.
        ///   - recent: how many periods of the calendar are recent.
        case chart(MetricChart, alarms: [MetricChart.Alarm], recent: Int)
        /// `nil` where the history has nothing to compare.
        case gap(Endpoint, Comparison?)
        case figure(Figure, FigureValue, FigureLimit)
        case unreviewed(UnreviewedChanges, UnreviewedLimit)
        /// No file of the history has a path that the gate asks about.
        case unmatchedPaths(GateRule.Question)
        case range(RangeFinding)
    }

    package let name: String
    package let status: GateStatus
    /// `nil` where it cannot be told.
    package let value: Double?
    package let limit: Double?
    /// The units that the value rests on; see ``unit``.
    package let sample: Int?
    /// What the sample counts.
    package let unit: String
    package let selection: ChangeSelection
    package let paths: [String]
    /// What the rule asks for.
    let ruleAction: GateAction
    package let isRequired: Bool
    package let evidence: Evidence

    /// Whether no answer is one that ends the run with a status of its own.
    package var isUnanswered: Bool { isRequired && status == .insufficient }

    /// What is to be done now: that of the rule if it fails, or must answer and cannot; else nothing.
    package var action: GateAction { status == .fail || isUnanswered ? ruleAction : .none }
}

/// All answers about one history, or about the commits of one range.
package struct GateReport: Sendable {
    package let results: [GateResult]
    /// The commits that were judged; `nil` for the whole history.
    package let range: CommitRange?

    package init(results: [GateResult], range: CommitRange? = nil) {
        self.results = results
        self.range = range
    }

    /// The strongest of what gates ask for that fail, or must answer and cannot.
    package var action: GateAction { results.map(\.action).max() ?? .none }

    /// Fails if one does; has no answer if one that must answer has none.
    package var status: GateStatus {
        if results.contains(where: { $0.status == .fail }) { return .fail }
        return results.contains(where: \.isUnanswered) ? .insufficient : .pass
    }

    package func count(_ status: GateStatus) -> Int { results.count { $0.status == status } }
}
