import Attribution

/// Which commits are looked at, by who wrote them.
package enum ChangeSelection: String, CaseIterable, Sendable {
    case all
    /// Both AI classes.
    case ai
    case aiAuthored = "ai_authored"
    case aiAssisted = "ai_assisted"
    case human
    case automation

    package func contains(_ authorClass: AuthorClass) -> Bool {
        switch self {
        case .all: true
        case .ai: authorClass.isAI
        case .aiAuthored: authorClass == .aiAuthored
        case .aiAssisted: authorClass == .aiAssisted
        case .human: authorClass == .human
        case .automation: authorClass == .automation
        }
    }
}
