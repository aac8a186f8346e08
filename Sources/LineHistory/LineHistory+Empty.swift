import Git

extension LineHistory {
    /// The lines of a history without commits.
    package static let empty = LineHistory(
        history: .empty, paths: PathTable(), versions: [], births: [], removals: [], counts: [], tip: [],
        unreadable: [], tooLarge: [], limitedRenames: [], continued: [:],
        scripts: ScriptIndex(stage: ContentStage(plan: HistoryPlan(), ignored: []), plan: HistoryPlan(), pieces: []),
        surroundings: HunkSurroundings(), previous: PreviousVersions(plan: HistoryPlan()), counted: [])
}
