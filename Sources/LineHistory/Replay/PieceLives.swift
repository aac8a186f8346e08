/// How the lines of one piece of the lineages ended.
struct PieceLives: Sendable {
    var deaths = PieceList<LineDeath>()
    var standing = PieceList<LineRun>()

    /// - Parameter versions: the piece's.
    init(_ piece: ReplayedPiece, versions: ArraySlice<VersionNumber>, lineages: Lineages, scripts: ScriptIndex) {
        var births = PieceList<LineBirth>()
        for place in 0..<versions.count {
            for birth in piece.births.elements[piece.births.indices(at: place)] {
                piece.continued.eachNew(of: birth, at: place) { births.append($0) }
            }
            births.endVersion()
        }
        let written = WrittenLines(births.elements, scripts: scripts)
        let claims = LineClaims(piece, lineages: lineages)
        var settlement = Settlement()
        for place in 0..<versions.count {
            settlement.settle(claims[place])
            var birth = births.indices(at: place).lowerBound
            for (run, by) in settlement.deaths {
                let count = UInt32(written.meaningfulCount(of: run, from: &birth))
                deaths.append(LineDeath(run: run, by: by, meaningfulCount: count))
            }
            for run in settlement.standing { standing.append(run) }
            deaths.endVersion()
            standing.endVersion()
        }
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
