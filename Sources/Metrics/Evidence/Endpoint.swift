/// A question on which AI commits are compared with human ones; declared before the data are looked at.
package enum Endpoint: String, CaseIterable, Sendable {
    /// A fix with an inducing link to the commit landed within 90 days: the primary endpoint.
    case bugInducing = "bug_inducing"
    /// The commit was reverted within 30 days.
    case reverted
    /// Of new lines, the share removed within 14 days.
    case newCodeChurn = "new_code_churn"
    /// Of new lines, the share that stands after 180 days.
    case lineSurvival = "line_survival"
    /// Of fixes, the share fixed again or reverted within 90 days.
    case reintroduction

    package enum Role: String, Sendable {
        case primary, secondary
        /// Another age at which the same curve is read off: described, not tested.
        case further
    }

    /// The age in days at which the endpoint was declared.
    package var declaredHorizon: Int {
        switch self {
        case .bugInducing, .reintroduction: 90
        case .reverted: 30
        case .newCodeChurn: 14
        case .lineSurvival: 180
        }
    }

    /// All ages at which it is read off, in days.
    package var horizons: [Int] {
        switch self {
        case .bugInducing, .reintroduction, .reverted, .lineSurvival: [30, 90, 180]
        case .newCodeChurn: [14]
        }
    }

    package func role(at horizon: Int) -> Role {
        if horizon != declaredHorizon { return .further }
        return self == .bugInducing ? .primary : .secondary
    }

    /// Whether the units are lines, which live and die with their commit.
    package var countsLines: Bool { event == .removed }

    /// Whether the estimate is the share still without the event, not the share with it.
    package var isStanding: Bool { self == .lineSurvival }

    var event: CohortEvent {
        switch self {
        case .bugInducing: .firstFix
        case .reverted: .revert
        case .newCodeChurn, .lineSurvival: .removed
        case .reintroduction: .reintroduction
        }
    }
}

/// Which AI commits stand against the human ones.
package enum ComparedClass: String, CaseIterable, Sendable {
    /// Both AI classes.
    case all
    case aiAuthored = "ai_authored"
    case aiAssisted = "ai_assisted"

    /// The class that is meant where both AI classes are called by one name; `nil` for those that are not AI's.
    package init?(_ selection: ChangeSelection) {
        switch selection {
        case .ai: self = .all
        case .aiAuthored: self = .aiAuthored
        case .aiAssisted: self = .aiAssisted
        case .all, .human, .automation: return nil
        }
    }

    func contains(_ commit: StudiedCommit) -> Bool {
        switch self {
        case .all: commit.authorClass.isAI
        case .aiAuthored: commit.authorClass == .aiAuthored
        case .aiAssisted: commit.authorClass == .aiAssisted
        }
    }
}
