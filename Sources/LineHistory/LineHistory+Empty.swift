import Git

extension LineHistory {
    /// The lines of a history without commits.
    package static let empty = LineHistory(
        history: .empty, paths: PathTable(), versions: [], commits: [],
        lives: LineLives(
            blocks: WrittenLines([], scripts: .empty), meaningfulCounts: [], losses: [], dropped: [], lists: .empty),
        counts: [], tip: [],
        unreadable: [], tooLarge: [], limitedRenames: [], continued: ContinuedLines(count: 0),
        scripts: .empty, plan: HistoryPlan(), counted: [], renamedFrom: [:], surrounded: [],
        surroundings: HunkSurroundings())
}
