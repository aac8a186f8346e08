import Metrics

/// What is asked of the commits of a pull request.
package struct RangeRules: Sendable {
    /// One question, and how much of it is let pass.
    package struct Rule: Hashable, Sendable {
        /// The most that passes.
        package var most: Double
        /// Which of the commits are asked about.
        package var selection: ChangeSelection
        /// Pathspecs: where they are asked about; empty for all.
        package var paths: [String]
        package var action: GateAction
        package var isRequired: Bool

        package init(
            most: Double, selection: ChangeSelection = .all, paths: [String] = [],
            action: GateAction = .secondReviewer, isRequired: Bool = false
        ) {
            self.most = most
            self.selection = selection
            self.paths = paths
            self.action = action
            self.isRequired = isRequired
        }
    }

    /// Hot files that the commits change.
    package var hotFiles: Rule?
    /// Of the lines of others that the commits remove or change, the share younger than 14 days.
    package var youngLines: Rule?
    /// Commits with an AI mark that nobody else looked at.
    package var unreviewedAI: Rule?
    /// Blocks of added lines that stood elsewhere already.
    package var duplicateBlocks: Rule?

    /// Fewer removed lines than this make no share.
    package static let leastLines = 20

    package init() {}

    package static let standard: RangeRules = {
        var rules = RangeRules()
        rules.hotFiles = Rule(most: 0)
        rules.youngLines = Rule(most: 0.5)
        rules.unreviewedAI = Rule(most: 0)
        rules.duplicateBlocks = Rule(most: 0)
        return rules
    }()
}
