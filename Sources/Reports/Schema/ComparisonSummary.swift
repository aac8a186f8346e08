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
    let p: Double?
    let pAdjusted: Double?
    let smallestDetectable: Double?
    let verdict: String
    let sentence: String
    let method: String

    /// One class: the estimate, and what it rests on.
    struct Group: Encodable {
        let value: Double?
        let low: Double?
        let high: Double?
        let numerator: Int
        let denominator: Int
        let mature: Int
    }

    struct Contrast: Encodable {
        let value: Double?
        let low: Double?
        let high: Double?
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
        p = comparison.pValue
        pAdjusted = comparison.adjustedP
        smallestDetectable = comparison.smallestDetectable
        verdict = comparison.verdict?.rawValue ?? Verdict.insufficient.rawValue
        sentence = EndpointWords(comparison).sentence
        method =
            comparison.endpoint.countsLines
            ? "Kaplan-Meier over lines, intervals from between commits; numerator and denominator count commits"
            : "Kaplan-Meier over commits, log-log interval"
    }

    private enum Key: String, CodingKey {
        case endpoint, role, compared, horizonDays, ai, human, difference, ratio, stratifiedDifference
        case withinAuthorDifference, p, pAdjusted, smallestDetectable, verdict, sentence, method
    }

    /// Missing is written as null, not left out.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(endpoint, forKey: .endpoint)
        try container.encode(role, forKey: .role)
        try container.encode(compared, forKey: .compared)
        try container.encode(horizonDays, forKey: .horizonDays)
        try container.encode(ai, forKey: .ai)
        try container.encode(human, forKey: .human)
        try container.encode(difference, forKey: .difference)
        try container.encode(ratio, forKey: .ratio)
        try container.encode(stratifiedDifference, forKey: .stratifiedDifference)
        try container.encode(withinAuthorDifference, forKey: .withinAuthorDifference)
        try container.encode(p, forKey: .p)
        try container.encode(pAdjusted, forKey: .pAdjusted)
        try container.encode(smallestDetectable, forKey: .smallestDetectable)
        try container.encode(verdict, forKey: .verdict)
        try container.encode(sentence, forKey: .sentence)
        try container.encode(method, forKey: .method)
    }
}

extension ComparisonSummary.Group {
    private enum Key: String, CodingKey {
        case value, low, high, numerator, denominator, mature
    }

    init(_ group: ComparedGroup) {
        self.init(
            value: group.estimate, low: group.interval?.lower, high: group.interval?.upper, numerator: group.events,
            denominator: group.commits, mature: group.mature)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(value, forKey: .value)
        try container.encode(low, forKey: .low)
        try container.encode(high, forKey: .high)
        try container.encode(numerator, forKey: .numerator)
        try container.encode(denominator, forKey: .denominator)
        try container.encode(mature, forKey: .mature)
    }
}

extension ComparisonSummary.Contrast {
    private enum Key: String, CodingKey {
        case value, low, high
    }

    init(_ effect: Effect?) {
        self.init(value: effect?.value, low: effect?.bounds.lower, high: effect?.bounds.upper)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(value, forKey: .value)
        try container.encode(low, forKey: .low)
        try container.encode(high, forKey: .high)
    }
}
