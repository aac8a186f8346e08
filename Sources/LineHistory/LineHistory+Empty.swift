import Git

extension LineHistory {
    /// The lines of a history without commits.
    package static let empty = LineHistory(
        history: .empty, paths: PathTable(), versions: [], births: [], removals: [],
        lives: LineLives(births: WrittenLines([], scripts: .empty), deaths: [], standing: []), counts: [], tip: [],
        unreadable: [], tooLarge: [], limitedRenames: [], continued: ContinuedLines(count: 0),
        scripts: .empty, plan: HistoryPlan(), counted: [], surrounded: [], surroundings: HunkSurroundings())
}
