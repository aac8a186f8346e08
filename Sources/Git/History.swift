import HeapModule

/// The commits that can be reached from one commit, parents before children.
///
/// A commit is known by its *position* in this order, four bytes wide.
package struct History: Sendable {
    /// Object names by position.
    package let ids: [ObjectID]
    /// Root trees by position.
    package let trees: [ObjectID]
    /// Committer dates by position, seconds since 1970, UTC.
    package let committedAt: [Int64]
    /// Parents that the commits name and the repository does not hold, in the order in which they were missed.
    package let missingParents: [ObjectID]
    /// Root trees that the repository does not hold; each such commit is taken to have the tree of its first parent.
    package let missingTrees: [ObjectID]
    fileprivate let parentPositions: [UInt32]
    fileprivate let parentStarts: [UInt32]

    /// A history without commits.
    package static let empty = History(
        ids: [], trees: [], committedAt: [], missingParents: [], missingTrees: [], parentPositions: [],
        parentStarts: [0])

    /// The number of commits.
    package var count: Int { ids.count }

    /// The position of the commit that everything was reached from.
    package var tip: Int { count - 1 }

    /// How many of the first commits have the names that are given, one after the other.
    package func sameCount(as names: [ObjectID]) -> Int {
        let most = min(count, names.count)
        return (0..<most).first { ids[$0] != names[$0] } ?? most
    }

    /// The positions of a commit's parents, in the commit's own order.
    package func parents(of position: Int) -> ArraySlice<UInt32> {
        parentPositions[Int(parentStarts[position])..<Int(parentStarts[position + 1])]
    }

    /// The positions of the tip, of its first parent, of that one's first parent and so on.
    package var trunk: [Int] {
        var trunk: [Int] = []
        var next = count > 0 ? tip : nil
        while let position = next {
            trunk.append(position)
            next = parents(of: position).first.map(Int.init)
        }
        return trunk
    }

    /// Whether a commit has two parents or more.
    package func isMerge(_ position: Int) -> Bool {
        parentStarts[position + 1] - parentStarts[position] > 1
    }

    /// The positions of all commits by object name.
    package func positions() -> [ObjectID: UInt32] {
        var result: [ObjectID: UInt32] = [:]
        result.reserveCapacity(count)
        for (position, id) in ids.enumerated() { result[id] = UInt32(position) }
        return result
    }
}

/// What is known of a commit without reading it.
package struct KnownCommit {
    let tree: ObjectID
    let parents: [ObjectID]
    let committedAt: Int64

    /// - Parameter committedAt: seconds since 1970, UTC.
    package init(tree: ObjectID, parents: [ObjectID], committedAt: Int64) {
        self.tree = tree
        self.parents = parents
        self.committedAt = committedAt
    }
}

extension History {
    /// Reads every commit that `tip` reaches, each once.
    ///
    /// The order is that of `git rev-list --date-order --reverse`.
    ///
    /// - Parameters:
    ///   - expected: how many commits there are at least, as far as can be told.
    ///   - allowsMissing: whether a parent that the repository does not hold is noted rather than an error.
    ///   - known: what an earlier run found out about a commit, which is then not read; nil for what it does not know.
    ///   - read: told each of the others.
    /// - Returns: the history; and by position, the how manieth commit that was known or read that one was, from 0.
    /// - Throws: ``GitError``, or what `known` and `read` throw. A failure never shortens the history.
    package static func read(
        from tip: ObjectID, in repository: borrowing Repository, expected: Int = 0, allowsMissing: Bool = false,
        known: (ObjectID) throws -> KnownCommit? = { _ in nil }, read: (CommitRecord) throws -> Void = { _ in }
    ) throws -> (history: History, order: [Int]) {
        var graph = DiscoveredCommits(expected: expected + expected / 16)
        graph.discover(tip)
        while let id = graph.next {
            if let known = try known(id) {
                graph.add(tree: known.tree, date: known.committedAt, parents: known.parents, hasTree: true)
            } else if let record = try commit(id, in: repository, allowsMissing: allowsMissing && id != tip) {
                let hasTree = try !allowsMissing || isPresent(record.tree, in: repository)
                graph.add(
                    tree: record.tree, date: record.committer.seconds, parents: record.parents, hasTree: hasTree)
                try read(record)
            } else {
                graph.addMissing(id)
            }
        }
        return graph.inOrder()
    }

    private static func isPresent(_ tree: ObjectID, in repository: borrowing Repository) throws(GitError) -> Bool {
        do {
            _ = try repository.size(of: tree, .tree)
            return true
        } catch .missingObject {
            return false
        }
    }

    private static func commit(
        _ id: ObjectID, in repository: borrowing Repository, allowsMissing: Bool
    ) throws(GitError) -> CommitRecord? {
        do {
            let object = try repository.read(id, .commit)
            return try CommitRecord(id: id, bytes: object.bytes)
        } catch .missingObject where allowsMissing {
            return nil
        }
    }
}

