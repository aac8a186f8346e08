import Metrics
import Statistics

/// A comparison in words, the same in every format.
struct EndpointWords {
    private let comparison: Comparison

    init(_ comparison: Comparison) {
        self.comparison = comparison
    }

    /// What is measured, as a heading.
    var title: String { Self.title(comparison.endpoint, comparison.horizonDays) }

    static func title(_ endpoint: Endpoint, _ days: Int) -> String {
        switch endpoint {
        case .bugInducing: "Commits found to have introduced a bug within \(days) days"
        case .reverted: "Commits reverted within \(days) days"
        case .newCodeChurn: "New lines removed or rewritten within \(days) days"
        case .lineSurvival: "New lines still standing after \(days) days"
        case .reintroduction: "Fixes fixed again or reverted within \(days) days"
        }
    }

    /// What was found, with its uncertainty, and what may be said of it.
    var sentence: String {
        guard comparison.verdict != .insufficient else { return title + ": " + insufficient }
        return title + ": " + figures + ". " + verdict
    }

    /// Both shares and their difference.
    var figures: String {
        "\(NumberText.percent(comparison.ai.estimate, comparison.ai.interval)) with an AI mark, "
            + "\(NumberText.percent(comparison.human.estimate, comparison.human.interval)) without; difference "
            + NumberText.points(comparison.difference)
    }

    /// The verdict as a sentence.
    var verdict: String {
        switch comparison.verdict {
        case .aiHigher: "The share is higher for AI commits, by more than chance would make."
        case .aiLower: "The share is lower for AI commits, by more than chance would make."
        case .noDifferenceShown:
            "No difference is shown" + (comparison.smallestDetectable.map(Self.detectable) ?? ".")
        case .insufficient: "Too little data to tell."
        case nil: ""
        }
    }

    /// The verdict in two or three words.
    var shortVerdict: String { Self.short(comparison.verdict) }

    static func short(_ verdict: Verdict?) -> String {
        switch verdict {
        case .aiHigher: "AI higher"
        case .aiLower: "AI lower"
        case .noDifferenceShown: "no difference shown"
        case .insufficient: "too little data"
        case nil: "described only"
        }
    }

    /// What is there, what a verdict takes, and how many commits would be enough.
    var insufficient: String {
        var text =
            "too little data to tell. A verdict takes \(Verdict.leastEvents) cases and \(Verdict.leastMature) commits "
            + "followed for \(comparison.horizonDays) days in either class; there are "
            + "\(Self.state(comparison.ai)) with an AI mark, and \(Self.state(comparison.human)) without."
        let needs = [("with an AI mark", comparison.needed.ai), ("without", comparison.needed.human)]
            .compactMap { side, needed in needed.map { "\(NumberText.grouped($0)) \(side)" } }
        if !needs.isEmpty {
            text += " At the rates so far about \(needs.joined(separator: " and ")) would be enough."
        }
        return text
    }

    /// Whether commits alike in size, kind of file and quarter show the same.
    var stratified: String? {
        guard let difference = comparison.stratified.difference else { return nil }
        return
            "Among commits alike in size, kind of file and quarter the difference is \(NumberText.points(difference)); "
            + "such groups hold \(NumberText.percent(comparison.stratified.coverage)) of the data."
    }

    /// A case counts however long its commit was followed, so that cases are no part of those commits.
    private static func state(_ group: ComparedGroup) -> String {
        "\(NumberText.count(group.events, "case")) and \(NumberText.count(group.mature, "such commit"))"
    }

    private static func detectable(_ difference: Double) -> String {
        "; a difference of \(NumberText.decimal(difference * 100, 1)) points or more would probably have shown."
    }
}
