import Git
import LineHistory

/// Finds blocks of added lines that stand elsewhere in the tree already; see METRICS §4.
///
/// A block is five meaningful lines or more that were written together, three of each five with two words or more: licences,
/// imports and closing brackets are no duplicates. What it repeats was written together as well, by a commit that landed before, and
/// stands when the block lands. Lines that a merge dropped stand nowhere: what two branches wrote alike is written once.
package struct DuplicateBlocks: Sendable {
    /// Blocks, and the lines in them.
    package struct Count: Hashable, Sendable, BitwiseCopyable {
        package internal(set) var blocks = 0
        package internal(set) var lines = 0

        static func += (sum: inout Count, other: Count) {
            sum.blocks += other.blocks
            sum.lines += other.lines
        }
    }

    /// By commit position.
    let byCommit: [Count]

    /// - Parameter paths: by number, those in which blocks are counted, wherever the lines that they repeat stand; `nil` for all.
    init(_ facts: AuditFacts, _ known: KnownOperations, paths: [Bool]? = nil) {
        let (births, versions) = (facts.lives.births, facts.lines.versions)
        // Few runs are long enough for a window.
        let long = births.indices.filter { index in
            let run = births.run(at: index)
            return run.count >= LineWindow.length && facts.isCounted(run)
        }
        let isFresh = long.map { !known.isKnown[Int(versions[Int(births.run(at: $0).version)].commit)] }
        let fresh = zip(long, isFresh).filter(\.1).map(\.0)
        var repeated = RepeatFilter(capacity: fresh.reduce(0) { $0 + Int(births.run(at: $1).count) })
        for index in fresh { LineWindow.each(births[index]) { repeated.insert($0.hash) } }
        var standing = StandingWindows()
        let ends = LineEnds(facts.lives, facts.lines, facts.landedAt)
        if fresh.count < long.count {
            standing.insert(zip(long, isFresh).filter { !$0.1 }.map(\.0), like: fresh, of: births, &repeated, ends)
        }
        var byCommit = known.duplicates
        var windows: [LineWindow] = []
        for commit in known.order[known.count...] {
            let own = facts.lines.versions(of: commit)
            var written: [(hash: UInt64, end: Int64)] = []
            for index in fresh[fresh.firstIndexSorted { births.run(at: $0).version >= own.lowerBound }...] {
                let version = births.run(at: index).version
                guard version < own.upperBound else { break }
                LineWindow.each(births[index]) { if repeated.contains($0.hash) { windows.append($0) } }
                var count = BlockCounter()
                for window in windows {
                    guard let end = ends.end(of: window.run) else { continue }
                    written.append((window.hash, end))
                    if standing.contains(window.hash, after: facts.landedAt[commit]) { count.add(window) }
                }
                windows.removeAll(keepingCapacity: true)
                if paths?[Int(versions[Int(version)].path)] ?? true { byCommit[commit] += count.total }
            }
            for (hash, end) in written { standing.insert(hash, until: end) }
        }
        self.byCommit = byCommit
    }
}

/// Five consecutive meaningful lines that were written together.
private struct LineWindow {
    let hash: UInt64
    /// All that was written together, and where the window's lines begin and end there.
    private let whole: LineRun
    private let first: Int
    private let last: Int
    /// Of the first line, among the meaningful ones written together.
    let number: Int

    /// The lines, blank ones between them included.
    var run: LineRun { whole.part(UInt32(first), UInt32(last - first + 1)) }

    static let length = 5
    private static let fewestInformative = 3

    /// Calls `body` for each window of lines written together, top to bottom.
    static func each(_ birth: (run: LineRun, marks: ArraySlice<LineMark>), _ body: (LineWindow) -> Void) {
        let marks = birth.marks.span
        guard marks.count >= length else { return }
        var (hash, informative, held, number) = (UInt64(0), 0, 0, 0)
        var first = 0
        for index in marks.indices where marks[index].isMeaningful {
            if held == 0 { first = index }
            if held == length {
                hash &-= UInt64(marks[first].number) &* weightOfFirst
                if marks[first].kind == .informative { informative -= 1 }
                repeat { first += 1 } while !marks[first].isMeaningful
                number += 1
            } else {
                held += 1
            }
            hash = hash &* weight &+ UInt64(marks[index].number)
            if marks[index].kind == .informative { informative += 1 }
            if held == length && informative >= fewestInformative {
                body(
                    LineWindow(
                        hash: Checksum.mixed(0, hash), whole: birth.run, first: first, last: index, number: number))
            }
        }
    }