/// Commits in the order of discovery, before they are put in topological order.
private struct DiscoveredCommits {
    private var ids: [ObjectID] = []
    private var numbers: [ObjectID: UInt32] = [:]
    /// By number, as far as commits were added or missed.
    private var isMissing: [Bool] = []
    private var trees: [ObjectID] = []
    private var dates: [Int64] = []
    private var parents: [UInt32] = []
    private var parentStarts: [Int] = [0]
    private var missing: [ObjectID] = []
    private var missingTrees: Set<ObjectID> = []

    /// - Parameter expected: how many commits there will be, as far as can be told.
    init(expected: Int) {
        numbers.reserveCapacity(expected)
    }

    /// The first commit that was discovered and not yet added.
    var next: ObjectID? {
        isMissing.count < ids.count ? ids[isMissing.count] : nil
    }

    @discardableResult
    mutating func discover(_ id: ObjectID) -> UInt32 {
        if let known = numbers[id] { return known }
        let number = UInt32(ids.count)
        numbers[id] = number
        ids.append(id)
        return number
    }

    mutating func add(tree: ObjectID, date: Int64, parents own: [ObjectID], hasTree: Bool) {
        if !hasTree { missingTrees.insert(tree) }
        for parent in own {
            let number = discover(parent)
            if !parents[parentStarts[isMissing.count]...].contains(number) { parents.append(number) }
        }
        append(tree: tree, date: date, isMissing: false)
    }

    mutating func addMissing(_ id: ObjectID) {
        append(tree: .emptyTree, date: 0, isMissing: true)
        missing.append(id)
    }

    private mutating func append(tree: ObjectID, date: Int64, isMissing: Bool) {
        trees.append(tree)
        dates.append(date)
        parentStarts.append(parents.count)
        self.isMissing.append(isMissing)
    }

    private func parents(of number: UInt32) -> ArraySlice<UInt32> {
        parents[parentStarts[Int(number)]..<parentStarts[Int(number) + 1]]
    }

    /// Puts the commits in order: among those whose children have all been placed, the newest committer date is next, and
    /// of equal dates the one that was ready first; then all is reversed.
    ///
    /// - Returns: the history; and by position, the how manieth of those that were added a commit was.
    func inOrder() -> (history: History, order: [Int]) {
        var waiting = [UInt32](repeating: 0, count: ids.count)
        for parent in parents { waiting[Int(parent)] += 1 }
        var ready = Heap<Ready>()
        var order: [UInt32] = []
        order.reserveCapacity(ids.count)
        var arrivals = 0
        func arrive(_ number: UInt32) {
            guard !isMissing[Int(number)] else { return }
            ready.insert(Ready(date: dates[Int(number)], arrival: arrivals, number: number))
            arrivals += 1
        }
        arrive(0)
        while let first = ready.popMax() {
            order.append(first.number)
            for parent in parents(of: first.number) {
                waiting[Int(parent)] -= 1
                if waiting[Int(parent)] == 0 { arrive(parent) }
            }
        }
        order.reverse()
        var added: [Int] = []
        added.reserveCapacity(ids.count)
        for isMissing in isMissing { added.append((added.last ?? -1) + (isMissing ? 0 : 1)) }
        return (placed(order), order.map { added[Int($0)] })
    }

    private func placed(_ order: [UInt32]) -> History {
        var positions = [UInt32](repeating: 0, count: ids.count)
        for (position, number) in order.enumerated() { positions[Int(number)] = UInt32(position) }
        var parentPositions: [UInt32] = []
        parentPositions.reserveCapacity(parents.count)
        var parentStarts: [UInt32] = [0]
        parentStarts.reserveCapacity(order.count + 1)
        var trees: [ObjectID] = []
        trees.reserveCapacity(order.count)
        for number in order {
            let start = parentPositions.count
            for parent in parents(of: number) where !isMissing[Int(parent)] {
                parentPositions.append(positions[Int(parent)])
            }
            let tree = self.trees[Int(number)]
            if missingTrees.contains(tree) {
                trees.append(parentPositions[start...].first.map { trees[Int($0)] } ?? .emptyTree)
            } else {
                trees.append(tree)
            }
            parentStarts.append(UInt32(parentPositions.count))
        }
        return History(
            ids: order.map { ids[Int($0)] }, trees: trees, committedAt: order.map { dates[Int($0)] },
            missingParents: missing, missingTrees: missingTrees.sorted(),
            parentPositions: parentPositions, parentStarts: parentStarts)
    }
}

/// A commit all of whose children have been placed.
private struct Ready: Comparable {
    let date: Int64
    let arrival: Int
    let number: UInt32

    static func < (left: Ready, right: Ready) -> Bool {
        left.date != right.date ? left.date < right.date : left.arrival > right.arrival
    }
}
