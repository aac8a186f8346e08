/// A commit that a message names, and what the message says of it.
package struct Declaration: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// `Fixes: <commit>`: this commit repairs that one.
        case fixes
        /// "introduced in <commit>", "regression from <commit>", "<commit> broke this".
        case introducedBy = "introduced_by"
        /// "This reverts commit <commit>", `Revert "subject"`.
        case revert
        /// `Reland "subject"`, `Reapply "subject"`.
        case reland
        /// "(cherry picked from commit <commit>)", "commit <commit> upstream": the same change elsewhere.
        case cherryPick = "cherry_pick"
        /// Named, and nothing more is said.
        case mention

        /// Whether the named commit is said to have brought the defect in.
        package var namesInducer: Bool { self == .fixes || self == .introducedBy }
    }

    package enum Target: Hashable, Sendable {
        /// Lower-case hexadecimal digits: 7 to 40, or 64.
        case abbreviated(String)
        /// The first line of the commit's message.
        case subject(String)
    }

    /// Confidence from which a named commit counts as the one that brought the defect in.
    package static let linkThreshold = 0.7

    package let kind: Kind
    package let target: Target
    /// The rule that found it: ``DeclarationCue/id``, or `mention`.
    package let rule: String
    /// The words of the message, one line.
    package let matchedText: String
    /// How far the rule may be trusted, 0 to 1: ordered as measured on fixes whose inducer is known, where readings
    /// from ``linkThreshold`` on were right in 99 of 100 cases. No probability: a weak reading is a hint.
    package let confidence: Double
    /// Line of the message, from 0.
    package let line: Int

    package init(
        kind: Kind, target: Target, rule: String, matchedText: String, confidence: Double, line: Int = 0
    ) {
        self.kind = kind
        self.target = target
        self.rule = rule
        self.matchedText = matchedText
        self.confidence = confidence
        self.line = line
    }
}
