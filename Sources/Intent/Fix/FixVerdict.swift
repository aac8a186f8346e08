/// Whether a message says that its commit repairs a defect, and why.
package struct FixVerdict: Hashable, Sendable {
    /// What settled it.
    package enum Ground: String, CaseIterable, Sendable {
        /// The sum of the weights.
        case score
        /// The message names the commit that it repairs; this beats all but a merge, so that a revert with a `Fixes:`
        /// line is a fix too.
        case declaration
        /// A conventional type that is no `fix`, without such a declaration.
        case conventionalType = "conventional_type"
        /// The commit undoes another one.
        case revert
        /// The commit has more than one parent.
        case merge
    }

    package let isFix: Bool
    package let ground: Ground
    /// Sum of the weights of ``evidence`` and of ``FixRule/bias``: log odds.
    package let score: Double
    /// Of the rules that were met, each once, in the order of the table.
    package let evidence: [FixEvidence]

    /// Whether the words alone speak of a repair, whatever ``ground`` settled: a revert, a merge of fixes, a `test:`
    /// commit may.
    package var isCorrective: Bool { score >= FixRule.threshold }

    /// The score as a probability that a person would call the message's commit corrective.
    package var probability: Double { logistic(score) }

    package init(isFix: Bool, ground: Ground, score: Double, evidence: [FixEvidence]) {
        self.isFix = isFix
        self.ground = ground
        self.score = score
        self.evidence = evidence
    }
}

/// One rule that a message met.
package struct FixEvidence: Hashable, Sendable {
    /// ``FixRule/id``.
    package let rule: String
    /// The words that met it; empty where the form of the message did.
    package let text: String
    /// Log odds.
    package let weight: Double

    package init(rule: String, text: String, weight: Double) {
        self.rule = rule
        self.text = text
        self.weight = weight
    }
}
