import Git
import LineHistory

/// Finds lines that a fix removed and a later commit wrote again.
struct RelapseReader {
    private let lines: LineHistory
    /// By position: whether the commit stands on the line of first parents.
    private let isTrunk: [Bool]

    /// A single line tells a return from chance only if it is long; so many may be of middle length.
    private static let fewestLines = 2
    /// A line that a file's history wrote more often is an idiom (`break;`), and its return tells nothing.
    private static let idiomCount = 4
    /// What comes back after a year is mostly coincidence.
    private static let coincidenceDays = 365.0
    /// Of many fixes that removed an equal line from one file, only so many of the latest are considered.
    private static let latestFixes = 16
    /// Commits that a search for an ancestor visits before it gives up.
    private static let ancestryLimit = 2_000

    init(lines: LineHistory) {
        self.lines = lines
        var isTrunk = [Bool](repeating: false, count: lines.history.count)
        for position in lines.history.trunk { isTrunk[position] = true }
        self.isTrunk = isTrunk
    }

    /// - Parameters:
    ///   - found: what fixes took away and commits wrote again.
    ///   - reverts: these are told by another form.
    /// - Returns: by commit, then by fix.
    func relapses(among found: KeptReturns, reverts: [Revert], landedAt: [Int64]) -> [Reintroduction] {
        let undone = Dictionary(grouping: reverts, by: \.commit).mapValues {
            Set($0.flatMap { [$0.target, $0.original] })
        }
        var result: [Reintroduction] = []
        var returns = found.returns[...]
        while let first = returns.first {
            let own = returns.prefix { $0.commit == first.commit && $0.loss == first.loss }
            returns = returns[own.endIndex...]
            let loss = found.lost.losses[Int(first.loss)]
            let (fix, commit) = (CommitPosition(loss.fix), CommitPosition(first.commit))
            guard own.count >= Self.fewestLines || own.contains(where: \.isLong), 2 * own.count >= Int(loss.lines),
                !(undone[commit]?.contains(fix) ?? false), follows(commit, fix)
            else { continue }
            let days = Double(max(0, landedAt[commit] - landedAt[fix])) / 86_400
            let share = Double(own.count) / Double(max(1, loss.lines))
            result.append(
                Reintroduction(
                    form: .relapse, commit: commit, earlier: fix, path: loss.path, lines: own.count, issueKey: nil,
                    days: days, confidence: (days > Self.coincidenceDays ? 0.2 : 0.6) * share))
        }
        return result
    }

    /// What fixes took from files and did not put back there, and which commits wrote it again.
    ///
    /// - Parameters:
    ///   - fixes: ascending.
    ///   - kept: what an earlier run found among the first commits of the same history.
    func returns(of fixes: [CommitPosition], kept: KeptReturns) -> KeptReturns {
        let held = kept.hold(for: fixes) ? kept : .none
        var lost = held.lost
        for fix in fixes.dropFirst(held.fixes.count) {
            for version in lines.versions(of: fix) where lines.versions[Int(version)].entry != nil {
                let gone = gone(at: version)
                if !gone.isEmpty { lost.add(gone, path: lines.versions[Int(version)].path, fix: UInt32(fix)) }
            }
        }
        lost.finish()
        var written = held.written + Array(repeating: 0, count: lost.count - held.lost.count)
        var found = held.returns
        addReturns(of: lost, after: held, &written, &found)
        var returns: [KeptReturns.Return] = []
        for line in found.filter({ written[Int($0.line)] <= Self.idiomCount }).sorted(by: <)
        where line != returns.last {
            returns.append(line)
        }
        return KeptReturns(
            commitCount: lines.history.count, fixes: fixes.map { UInt32($0) }, lost: lost, written: written,
            returns: returns)
    }

    /// Keys of the telling lines that a version's commit took from the file and did not put back there.
    private func gone(at version: VersionNumber) -> [UInt64] {
        let path = lines.versions[Int(version)].path
        var gone: [UInt64] = []
        for removal in lines.removals(of: version) where !removal.continues {
            for mark in lines.marks(of: removal) where mark.isTelling {
                gone.append(PathLine(path: path, mark: mark).key)
            }
        }
        guard !gone.isEmpty else { return [] }
        gone.sort()
        var isWritten = [Bool](repeating: false, count: gone.count)
        for birth in lines.births(of: version) {
            for mark in lines.marks(of: birth) where mark.isTelling {
                let key = PathLine(path: path, mark: mark).key
                let place = gone.firstIndexSorted { $0 >= key }
                if place < gone.count, gone[place] == key { isWritten[place] = true }
            }
        }
        // Of equal lines the first is marked.
        return gone.indices.filter { ($0 == 0 || gone[$0] != gone[$0 - 1]) && !isWritten[$0] }.map { gone[$0] }
    }

    /// Counts how often lost lines were written, and adds where after their loss.
    ///
    /// - Parameter held: of its lines, only what later commits wrote is still to be counted.
    private func addReturns(
        of lost: LostLines, after held: KeptReturns, _ written: inout [UInt8], _ found: inout [KeptReturns.Return]
    ) {
        let watched = lost.losses.isWatched(of: lines.paths.count)
        let newlyWatched = lost.losses[held.lost.losses.count...].isWatched(of: lines.paths.count)
        for (number, version) in lines.versions.enumerated() {
            let isHeld = version.commit < held.commitCount
            guard isHeld ? newlyWatched[Int(version.path)] : watched[Int(version.path)],
                !lines.history.isMerge(Int(version.commit))
            else { continue }
            for birth in lines.births(of: VersionNumber(number)) {
                for mark in lines.marks(of: birth) where mark.isTelling {
                    guard let line = lost.number(of: PathLine(path: version.path, mark: mark)),
                        !isHeld || line >= held.lost.count, written[line] <= Self.idiomCount
                    else { continue }
                    written[line] += 1
                    guard written[line] <= Self.idiomCount else { continue }
                    lost.eachLoss(of: line, before: version.commit, limit: Self.latestFixes) { loss in
                        found.append(
                            KeptReturns.Return(
                                commit: version.commit, loss: UInt32(loss), line: UInt32(line),
                                length: UInt32(mark.length.rawValue)))
                    }
                }
            }
        }
    }

    /// Whether a commit was written with another one before it, not beside it on a branch.
    private func follows(_ commit: CommitPosition, _ earlier: CommitPosition) -> Bool {
        if isTrunk[commit] && isTrunk[earlier] { return true }
        var waiting = [commit]
        var seen: Set<CommitPosition> = [commit]
        while let next = waiting.popLast(), seen.count < Self.ancestryLimit {
            if next == earlier { return true }
            for parent in lines.history.parents(of: next).map(Int.init) where parent >= earlier {
                if seen.insert(parent).inserted { waiting.append(parent) }
            }
        }
        return false
    }
}

extension LineMark {
    /// Code with a word in it, long enough that chance does not write it twice.
    fileprivate var isTelling: Bool { (kind == .informative || kind == .sparse) && length >= .middle }
}

extension KeptReturns.Return {
    fileprivate var isLong: Bool { length == LineMark.Length.long.rawValue }
}

extension Sequence<LostLines.Loss> {
    /// By path number: whether any line was lost there.
    fileprivate func isWatched(of pathCount: Int) -> [Bool] {
        var isWatched = [Bool](repeating: false, count: pathCount)
        for loss in self { isWatched[Int(loss.path)] = true }
        return isWatched
    }
}
