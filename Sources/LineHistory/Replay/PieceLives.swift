import Git

/// How the lines of one piece of the lineages ended.
struct PieceLives: Sendable {
    /// See ``LineLives/blocks``.
    var blocks = PieceList<LineBirth>()
    /// By place in the piece; see ``LineLives/meaningfulCounts``.
    private(set) var meaningfulCounts: [UInt32] = []
    var losses = PieceList<LineLoss>()
    var dropped = PieceList<LineRun>()
    /// Lists that nobody needs for all versions at once.
    var lists = VersionLists.Piece()

    /// - Parameters:
    ///   - versions: the piece's.
    ///   - isMerge: whether a version was made by a merge.
    init(
        _ piece: ReplayedPiece, versions: ArraySlice<VersionNumber>, lineages: Lineages, scripts: ScriptIndex,
        isMerge: (VersionNumber) -> Bool
    ) {
        var births = PieceList<LineBirth>()
        for (place, version) in versions.enumerated() {
            for birth in piece.births[place] { piece.continued.eachNew(of: birth, at: place) { births.append($0) } }
            births.endVersion()
            for birth in births[place] where birth.run.count >= LineLives.leastBlock { blocks.append(birth) }
            blocks.endVersion()
            if isMerge(version) { for birth in piece.births[place] { lists.mergeBirths.append(birth) } }
            lists.mergeBirths.endVersion()
        }
        lists.removals = piece.removals
        let written = WrittenLines(births.elements, scripts: scripts)
        let claims = LineClaims(piece, lineages: lineages)
        var settlement = Settlement()
        var tally = LineLossTally(count: versions.count)
        var birth = 0
        for (place, version) in versions.enumerated() {
            settlement.settle(claims[place])
            var next = birth
            for (run, by) in settlement.deaths {
                let death = LineDeath(
                    run: run, by: by, meaningfulCount: UInt32(written.meaningfulCount(of: run, from: &next)))
                lists.deaths.append(death)
                tally.add(death, at: lineages.place(of: by))
            }
            for run in settlement.standing { lists.standing.append(run) }
            tally.endVersion(version) { losses.append($0) }
            let own = births[place]
            for run in own.lazy.map(\.run).without(settlement.deaths.lazy.map(\.run), settlement.standing) {
                dropped.append(run)
            }
            meaningfulCounts.append(
                (birth..<birth + own.count).reduce(0) { $0 + UInt32(written.meaningfulCount(at: $1)) })
            birth += own.count
            lists.deaths.endVersion()
            lists.standing.endVersion()
            losses.endVersion()
            dropped.endVersion()
        }
        lists = lists.withoutSpareRoom
    }
}

extension Collection<LineRun> {
    /// The lines that are in neither of two other lists. Each of the three by line, those within these.
    fileprivate func without(_ one: some Collection<LineRun>, _ other: some Collection<LineRun>) -> [LineRun] {
        func count(_ runs: some Collection<LineRun>) -> Int { runs.reduce(0) { $0 + Int($1.count) } }
        // Nearly always none are left.
        if count(self) == count(one) + count(other) { return [] }
        let taken = (Array(one) + Array(other)).sorted { $0.line < $1.line }
        var next = 0
        var result: [LineRun] = []
        for run in self {
            var line = run.line
            while line < run.end {
                while next < taken.count, taken[next].end <= line { next += 1 }
                let end = next < taken.count ? Swift.min(run.end, Swift.max(line, taken[next].line)) : run.end
                if end > line { result.append(run.part(line - run.line, end - line)) }
                line = next < taken.count ? Swift.max(end, Swift.min(run.end, taken[next].end)) : run.end
            }
        }
        return result
    }
}

/// What is said about the end of a version's lines.
private struct Claim {
    let run: LineRun
    /// ``alive`` where nobody removed the lines.
    let by: VersionNumber

    static let alive = VersionNumber.max
}

/// What is said about the end of a piece's lines, in the order of precedence.
private struct LineClaims {
    /// By place of the version of birth, and of one version in the order of precedence.
    private let claims: [Claim]
    /// By place: its first claim, and at the end their number.
    private let starts: [Int]

