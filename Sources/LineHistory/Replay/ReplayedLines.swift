import Git

/// What became of all lines of a history, in the order of commits.
struct ReplayedLines {
    let births: [LineBirth]
    let removals: [LineRemoval]
    let continued: ContinuedLines
    let surroundings: HunkSurroundings
    let lives: LineLives
    /// The origins of files at the tip.
    let left: [VersionNumber: [LineRun]]

    /// Follows all lineages.
    ///
    /// - Parameters:
    ///   - surrounded: by position, the commits whose hunks have ``surroundings``.
    ///   - jobs: the number of threads.
    init(
        history: History, plan: HistoryPlan, scripts: ScriptIndex, lineages: Lineages, surrounded: [Bool], jobs: Int
    ) {
        var pieces = Parallel.map(count: lineages.pieceCount, jobs: jobs) { piece in
            let replayed = Replay(
                history: history, plan: plan, scripts: scripts, lineages: lineages, piece: piece,
                surrounded: surrounded
            ).followed()
            let versions = lineages.versions(in: piece)
            return FollowedPiece(
                replayed: replayed,
                lives: PieceLives(replayed, versions: versions, lineages: lineages, scripts: scripts))
        }
        var continued = ContinuedLines(count: plan.versions.count)
        var left: [VersionNumber: [LineRun]] = [:]
        for (number, piece) in pieces.enumerated() {
            continued.add(piece.replayed.continued, at: lineages.versions(in: number))
            for (version, runs) in piece.replayed.left { left[version] = runs }
        }
        self.continued = continued
        self.left = left
        surroundings = HunkSurroundings(pieces.map(\.replayed.surroundings))
        births = lineages.inOrder(taking: &pieces, \.replayed.births)
        removals = lineages.inOrder(taking: &pieces, \.replayed.removals)
        lives = LineLives(
            births: WrittenLines(lineages.inOrder(taking: &pieces, \.lives.births), scripts: scripts),
            deaths: lineages.inOrder(taking: &pieces, \.lives.deaths),
            standing: lineages.inOrder(taking: &pieces, \.lives.standing))
    }

    /// The surroundings of hunks alone.
    ///
    /// - Parameters:
    ///   - surrounded: by position, the commits whose hunks are asked for.
    ///   - jobs: the number of threads.
    static func surroundings(
        history: History, plan: HistoryPlan, scripts: ScriptIndex, lineages: Lineages, surrounded: [Bool], jobs: Int
    ) -> HunkSurroundings {
        HunkSurroundings(
            Parallel.map(count: lineages.pieceCount, jobs: jobs) { piece in
                Replay(
                    history: history, plan: plan, scripts: scripts, lineages: lineages, piece: piece,
                    surrounded: surrounded
                ).followed().surroundings
            })
    }
}

private struct FollowedPiece: Sendable {
    var replayed: ReplayedPiece
    var lives: PieceLives
}
