import Git
import LineHistory

/// Sorts the lines of one commit's change into operations.
///
/// A pair that is surer goes first: unchanged but for white space, then moved, then updated; what is left on one side was copied,
/// added or deleted.
struct OperationSorter {
    private let lines: CommitLines
    private var added: [LineState]
    private var removed: [LineState]
    private var twins: TwinLines
    private(set) var counts = OperationCounts()

    /// So often a commit has to replace one word by another for a find and replace.
    private static let replacements = 3
    /// So many lines that would be equal by chance have to stand together to have moved.
    private static let shortestRun = 3
    /// So many places are tried for such lines.
    private static let mostTries = 8

    /// - Parameter isCounted: whether the lines of a version count.
    init(_ lines: CommitLines, isCounted: (VersionNumber) -> Bool) {
        self.lines = lines
        let added = Self.states(lines.added, isCounted)
        let removed = Self.states(lines.removed, isCounted)
        self.added = added
        self.removed = removed
        counts[.noOp] = lines.added.count { $0.continues && $0.mark.isMeaningful && isCounted($0.version) }
        twins = TwinLines(
            lines, added: added.indices.filter { added[$0] == .open },
            removed: removed.indices.filter { removed[$0] == .open })
        if twins.haveMoves {
            settleMoves(from: { $0.isInformative }, shortest: 1)
            settleMoves(from: \.hasWords, shortest: Self.shortestRun)
        }
        settleUpdates()
        settleCopies()
    }

    /// Indices of removed lines that were deleted, for good as far as the commit shows.
    var deleted: [Int] { removed.indices.filter { removed[$0] == .open } }

    /// Indices of added lines that are neither moved, updated nor copied.
    var written: [Int] { added.indices.filter { added[$0] == .open } }

    private static func states(_ lines: [ChangedLine], _ isCounted: (VersionNumber) -> Bool) -> [LineState] {
        var version: VersionNumber?
        var counts = true
        return lines.map { line in
            if line.version != version {
                version = line.version
                counts = isCounted(line.version)
            }
            return counts && line.mark.isMeaningful && !line.continues ? .open : .settled
        }
    }

    /// Pairs of equal lines, and the equal lines next to them.
    private mutating func settleMoves(from isAnchor: (LineMark) -> Bool, shortest: Int) {
        for old in removed.indices where removed[old] == .open && isAnchor(lines.removed[old].mark) {
            let mark = lines.removed[old].mark
            for new in twins.candidates(for: mark, limit: Self.mostTries, among: added) {
                let run = run(from: old, new)
                guard run.count >= shortest else { continue }
                for (old, new) in run {
                    removed[old] = .settled
                    added[new] = .settled
                }
                counts[.moved] += run.count
                break
            }
        }
    }

    /// The open lines around a pair that are equal in turn; blank lines are passed over.
    private func run(from old: Int, _ new: Int) -> [(Int, Int)] {
        var result = [(old, new)]
        for step in [1, -1] {
            var (left, right) = (old + step, new + step)
            while removed.indices.contains(left), added.indices.contains(right),
                lines.removed[left].run == lines.removed[old].run, lines.added[right].run == lines.added[new].run,
                lines.removed[left].mark == lines.added[right].mark
            {
                if lines.removed[left].mark.isMeaningful {
                    guard removed[left] == .open && added[right] == .open else { break }
                    result.append((left, right))
                }
                (left, right) = (left + step, right + step)
            }
        }
        return result
    }

    private mutating func settleUpdates() {
        let updates = lines.updates.filter { removed[$0.removed] == .open && added[$0.added] == .open }
        var frequencies: [UInt32: Int] = [:]
        for update in updates where update.substitution != 0 { frequencies[update.substitution, default: 0] += 1 }
        for update in updates {
            removed[update.removed] = .settled
            added[update.added] = .settled
            let isReplacement = frequencies[update.substitution] ?? 0 >= Self.replacements
            counts[isReplacement ? .findReplaced : .updated] += 1
        }
    }

