import Git

/// What became of all lines of a history, in the order of commits.
struct ReplayedLines {
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
            var replayed = Replay(
                history: history, plan: plan, scripts: scripts, lineages: lineages, piece: number,
                surrounded: surrounded
            ).followed()
            let lives = PieceLives(
                replayed, versions: lineages.versions(in: number), lineages: lineages, scripts: scripts
            ) { history.isMerge(Int(plan.versions[Int($0)].commit)) }
            try keep?(LineageWriter.bytes(of: replayed, lives, number: number, lineages: lineages, scripts: scripts))
            // What of these anybody asks for is in the lives.
            (replayed.births, replayed.removals) = (PieceList(), PieceList())
            return FollowedPiece(replayed: replayed, lives: lives)
        }
        var known = known
        var continued = ContinuedLines(count: plan.versions.count)
        var left: [VersionNumber: [LineRun]] = [:]
        var meaningfulCounts = [UInt32](repeating: 0, count: plan.versions.count)
        for (number, piece) in pieces.enumerated() {
            let versions = lineages.versions(in: number)
            continued.add(piece.replayed.continued, at: versions)
            for (version, runs) in piece.replayed.left { left[version] = runs }
            for (version, count) in zip(versions, piece.lives.meaningfulCounts) {
                meaningfulCounts[Int(version)] = count
            }
        }
        if !known.isEmpty {
            known.expect(versions: plan.versions.count)
            for version in 0..<VersionNumber(lineages.versionCount) {
                guard let lineage = lineages.knownLineage(of: version) else { continue }
                meaningfulCounts[Int(version)] = try known.enter(version, in: lineage)
                guard known.has(.hasMore, version) else { continue }
                let runs = try known[lineage].continued(of: version)
                if !runs.isEmpty { continued.add(runs, at: Int(version)) }
            }
            try known.eachLeft { left[$0] = $1 }
        }
        self.continued = continued
        self.left = left
        surroundings = HunkSurroundings(pieces.map(\.replayed.surroundings))
        let blocks = try lineages.inOrder(taking: &pieces, \.lives.blocks, knownCount: known.count(of: .blocks)) {
            if known.has(.hasBlocks, $1) { try known[$0].appendBlocks(of: $1, scripts, to: &$2) }
        }
        let losses = try lineages.inOrder(taking: &pieces, \.lives.losses, knownCount: known.count(of: .losses)) {
            if known.has(.hasLosses, $1) { try known[$0].appendLosses(of: $1, to: &$2) }
        }
        let dropped = try lineages.inOrder(taking: &pieces, \.lives.dropped, knownCount: known.count(of: .dropped)) {
            if known.has(.hasMore, $1) { try known[$0].appendDropped(of: $1, to: &$2) }
        }
        lives = LineLives(
            blocks: WrittenLines(blocks, scripts: scripts), meaningfulCounts: meaningfulCounts, losses: losses,
            dropped: dropped,
            lists: VersionLists(lineages, scripts, pieces: pieces.map(\.lives.lists), known: known))
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
