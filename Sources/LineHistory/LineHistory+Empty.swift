import Git

extension LineHistory {
    /// The lines of a history without commits.
    package static let empty = LineHistory(
        history: .empty, paths: PathTable(), versions: [], births: [], removals: [], counts: [], tip: [],
        unreadable: [], tooLarge: [], limitedRenames: [], continued: ContinuedLines(versionCount: 0),
        scripts: .empty, plan: HistoryPlan(), counted: [], surroundings: HunkSurroundings(from: 0))
}
