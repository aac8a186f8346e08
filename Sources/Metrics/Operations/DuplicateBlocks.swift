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
        let (blocks, versions) = (facts.lives.blocks, facts.lines.versions)
        let counted = blocks.indices.filter { facts.isCounted(blocks.run(at: $0).version) }
        func commit(at index: Int) -> Int { facts.lines.commit(of: blocks.run(at: index).version) }
        let isRecounted = Self.recounted(facts, known, counted)
        let fresh = counted.filter { isRecounted[commit(at: $0)] }
        var repeated = RepeatFilter(capacity: fresh.reduce(0) { $0 + Int(blocks.run(at: $1).count) })
        for index in fresh { LineWindow.each(blocks[index]) { repeated.insert($0.hash) } }
        var ends = LineEnds(facts.lives, facts.lines, facts.landedAt)
        var standing = StandingWindows()
        var earlier: ArraySlice<EarlierWindow> = []
        if fresh.count < counted.count {
            let others = counted.filter { !isRecounted[commit(at: $0)] }
            earlier =
                EarlierWindow.all(in: others, like: fresh, of: blocks, &repeated, &ends) {
                    known.places[commit(at: $0)]
                }[...]
        }
        var byCommit = known.duplicates
        var windows: [LineWindow] = []
        for (place, commit) in known.order.enumerated() where isRecounted[commit] {
            while let next = earlier.first, next.place < place {
                standing.insert(next.hash, until: next.end)
                earlier.removeFirst()
            }
            byCommit[commit] = Count()
            let own = facts.lines.versions(of: commit)
            var written: [(hash: UInt64, end: Int64)] = []
            for index in fresh[fresh.firstIndexSorted { blocks.run(at: $0).version >= own.lowerBound }...] {
                let version = blocks.run(at: index).version
                guard version < own.upperBound else { break }
                LineWindow.each(blocks[index]) { if repeated.contains($0.hash) { windows.append($0) } }
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

    /// By position: the commits whose blocks are not known, and those that wrote what a commit wrote whose lines count or ended
    /// otherwise than an earlier scan saw.
    ///
    /// - Parameter counted: indices of the blocks that count.
    private static func recounted(_ facts: AuditFacts, _ known: KnownOperations, _ counted: [Int]) -> [Bool] {
        var isRecounted = known.hasDuplicates.map { !$0 }
        guard !known.changed.isEmpty else { return isRecounted }
        let blocks = facts.lives.blocks
        var isChanged = Array(repeating: false, count: isRecounted.count)
        for commit in known.changed { isChanged[commit] = true }
        // Lines that count no longer may have been repeated as well.
        let changed = blocks.indices.filter { isChanged[facts.lines.commit(of: blocks.run(at: $0).version)] }
        let wanted = WantedWindows(changed, of: blocks)
        for index in counted {
            let commit = facts.lines.commit(of: blocks.run(at: index).version)
            if !isRecounted[commit], wanted.meets(blocks[index]) { isRecounted[commit] = true }
        }
        return isRecounted
    }
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
