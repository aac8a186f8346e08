import Git

/// What is compared: a commit's tree with that of its first parent.
struct TreeKey: Hashable, Sendable {
    let old: ObjectID?
    let new: ObjectID
    /// For a merge, renames are looked for later and otherwise.
    let isMerge: Bool

    init(old: ObjectID?, new: ObjectID, isMerge: Bool) {
        self.old = old
        self.new = new
        self.isMerge = isMerge
    }

    init(_ position: Int, of history: History) {
        old = history.parents(of: position).first.map { history.trees[Int($0)] }
        new = history.trees[position]
        isMerge = history.isMerge(position)
    }
}

/// What some commits changed against their first parents.
struct TreeStageResult: Sendable {
    /// One comparison.
    struct Comparison: Sendable {
        let key: TreeKey
        /// A range of the changes.
        let range: Range<Int>
        /// Whether not every pair of files was compared.
        let isLimited: Bool
        /// Files that could not be read, ascending.
        let unread: [ObjectID]

        /// Whether the comparison would come out the same at any time.
        var isLasting: Bool { unread.isEmpty }
    }

    var changes = TreeChanges()
    var comparisons: [Comparison] = []
    /// By added path of a commit that is no merge: the deleted path that it came from. Both are indices of changes.
    var sources: [Int: Int] = [:]
}

/// Compares the trees of commits with those of their first parents.
enum TreeStage {
    /// Commits a piece; consecutive commits share most of their trees.
    static let pieceLength = 256

    /// - Parameter keys: of the newest commits first: packs keep the newest tree whole and older ones as differences from it.
    static func run(_ keys: [TreeKey], in repository: borrowing Repository) throws -> TreeStageResult {
        var result = TreeStageResult()
        var search = RenameSearch()
        for key in keys {
            let start = result.changes.changes.count
            try result.changes.append(from: key.old, to: key.new, in: repository)
            let range = start..<result.changes.changes.count
            search.startCommit()
            if !key.isMerge { findSources(of: range, search: &search, result: &result, in: repository) }
            result.comparisons.append(
                TreeStageResult.Comparison(
                    key: key, range: range, isLimited: search.wasLimited, unread: search.unread.sorted()))
        }
        return result
    }

    private static func findSources(
        of range: Range<Int>, search: inout RenameSearch, result: inout TreeStageResult,
        in repository: borrowing Repository
    ) {
        let added = range.filter { result.changes.changes[$0].old == nil }
        let deleted = range.filter { result.changes.changes[$0].new == nil }
        guard !added.isEmpty && !deleted.isEmpty else { return }
        let found = search.sources(
            of: added.map { result.changes.candidate($0) },
            among: RenameSources(deleted.map { result.changes.candidate($0) }), in: repository)
        for (target, source) in zip(added, found) {
            if let source { result.sources[target] = deleted[source] }
        }
    }
}

extension TreeChanges {
    /// An added or deleted path, for the search for renames.
    func candidate(_ index: Int) -> RenameCandidate {
        let change = changes[index]
        return RenameCandidate(path: Array(path(of: change)), entry: (change.old ?? change.new)!)
    }
}
