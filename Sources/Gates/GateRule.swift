import Metrics

/// One gate as it is asked for.
package struct GateRule: Sendable {
    /// What is asked.
    package enum Question: Sendable {
        /// Whether a control chart has a signal in one of its last mature periods.
        case chart(ChartMetric)
        /// Whether the stratified AI − human difference surely exceeds a margin.
        case gap(Endpoint, margin: Double)
        /// Whether a figure lies within limits.
        case figure(Figure, FigureLimit)
        /// Which share of large changes nobody else looked at.
        case unreviewed(UnreviewedLimit)
    }

    package let name: String
    package let question: Question
    package let selection: ChangeSelection
    /// Pathspecs; empty for all.
    package let paths: [String]
    /// What is to be done if the gate fails, or must answer and cannot.
    package let action: GateAction
    /// Whether no answer is an answer that asks for the action, and ends the run with a status of its own.
    package let isRequired: Bool

    package init(
        name: String, question: Question, selection: ChangeSelection = .all, paths: [String] = [],
        action: GateAction = .secondReviewer, isRequired: Bool = false
    ) {
        self.name = name
        self.question = question
        self.selection = selection
        self.paths = paths
        self.action = action
        self.isRequired = isRequired
    }
}

/// A fixed limit on a figure.
package struct FigureLimit: Hashable, Sendable {
    package var most: Double?
    package var least: Double?
    /// See ``FigureScope/days``.
    package var days: Int?
    /// Below such a sample the gate gives no answer; `nil` for ``Figure/leastSample``.
    package var leastSample: Int?

    package init(most: Double? = nil, least: Double? = nil, days: Int? = nil, leastSample: Int? = nil) {
        self.most = most
        self.least = least
        self.days = days
        self.leastSample = leastSample
    }
}

/// How many large changes may go unreviewed.
package struct UnreviewedLimit: Hashable, Sendable {
    /// A change of so many lines is large. A reviewer finds fewer defects beyond 200 to 400 lines (J. Cohen et al., *Best Kept
    /// Secrets of Peer Code Review*, 2006).
    package var lines = 400
    /// The share of large changes that may go unreviewed.
    package var most = 0.1
    /// Only changes that landed within so many days before the data end.
    package var days = 90
    /// Below so many large changes the gate gives no answer.
    package var leastSample = 10

    package init() {}
}