    /// Whether some window may hold nothing but certain lines. Of every window one line is looked at, and those around it only
    /// where it is one of them.
    static func mayHold(only lines: RepeatFilter, _ birth: (run: LineRun, marks: ArraySlice<LineMark>)) -> Bool {
        let marks = birth.marks.span
        for index in stride(from: length - 1, to: marks.count, by: length) {
            // A window that goes on over a blank line goes on to the next that is none.
            var end = index
            while end < marks.count, !marks[end].isMeaningful { end += 1 }
            var (start, held) = (end, 0)
            while end < marks.count, held < length, !marks[end].isMeaningful || lines.hasMet(hash(of: marks[end])) {
                if marks[end].isMeaningful { held += 1 }
                end += 1
            }
            guard held > 0 else { continue }
            while start > 0, held < length, !marks[start - 1].isMeaningful || lines.hasMet(hash(of: marks[start - 1])) {
                start -= 1
                if marks[start].isMeaningful { held += 1 }
            }
            if held == length { return true }
        }
        return false
    }

    /// The hash of a single line.
    static func hash(of mark: LineMark) -> UInt64 { Checksum.mixed(0, UInt64(mark.number)) }

    /// Of the lines' numbers in the hash, a polynomial: what falls out of the window can be taken away again.
    private static let weight: UInt64 = 0x9E37_79B9_7F4A_7C15
    private static let weightOfFirst = weight &* weight &* weight &* weight
}

/// Joins windows that share lines to blocks.
private struct BlockCounter {
    private(set) var total = DuplicateBlocks.Count()
    /// The last window of the block.
    private var last: Int?

    mutating func add(_ window: LineWindow) {
        if let last, window.number - last < LineWindow.length {
            total.lines += window.number - last
        } else {
            total.blocks += 1
            total.lines += LineWindow.length
        }
        last = window.number
    }
}

/// The windows that stand in the tree, as time goes on.
private struct StandingWindows {
    private var hashes = NumberedKeys()
    /// By number of the hash: until when the last such window stands.
    private var ends: [Int64] = []

    /// Inserts the windows of some births that others repeat.
    ///
    /// - Parameters:
    ///   - known: indices of births, as `fresh` are.
    ///   - repeated: has met the windows of `fresh` once.
    mutating func insert(
        _ known: [Int], like fresh: [Int], of births: WrittenLines, _ repeated: inout RepeatFilter, _ ends: LineEnds
    ) {
        var wanted = NumberedKeys()
        var lines = RepeatFilter(capacity: fresh.reduce(0) { $0 + Int(births.run(at: $1).count) })
        for index in fresh {
            LineWindow.each(births[index]) { _ = wanted.insert($0.hash) }
            for mark in births[index].marks { lines.insert(LineWindow.hash(of: mark)) }
        }
        var windows: [LineWindow] = []
        for index in known where LineWindow.mayHold(only: lines, births[index]) {
            LineWindow.each(births[index]) { if repeated.insertAgain($0.hash) { windows.append($0) } }
            for window in windows where wanted.number(of: window.hash) != nil {
                if let end = ends.end(of: window.run) { insert(window.hash, until: end) }
            }
            windows.removeAll(keepingCapacity: true)
        }
    }

    mutating func insert(_ hash: UInt64, until end: Int64) {
        let number = hashes.insert(hash)
        if number < ends.count { ends[number] = max(ends[number], end) } else { ends.append(end) }
    }

    /// Whether such a window stands still when a moment has passed.
    func contains(_ hash: UInt64, after moment: Int64) -> Bool {
        hashes.number(of: hash).map { ends[$0] > moment } ?? false
    }
}

/// Until when lines stand.
private struct LineEnds {
    private let lives: LineLives
    private let lines: LineHistory
    private let landedAt: [Int64]

    init(_ lives: LineLives, _ lines: LineHistory, _ landedAt: [Int64]) {
        self.lives = lives
        self.lines = lines
        self.landedAt = landedAt
    }

    /// When the first of some lines was removed; the far future if all stand, nil if a merge dropped any.
    func end(of run: LineRun) -> Int64? {
        let deaths = lives.deaths
        var index = deaths.firstIndexSorted { ($0.run.version, $0.run.end) > (run.version, run.line) }
        var first = Int64.max
        var known: UInt32 = 0
        while index < deaths.count, deaths[index].run.version == run.version, deaths[index].run.line < run.end {
            first = min(first, landedAt[lines.commit(of: deaths[index].by)])
            known += min(deaths[index].run.end, run.end) - max(deaths[index].run.line, run.line)
            index += 1
        }
        let standing = lives.standing
        index = standing.firstIndexSorted { ($0.version, $0.end) > (run.version, run.line) }
        while index < standing.count, standing[index].version == run.version, standing[index].line < run.end {
            known += min(standing[index].end, run.end) - max(standing[index].line, run.line)
            index += 1
        }
        return known == run.count ? first : nil
    }
}