    private mutating func settleCopies() {
        for new in added.indices where added[new] == .open && lines.added[new].mark.kind == .informative {
            guard twins.standsInTwoRuns(lines.added[new].mark) else { continue }
            added[new] = .settled
            counts[.copyPasted] += 1
        }
        counts[.added] = added.count { $0 == .open }
        counts[.deleted] = removed.count { $0 == .open }
    }
}

extension LineMark {
    /// Whether two lines with this mark are hardly equal by chance.
    var isInformative: Bool { kind == .informative || kind == .dependency }
}

/// What became of a line so far.
private enum LineState {
    case open
    /// A blank line, a line of an excluded file, or a line that is sorted already.
    case settled
}

/// The added lines of a commit that are equal to other changed lines of it, by their number.
private struct TwinLines {
    private struct Group {
        /// Indices of added lines, ascending.
        var added: [Int] = []
        /// How many of the first are known to be in a pair.
        var used = 0
        var isRemovedToo = false
        var standsInTwoRuns = false
    }

    private var groups: [UInt32: Group] = [:]
    /// Whether some removed line is equal to an added one.
    private(set) var haveMoves = false

    /// So many lines of a group are looked at for an open one.
    private static let mostProbes = 64
    private static let removedSide: UInt64 = 1 << 32

    /// - Parameters:
    ///   - added: indices of added lines that take part.
    ///   - removed: likewise, of removed ones.
    init(_ lines: CommitLines, added: some Sequence<Int>, removed: some Sequence<Int>) {
        // A line's number, its side and its index, in this order of weight: sorted, equal lines stand together.
        var keys: [UInt64] = []
        for index in added where lines.added[index].mark.hasWords {
            keys.append(Self.key(lines.added[index].mark) | UInt64(index))
        }
        for index in removed where lines.removed[index].mark.hasWords {
            keys.append(Self.key(lines.removed[index].mark) | Self.removedSide | UInt64(index))
        }
        // Most lines are equal to no other.
        var repeated = RepeatFilter(capacity: keys.count)
        for key in keys { repeated.insert(Self.hash(key)) }
        keys = keys.filter { repeated.contains(Self.hash($0)) }
        keys.sort()
        var start = 0
        while start < keys.count {
            var end = start + 1
            while end < keys.count && keys[end] >> 33 == keys[start] >> 33 { end += 1 }
            if end - start > 1 { add(keys[start..<end], lines) }
            start = end
        }
    }

    private static func key(_ mark: LineMark) -> UInt64 { UInt64(mark.number) << 33 }

    /// Of a key, without regard to side and index.
    private static func hash(_ key: UInt64) -> UInt64 { Checksum.mixed(0, key >> 33) }

    private mutating func add(_ keys: ArraySlice<UInt64>, _ lines: CommitLines) {
        var group = Group()
        group.added = keys.prefix { $0 & Self.removedSide == 0 }.map { Int($0 & 0xFFFF_FFFF) }
        guard let first = group.added.first, let last = group.added.last else { return }
        group.isRemovedToo = group.added.count < keys.count
        // Runs are numbered in the order of lines.
        group.standsInTwoRuns = lines.added[first].run != lines.added[last].run
        guard group.isRemovedToo || group.standsInTwoRuns else { return }
        if group.isRemovedToo { haveMoves = true }
        groups[UInt32(truncatingIfNeeded: keys[keys.startIndex] >> 33)] = group
    }

    /// Whether an added line is equal to one in another hunk.
    func standsInTwoRuns(_ mark: LineMark) -> Bool { groups[mark.number]?.standsInTwoRuns ?? false }

    /// The first added lines that are equal to a removed one and open still.
    mutating func candidates(for mark: LineMark, limit: Int, among states: [LineState]) -> [Int] {
        guard var group = groups[mark.number], group.isRemovedToo else { return [] }
        while group.used < group.added.count && states[group.added[group.used]] == .settled { group.used += 1 }
        groups[mark.number]?.used = group.used
        return Array(
            group.added[group.used...].prefix(Self.mostProbes).lazy.filter { states[$0] == .open }.prefix(limit))
    }
}
