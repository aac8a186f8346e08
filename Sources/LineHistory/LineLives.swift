import Git

/// The death of lines: each line of a history dies once at most.
package struct LineDeath: Sendable {
    /// The lines as their writer left them, seen through reindentation and ignored revisions.
    package let run: LineRun
    /// The removing commit and the path.
    package let by: VersionNumber
    /// How many of the lines are more than white space.
    package fileprivate(set) var meaningfulCount: UInt32 = 0
}

/// Lines written, each once, and how they ended.
///
/// The commits' own removals say the same line's end several times where branches removed it each for themselves, and end lines that another
/// branch kept. Here a line that stands at the tip lives; of several removals the first in the order of commits counts, a
/// merge's only where no other commit removed the line.
package struct LineLives: Sendable {
    /// Lines written that carry on no older line, with their marks; by version, then by line.
    package let births: WrittenLines
    /// By version of birth, then by line.
    package let deaths: [LineDeath]
    /// Lines that stand at the tip; by version of birth, then by line.
    package let standing: [LineRun]
    /// Lines that neither stand at the tip nor were removed by a commit: a merge took the other side's file whole.
    package let droppedLineCount: Int

    package init(_ history: LineHistory) {
        births = WrittenLines(history)
        let claims = LineClaims(history)
        var (deaths, standing) = claims.settled()
        var birth = 0
        for index in deaths.indices {
            deaths[index].meaningfulCount = UInt32(births.meaningfulCount(of: deaths[index].run, from: &birth))
        }
        (self.deaths, self.standing) = (deaths, standing)
        let ended = deaths.reduce(0) { $0 + Int($1.run.count) } + standing.reduce(0) { $0 + Int($1.count) }
        droppedLineCount = births.lineCount - ended
    }
}

extension LineLives {
    /// The number of lines of a run that are more than white space.
    package func meaningfulCount(of run: LineRun) -> Int {
        var index = births.firstIndexSorted { ($0.run.version, $0.run.end) > (run.version, run.line) }
        return births.meaningfulCount(of: run, from: &index)
    }
}

/// What is said about the end of lines, in the order of precedence.
private struct LineClaims {
    private struct Claim {
        let run: LineRun
        /// ``alive`` where nobody removed the lines.
        let by: VersionNumber

        static let alive = VersionNumber.max
    }

    /// By version of birth, and of one version in the order of precedence.
    private var claims: [Claim] = []
    /// By version: its first claim, and at the end their number.
    private var starts: [UInt32]

    init(_ history: LineHistory) {
        starts = Array(repeating: 0, count: history.versions.count + 1)
        Self.each(history) { run, _ in starts[Int(run.version) + 1] += 1 }
        for version in history.versions.indices { starts[version + 1] += starts[version] }
        var places = starts
        let none = Claim(run: LineRun(version: 0, line: 0, count: 0), by: Claim.alive)
        claims = Array(repeating: none, count: Int(starts.last ?? 0))
        Self.each(history) { run, by in
            claims[Int(places[Int(run.version)])] = Claim(run: run, by: by)
            places[Int(run.version)] += 1
        }
    }

    /// Calls `body` for lines that are alive, then for those that commits removed, then for those that merges dropped.
    private static func each(_ history: LineHistory, _ body: (LineRun, _ by: VersionNumber) -> Void) {
        for file in history.tip {
            for run in file.runs { history.eachSubstantiveOrigin(of: run) { body($0, Claim.alive) } }
        }
        for isMerge in [false, true] {
            for removal in history.removals where !removal.continues && (removal.marks == nil) == isMerge {
                history.eachSubstantiveOrigin(of: removal.run) { body($0, removal.by) }
            }
        }
    }

    /// Settles the claims version by version: the first claim of a line wins.
    func settled() -> (deaths: [LineDeath], standing: [LineRun]) {
        var settlement = Settlement()
        for version in 0..<starts.count - 1 where starts[version] < starts[version + 1] {
            settlement.settle(claims[Int(starts[version])..<Int(starts[version + 1])])
        }
        return (settlement.deaths, settlement.standing)
    }

    private struct Settlement {
        private(set) var deaths: [LineDeath] = []
        private(set) var standing: [LineRun] = []
        /// The claims of a version by line.
        private var ordered: [Claim] = []
        /// By line: the claim that won it, counted from the version's first.
        private var winners: [UInt32] = []

        mutating func settle(_ claims: ArraySlice<Claim>) {
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
            if by == Claim.alive { standing.append(run) } else { deaths.append(LineDeath(run: run, by: by)) }
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
}
