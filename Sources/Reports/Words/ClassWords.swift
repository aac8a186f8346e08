import Attribution

extension AuthorClass {
    /// The class in the words of legends: what has no mark is not proven human.
    var legend: String {
        switch self {
        case .aiAuthored: "AI-authored"
        case .aiAssisted: "AI-assisted"
        case .automation: "automation"
        case .human: "no AI mark"
        }
    }
}