    init(_ piece: ReplayedPiece, lineages: Lineages) {
        let count = piece.births.versionCount
        var starts = Array(repeating: 0, count: count + 1)
        Self.each(piece, lineages) { place, _ in starts[place + 1] += 1 }
        for place in 0..<count { starts[place + 1] += starts[place] }
        var places = starts
        let none = Claim(run: LineRun(version: 0, line: 0, count: 0), by: Claim.alive)
        var claims = Array(repeating: none, count: starts[count])
        Self.each(piece, lineages) { place, claim in
            claims[places[place]] = claim
            places[place] += 1
        }
        self.claims = claims
        self.starts = starts
    }

    /// The claims on the lines of a version.
    subscript(place: Int) -> ArraySlice<Claim> { claims[starts[place]..<starts[place + 1]] }

    /// Calls `body` for lines that are alive, then for those that commits removed, then for those that merges dropped.
    private static func each(_ piece: ReplayedPiece, _ lineages: Lineages, _ body: (_ place: Int, Claim) -> Void) {
        func addOrigins(of run: LineRun, by: VersionNumber) {
            piece.continued.eachOrigin(of: run, at: lineages.place(of: run.version)) { origin in
                body(lineages.place(of: origin.version), Claim(run: origin, by: by))
            }
        }
        for (_, runs) in piece.left {
            for run in runs { addOrigins(of: run, by: Claim.alive) }
        }
        for isMerge in [false, true] {
            for removal in piece.removals.elements where !removal.continues && (removal.marks == nil) == isMerge {
                addOrigins(of: removal.run, by: removal.by)
            }
        }
    }
}

/// Settles the claims on the lines of a version: the first claim of a line wins.
private struct Settlement {
    private(set) var deaths: [(run: LineRun, by: VersionNumber)] = []
    private(set) var standing: [LineRun] = []
    /// The claims by line.
    private var ordered: [Claim] = []
    /// By line: the claim that won it, counted from the version's first.
    private var winners: [UInt32] = []

    /// Forgets what was settled before.
    mutating func settle(_ claims: ArraySlice<Claim>) {
        deaths.removeAll(keepingCapacity: true)
        standing.removeAll(keepingCapacity: true)
        if Self.areApart(claims) { return add(claims) }
        ordered.removeAll(keepingCapacity: true)
        ordered += claims
        ordered.sort { $0.run.line < $1.run.line }
        if Self.areApart(ordered[...]) { add(ordered[...]) } else { settleOverlapping(claims) }
    }

    /// Whether each claim begins below the one before.
    private static func areApart(_ claims: ArraySlice<Claim>) -> Bool {
        claims.indices.dropFirst().allSatisfy { claims[$0 - 1].run.end <= claims[$0].run.line }
    }

    private mutating func add(_ claims: ArraySlice<Claim>) {
        for claim in claims { add(claim.run, by: claim.by) }
    }

    private mutating func add(_ run: LineRun, by: VersionNumber) {
        if by == Claim.alive { standing.append(run) } else { deaths.append((run, by)) }
    }

    private mutating func settleOverlapping(_ claims: ArraySlice<Claim>) {
        var (first, end) = (UInt32.max, UInt32(0))
        for claim in claims { (first, end) = (min(first, claim.run.line), max(end, claim.run.end)) }
        winners.removeAll(keepingCapacity: true)
        winners.append(contentsOf: repeatElement(.max, count: Int(end - first)))
        for (index, claim) in zip(claims.indices, claims) {
            for line in Int(claim.run.line - first)..<Int(claim.run.end - first) where winners[line] == .max {
                winners[line] = UInt32(index - claims.startIndex)
            }
        }
        var line = 0
        while line < winners.count {
            let winner = winners[line]
            let start = line
            while line < winners.count && winners[line] == winner { line += 1 }
            guard winner != .max else { continue }
            let claim = claims[claims.startIndex + Int(winner)]
            add(
                LineRun(version: claim.run.version, line: first + UInt32(start), count: UInt32(line - start)),
                by: claim.by)
        }
    }
}
