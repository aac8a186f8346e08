/// What a comparison of AI commits with human ones allows to be said, in the words of the reports.
package enum Verdict: String, CaseIterable, Hashable, Sendable {
    /// Fewer than 20 events or 50 mature commits in either class, or no estimate.
    case insufficient
    /// Enough data, and the difference is within what chance makes.
    case noDifferenceShown = "no_difference_shown"
    case aiHigher = "ai_higher"
    case aiLower = "ai_lower"

    /// The least number of events in each class.
    package static let leastEvents = 20
    /// The least number of mature commits in each class.
    package static let leastMature = 50

    /// The verdict on one endpoint.
    ///
    /// - Parameters:
    ///   - ai: events and mature commits of the AI classes.
    ///   - human: the same of the other class.
    ///   - difference: the interval of AI − human.
    ///   - adjustedP: the p-value after ``HolmCorrection``; a difference needs it below 1 − level, and the interval
    ///     clear of 0.
    package init(
        ai: Proportion, human: Proportion, difference: Bounds?, adjustedP: Double?,
        _ confidence: Confidence = .percent95
    ) {
        let enough = [ai, human].allSatisfy { $0.events >= Self.leastEvents && $0.total >= Self.leastMature }
        guard enough, let lower = difference?.lower, let upper = difference?.upper, let adjustedP else {
            self = .insufficient
            return
        }
        let significant = adjustedP < 1 - confidence.level
        self =
            if significant, lower > 0 { .aiHigher } else if significant, upper < 0 { .aiLower } else {
                .noDifferenceShown
            }
    }
}
