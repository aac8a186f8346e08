import Git
import LineHistory

/// Finds lines that a fix removed and a later commit wrote again.
struct RelapseReader {
    private let lines: LineHistory
    private let births: VersionIndex
    private let removals: VersionIndex
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
        births = VersionIndex(lines.births.map(\.run.version), versionCount: lines.versions.count)
        removals = VersionIndex(lines.removals.map(\.by), versionCount: lines.versions.count)
        var isTrunk = [Bool](repeating: false, count: lines.history.count)
        var next = lines.history.count > 0 ? lines.history.tip : nil
        while let position = next {
            isTrunk[position] = true
            next = lines.history.parents(of: position).first.map(Int.init)
        }
        self.isTrunk = isTrunk
    }

    /// What stands again of one fix in one file.
    private struct Return: Hashable {
        let fix: UInt32
        let path: UInt32
        let commit: UInt32
    }

    /// - Parameters:
    ///   - fixes: ascending.
    ///   - undoings: reverts, which are told by another form.
    func relapses(of fixes: [CommitPosition], reverts: [Revert], landedAt: [Int64]) -> [Reintroduction] {
        let losses = losses(of: fixes)
        let undone = Dictionary(grouping: reverts, by: \.commit).mapValues {
            Set($0.flatMap { [$0.target, $0.original] })
        }
        var result: [Reintroduction] = []
        for (event, marks) in returns(losses).sorted(by: Self.isOrdered) {
            let (fix, commit) = (CommitPosition(event.fix), CommitPosition(event.commit))
            let size = losses.sizes[FixedPath(path: event.path, fix: event.fix)] ?? 0
            guard marks.count >= Self.fewestLines || marks.contains(where: { $0.length == .long }),
                2 * marks.count >= size,
                !(undone[commit]?.contains(fix) ?? false), follows(commit, fix)
            else { continue }
            let days = Double(max(0, landedAt[commit] - landedAt[fix])) / 86_400
            let share = Double(marks.count) / Double(max(1, size))
            result.append(
                Reintroduction(
                    form: .relapse, commit: commit, earlier: fix, path: event.path, lines: marks.count, issueKey: nil,
                    days: days, confidence: (days > Self.coincidenceDays ? 0.2 : 0.6) * share))
        }
        return result
    }

    private static func isOrdered(
        _ left: (key: Return, value: Set<LineMark>), _ right: (key: Return, value: Set<LineMark>)
    ) -> Bool {
        (left.key.commit, left.key.fix, left.key.path) < (right.key.commit, right.key.fix, right.key.path)
    }

    private func losses(of fixes: [CommitPosition]) -> LostLines {
        var losses = LostLines()
        for fix in fixes {
            for (path, marks) in gone(with: fix) { losses.add(marks, path: path, fix: UInt32(fix)) }
        }
        losses.finish(pathCount: lines.paths.count)
        return losses
    }

    /// The telling lines that a commit took from each file and did not put back there.
    private func gone(with fix: CommitPosition) -> [(path: UInt32, marks: Set<LineMark>)] {
        var result: [(path: UInt32, marks: Set<LineMark>)] = []
        for version in lines.versions(of: fix) where lines.versions[Int(version)].entry != nil {
            var gone: Set<LineMark> = []
            for index in removals[version] where !lines.removals[Int(index)].continues {
                for mark in lines.marks(of: lines.removals[Int(index)]) where mark.isTelling { gone.insert(mark) }
            }
            guard !gone.isEmpty else { continue }
            for index in births[version] {
                for mark in lines.marks(of: lines.births[Int(index)]) { gone.remove(mark) }
            }
            if !gone.isEmpty { result.append((lines.versions[Int(version)].path, gone)) }
        }
        return result
    }

    private func returns(_ losses: LostLines) -> [Return: Set<LineMark>] {
        var result: [Return: Set<LineMark>] = [:]
        var written = [Int](repeating: 0, count: losses.owners.count)
        for birth in lines.births {
            let version = lines.versions[Int(birth.run.version)]
            guard losses.isWatched[Int(version.path)], !lines.history.isMerge(Int(version.commit)) else { continue }
            for mark in lines.marks(of: birth) where mark.isTelling {
                guard let line = losses.number(of: PathLine(path: version.path, mark: mark)) else { continue }
                written[line] += 1
                let fixes = losses.owners[line]
                let end = fixes.firstIndex { $0 >= version.commit } ?? fixes.count
                for fix in fixes[max(0, end - Self.latestFixes)..<end] {
                    result[Return(fix: fix, path: version.path, commit: version.commit), default: []].insert(mark)
                }
            }
        }
        return result.reduce(into: [:]) { kept, event in
            kept[event.key] = event.value.filter { mark in
                losses.number(of: PathLine(path: event.key.path, mark: mark)).map { written[$0] <= Self.idiomCount }
                    ?? false
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
