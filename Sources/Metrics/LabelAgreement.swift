import Attribution
import Defects
import Statistics

/// How well the classifiers agree with the labels of a user.
package struct LabelAgreement: Sendable {
    /// Positives found and missed, over labelled commits.
    package struct Score: Sendable {
        package let name: String
        package let labelled: Int
        package let both: Int
        package let found: Int
        package let actual: Int

        package var precision: Double? { found > 0 ? Double(both) / Double(found) : nil }
        package var recall: Double? { actual > 0 ? Double(both) / Double(actual) : nil }
        /// The harmonic mean of precision and recall.
        package var f1: Double? { found + actual > 0 ? 2 * Double(both) / Double(found + actual) : nil }
    }

    /// One for each classifier that labels say something of.
    package let scores: [Score]

    init(_ facts: AuditFacts) {
        scores = [Self.fixes(facts), Self.classes(facts), Self.links(facts)].filter { $0.labelled > 0 }
    }

    private static func score(_ name: String, _ pairs: [(found: Bool, actual: Bool)]) -> Score {
        Score(
            name: name, labelled: pairs.count, both: pairs.count { $0.found && $0.actual },
            found: pairs.count(where: \.found), actual: pairs.count(where: \.actual))
    }

    private static func fixes(_ facts: AuditFacts) -> Score {
        let found = Set(
            facts.defects.fixes.filter { $0.verdict.isFix && $0.shape.touchesProduction }.map(\.commit))
        return score(
            "is_fix",
            facts.labels.compactMap { commit, label in
                label.fix?.isFix.map { (found: found.contains(commit), actual: $0) }
            })
    }

    private static func classes(_ facts: AuditFacts) -> Score {
        score(
            "class_is_ai",
            facts.labels.compactMap { commit, label in
                label.authorClass.map { (found: facts.commits[commit].attribution.authorClass.isAI, actual: $0.isAI) }
            })
    }

    /// Inferred links against labelled ones, as sets of pairs.
    private static func links(_ facts: AuditFacts) -> Score {
        let labelled = facts.labels.filter { !($0.value.fix?.inducers.isEmpty ?? true) }
        let inferred = facts.defects.links.filter { $0.isInferred && labelled[$0.fix] != nil }
        let both = inferred.count { labelled[$0.fix]!.fix!.inducers.contains($0.inducer) }
        return Score(
            name: "links_inferred", labelled: labelled.count, both: both, found: inferred.count,
            actual: labelled.values.reduce(0) { $0 + $1.fix!.inducers.count })
    }
}
