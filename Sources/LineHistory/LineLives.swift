import Git

/// The death of lines: each line of a history dies once at most.
package struct LineDeath: Sendable {
    /// The lines as their writer left them, seen through reindentation and ignored revisions.
    package let run: LineRun
    /// The removing commit and the path.
    package let by: VersionNumber
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
            for run in file.runs { history.eachSubstantiveOrigin(of: run) { claims.add($0, .alive) } }
        }
        for isMerge in [false, true] {
            for removal in history.removals where !removal.continues && (removal.marks == nil) == isMerge {
                history.eachSubstantiveOrigin(of: removal.run) { claims.add($0, .removed(removal.by)) }
            }
        }
        (deaths, standing) = claims.settled()
        let ended = deaths.reduce(0) { $0 + Int($1.run.count) } + standing.reduce(0) { $0 + Int($1.count) }
        droppedLineCount = births.reduce(0) { $0 + Int($1.run.count) } - ended
    }
}

extension LineLives {
    /// The number of lines of a run that are more than white space.
    package func meaningfulCount(of run: LineRun) -> Int {
        var index = births.firstIndexSorted { ($0.run.version, $0.run.end) > (run.version, run.line) }
        var total = 0
        while index < births.count, births[index].run.version == run.version, births[index].run.line < run.end {
            let birth = births[index]
            let start = Int(max(birth.run.line, run.line) - birth.run.line)
            let end = Int(min(birth.run.end, run.end) - birth.run.line)
            let marks = birth.marks[birth.marks.startIndex + start..<birth.marks.startIndex + end]
            total += marks.count(where: \.isMeaningful)
            index += 1
        }
        return total
    }
}

/// What is said about the end of lines, in the order of precedence.
private struct LineClaims {
    enum End {
        case alive
        case removed(VersionNumber)
    }

    private var claims: [(run: LineRun, end: End)] = []
    private let versionCount: Int

    init(versionCount: Int) {
        self.versionCount = versionCount
    }

    mutating func add(_ run: LineRun, _ end: End) {
        claims.append((run, end))
    }

    /// Settles the claims version by version: the first claim of a line wins.
    func settled() -> (deaths: [LineDeath], standing: [LineRun]) {
        var starts = [Int](repeating: 0, count: versionCount + 1)
        for claim in claims { starts[Int(claim.run.version) + 1] += 1 }
        for version in 0..<versionCount { starts[version + 1] += starts[version] }
        var places = starts
        var order = [UInt32](repeating: 0, count: claims.count)
        for (index, claim) in claims.enumerated() {
            order[places[Int(claim.run.version)]] = UInt32(index)
            places[Int(claim.run.version)] += 1
        }
        var deaths: [LineDeath] = []
        var standing: [LineRun] = []
        for version in 0..<versionCount where starts[version] < starts[version + 1] {
            settle(order[starts[version]..<starts[version + 1]], &deaths, &standing)
        }
        return (deaths, standing)
    }

    private func settle(_ indices: ArraySlice<UInt32>, _ deaths: inout [LineDeath], _ standing: inout [LineRun]) {
        let first = indices.map { claims[Int($0)].run.line }.min()!
        let end = indices.map { claims[Int($0)].run.end }.max()!
        var winners = [UInt32](repeating: .max, count: Int(end - first))
        for index in indices {
            let run = claims[Int(index)].run
            for line in Int(run.line - first)..<Int(run.end - first) where winners[line] == .max {
                winners[line] = index
            }
        }
        var line = 0
        while line < winners.count {
            let winner = winners[line]
            let start = line
            while line < winners.count && winners[line] == winner { line += 1 }
            guard winner != .max else { continue }
            let run = LineRun(
                version: claims[Int(winner)].run.version, line: first + UInt32(start), count: UInt32(line - start))
            switch claims[Int(winner)].end {
            case .alive: standing.append(run)
            case .removed(let by): deaths.append(LineDeath(run: run, by: by))
            }
        }
    }
}
