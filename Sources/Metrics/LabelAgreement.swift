import Attribution
import Defects
import Statistics

/// How well the classifiers agree with the labels of a user.
package struct LabelAgreement: Sendable {
    /// One classifier's hits, false alarms and misses, over labelled commits.
    package struct Judged: Sendable {
        /// `is_fix`, `class_is_ai` or `links_inferred`.
        package let name: String
        /// Commits with a label that says something of it.
        package let labelled: Int
        package let score: ClassificationScore
    }

    /// One for each classifier that labels say something of.
    package let classifiers: [Judged]

    init(_ facts: AuditFacts) {
        classifiers = [Self.fixes(facts), Self.classes(facts), Self.links(facts)].filter { $0.labelled > 0 }
    }

    private static func fixes(_ facts: AuditFacts) -> Judged {
        let found = Set(facts.defects.fixes.filter { $0.verdict.isFix && $0.shape.touchesProduction }.map(\.commit))
        return judge(
            "is_fix",
            facts.labels.compactMap { commit, label in
                label.fix?.isFix.map { (found: found.contains(commit), actual: $0) }
            })
    }

    private static func classes(_ facts: AuditFacts) -> Judged {
        judge(
            "class_is_ai",
            facts.labels.compactMap { commit, label in
                label.authorClass.map {
                    (found: facts.commits[commit].attribution.authorClass.isAI, actual: $0.isAI)
                }
            })
    }

    private static func judge(_ name: String, _ commits: [(found: Bool, actual: Bool)]) -> Judged {
        Judged(
            name: name, labelled: commits.count,
            score: ClassificationScore(
                truePositives: commits.count { $0.found && $0.actual },
                falsePositives: commits.count { $0.found && !$0.actual },
                falseNegatives: commits.count { !$0.found && $0.actual }))
    }

    /// Inferred links against labelled ones, as sets of pairs.
    private static func links(_ facts: AuditFacts) -> Judged {
        let labelled = facts.labels.compactMapValues(\.fix).filter { !$0.value.inducers.isEmpty }
        let inferred = facts.defects.links.filter { $0.isInferred && labelled[$0.fix] != nil }
        let both = inferred.count { labelled[$0.fix]!.inducers.contains($0.inducer) }
        let actual = labelled.values.reduce(0) { $0 + $1.inducers.count }
        return Judged(
            name: "links_inferred", labelled: labelled.count,
            score: ClassificationScore(
                truePositives: both, falsePositives: inferred.count - both, falseNegatives: actual - both))
    }
}
