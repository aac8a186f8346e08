import Metrics
import Statistics

/// One declared endpoint of summary.json.
struct ComparisonSummary: Encodable {
    let endpoint: String
    let role: String
    let compared: String
    let horizonDays: Int
    let ai: Group
    let human: Group
    let difference: Contrast
    let ratio: Contrast
    let stratifiedDifference: Contrast
    let withinAuthorDifference: Contrast
    let p: NumberOrNull
    let pAdjusted: NumberOrNull
    let smallestDetectable: NumberOrNull
    let verdict: String
    let sentence: String
    let method: String

    /// One class: the estimate, and what it rests on.
    struct Group: Encodable {
        let value: NumberOrNull
        let low: NumberOrNull
        let high: NumberOrNull
        let numerator: Int
        let denominator: Int
        let mature: Int
    }

    struct Contrast: Encodable {
        let value: NumberOrNull
        let low: NumberOrNull
        let high: NumberOrNull
    }

    init(_ comparison: Comparison) {
        endpoint = comparison.endpoint.rawValue
        role = comparison.role.rawValue
        compared = comparison.compared.rawValue
        horizonDays = comparison.horizonDays
        ai = Group(comparison.ai)
        human = Group(comparison.human)
        difference = Contrast(comparison.difference)
        ratio = Contrast(comparison.ratio)
        stratifiedDifference = Contrast(comparison.stratified.difference)
        withinAuthorDifference = Contrast(comparison.withinAuthor.difference)
        p = NumberOrNull(comparison.pValue)
        pAdjusted = NumberOrNull(comparison.adjustedP)
        smallestDetectable = NumberOrNull(comparison.smallestDetectable)
        verdict = comparison.verdict?.rawValue ?? Verdict.insufficient.rawValue
        sentence = EndpointWords(comparison).sentence
        method =
            comparison.endpoint.countsLines
            ? "Kaplan-Meier over lines, intervals from between commits; numerator and denominator count commits"
            : "Kaplan-Meier over commits, log-log interval"
    }
}

extension ComparisonSummary.Group {
    init(_ group: ComparedGroup) {
        self.init(
            value: NumberOrNull(group.estimate), low: NumberOrNull(group.interval?.lower),
            high: NumberOrNull(group.interval?.upper), numerator: group.events, denominator: group.commits,
            mature: group.mature)
    }
}

extension ComparisonSummary.Contrast {
    init(_ effect: Effect?) {
        self.init(
            value: NumberOrNull(effect?.value), low: NumberOrNull(effect?.bounds.lower),
            high: NumberOrNull(effect?.bounds.upper))
    }
}
