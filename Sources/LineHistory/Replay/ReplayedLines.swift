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

    /// Follows the lineages of which not all is known.
    ///
    /// - Parameters:
    ///   - known: the others.
    ///   - surrounded: by position, the commits whose hunks have ``surroundings``.
    ///   - jobs: the number of threads.
    ///   - keep: takes what became of the lineages of a piece; called on whichever thread followed them.
    /// - Throws: what `keep` throws; ``ByteReader/Failure`` where what is known cannot be read.
    init(
        history: History, plan: HistoryPlan, scripts: ScriptIndex, lineages: Lineages,
        known: KnownLineages = KnownLineages(),
        surrounded: [Bool], jobs: Int, keep: (@Sendable (ByteWriter) throws -> Void)? = nil
    ) throws {
        var pieces = try Parallel.map(count: lineages.pieceCount, jobs: jobs, worker: {}) { _, number in
            let replayed = Replay(
                history: history, plan: plan, scripts: scripts, lineages: lineages, piece: number,
                surrounded: surrounded
            ).followed()
            let piece = FollowedPiece(
                replayed: replayed,
                lives: PieceLives(
                    replayed, versions: lineages.versions(in: number), lineages: lineages, scripts: scripts))
            try keep?(
                LineageWriter.bytes(
                    of: replayed, piece.lives, number: number, lineages: lineages, scripts: scripts))
            return piece
        }
        var known = known
        var continued = ContinuedLines(count: plan.versions.count)
        var left: [VersionNumber: [LineRun]] = [:]
        for (number, piece) in pieces.enumerated() {
            continued.add(piece.replayed.continued, at: lineages.versions(in: number))
            for (version, runs) in piece.replayed.left { left[version] = runs }
        }
        if !known.isEmpty {
            for version in 0..<VersionNumber(lineages.versionCount) {
                guard let lineage = lineages.knownLineage(of: version) else { continue }
                let runs = try known[lineage].continued(of: version)
                if !runs.isEmpty { continued.add(runs, at: Int(version)) }
            }
            try known.eachLeft { left[$0] = $1 }
        }
        self.continued = continued
        self.left = left
        surroundings = HunkSurroundings(pieces.map(\.replayed.surroundings))
        births = try lineages.inOrder(taking: &pieces, \.replayed.births, knownCount: known.count(of: .births)) {
            try known[$0].appendBirths(of: $1, scripts, to: &$2)
        }
        removals = try lineages.inOrder(taking: &pieces, \.replayed.removals, knownCount: known.count(of: .removals)) {
            try known[$0].appendRemovals(of: $1, scripts, to: &$2)
        }
        lives = LineLives(
            births: WrittenLines(Self.new(births, continued), scripts: scripts),
            deaths: try lineages.inOrder(taking: &pieces, \.lives.deaths, knownCount: known.count(of: .deaths)) {
                try known[$0].appendDeaths(of: $1, to: &$2)
            },
            standing: try lineages.inOrder(
                taking: &pieces, \.lives.standing, knownCount: known.count(of: .standing)
            ) {
                try known[$0].appendStanding(of: $1, to: &$2)
            })
    }

    /// Lines that carry on none.
    private static func new(_ births: [LineBirth], _ continued: ContinuedLines) -> [LineBirth] {
        var result: [LineBirth] = []
        result.reserveCapacity(births.count)
        for birth in births { continued.eachNew(of: birth, at: Int(birth.run.version)) { result.append($0) } }
        return result
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
