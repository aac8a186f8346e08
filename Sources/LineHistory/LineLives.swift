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
    package let births: [(run: LineRun, marks: ArraySlice<LineMark>)]
    /// By version of birth, then by line.
    package let deaths: [LineDeath]
    /// Lines that stand at the tip; by version of birth, then by line.
    package let standing: [LineRun]
    /// Lines that neither stand at the tip nor were removed by a commit: a merge took the other side's file whole.
    package let droppedLineCount: Int

    package init(_ history: LineHistory) {
        var births: [(run: LineRun, marks: ArraySlice<LineMark>)] = []
        births.reserveCapacity(history.births.count)
        for birth in history.births {
            let marks = history.marks(of: birth)
            history.eachSubstantiveOrigin(of: birth.run) { origin in
                guard origin.version == birth.run.version else { return }
                let start = marks.startIndex + Int(origin.line - birth.run.line)
                births.append((origin, marks[start..<start + Int(origin.count)]))
            }
        }
        self.births = births
        var claims = LineClaims(versionCount: history.versions.count)
        for file in history.tip {
            for run in file.runs { history.eachSubstantiveOrigin(of: run) { claims.add($0, by: nil) } }
        }
        for isMerge in [false, true] {
            for removal in history.removals where !removal.continues && (removal.marks == nil) == isMerge {
                history.eachSubstantiveOrigin(of: removal.run) { claims.add($0, by: removal.by) }
            }
        }
        var (deaths, standing) = claims.settled()
        var birth = 0
        for index in deaths.indices {
            deaths[index].meaningfulCount = UInt32(births.meaningfulCount(of: deaths[index].run, from: &birth))
        }
        (self.deaths, self.standing) = (deaths, standing)
        let ended = deaths.reduce(0) { $0 + Int($1.run.count) } + standing.reduce(0) { $0 + Int($1.count) }
        droppedLineCount = births.reduce(0) { $0 + Int($1.run.count) } - ended
    }
}

extension LineLives {
    /// The number of lines of a run that are more than white space.
    package func meaningfulCount(of run: LineRun) -> Int {
        var index = births.firstIndexSorted { ($0.run.version, $0.run.end) > (run.version, run.line) }
        return births.meaningfulCount(of: run, from: &index)
    }
}

extension [(run: LineRun, marks: ArraySlice<LineMark>)] {
    /// The number of lines of a run that are more than white space.
    ///
    /// - Parameter index: of a birth that does not lie behind the run; moved on to the last that the run needs.
    fileprivate func meaningfulCount(of run: LineRun, from index: inout Int) -> Int {
        while index < count, (self[index].run.version, self[index].run.end) <= (run.version, run.line) { index += 1 }
        var total = 0
        while index < count, self[index].run.version == run.version, self[index].run.line < run.end {
            let birth = self[index]
            let start = Int(Swift.max(birth.run.line, run.line) - birth.run.line)
            let end = Int(Swift.min(birth.run.end, run.end) - birth.run.line)
            let marks = birth.marks[birth.marks.startIndex + start..<birth.marks.startIndex + end]
            total += marks.count(where: \.isMeaningful)
            guard birth.run.end < run.end else { break }
            index += 1
        }
        return total
    }
}

/// What is said about the end of lines, in the order of precedence.
private struct LineClaims {
    private struct Claim {
        let run: LineRun
        /// nil where the lines are alive.
        let by: VersionNumber?
    }

    private var claims: [Claim] = []
    private let versionCount: Int
    /// For one version, by line: the claim that won it, counted from the version's first.
    private var winners: [UInt32] = []
    private var deaths: [LineDeath] = []
    private var standing: [LineRun] = []

    init(versionCount: Int) {
        self.versionCount = versionCount
    }

    /// - Parameter by: the version that no longer has the lines; nil where they are alive.
    mutating func add(_ run: LineRun, by: VersionNumber?) {
        claims.append(Claim(run: run, by: by))
    }

    /// Settles the claims version by version: the first claim of a line wins.
    mutating func settled() -> (deaths: [LineDeath], standing: [LineRun]) {
        var starts = [Int](repeating: 0, count: versionCount + 1)
        for claim in claims { starts[Int(claim.run.version) + 1] += 1 }
        for version in 0..<versionCount { starts[version + 1] += starts[version] }
        var places = starts
        var sorted = claims
        for claim in claims {
            sorted[places[Int(claim.run.version)]] = claim
            places[Int(claim.run.version)] += 1
        }
        for version in 0..<versionCount where starts[version] < starts[version + 1] {
            settle(sorted[starts[version]..<starts[version + 1]])
        }
        return (deaths, standing)
    }

    private mutating func settle(_ claims: ArraySlice<Claim>) {
        let ordered = claims.count > 1 ? claims.sorted { $0.run.line < $1.run.line }[...] : claims
        let areApart = zip(ordered, ordered.dropFirst()).allSatisfy { $0.run.end <= $1.run.line }
        if areApart {
            for claim in ordered { settle(claim.run, by: claim.by) }
        } else {
            settleOverlapping(claims)
        }
    }

    private mutating func settle(_ run: LineRun, by: VersionNumber?) {
        if let by { deaths.append(LineDeath(run: run, by: by)) } else { standing.append(run) }
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
            settle(
                LineRun(version: claim.run.version, line: first + UInt32(start), count: UInt32(line - start)),
                by: claim.by)
        }
    }
}
