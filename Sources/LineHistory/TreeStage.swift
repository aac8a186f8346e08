import Git

/// What a run of consecutive commits changed against their first parents.
struct TreeStageResult: Sendable {
    var changes = TreeChanges()
    /// By commit, from the run's first: a range of the changes.
    var ranges: [Range<Int>] = []
    /// By added path of a commit that is no merge: the deleted path that it came from. Both are indices of changes.
    var sources: [Int: Int] = [:]
    /// Positions of commits in which not every pair was compared.
    var limitedRenames: [UInt32] = []
}

/// Compares the trees of all commits with those of their first parents.
enum TreeStage {
    /// Commits a piece; consecutive commits share most of their trees.
    static let pieceLength = 256

    static func pieces(of history: History) -> Int {
        (history.count + pieceLength - 1) / pieceLength
    }

    /// - Parameter piece: counts from the newest commits.
    static func run(piece: Int, of history: History, in repository: borrowing Repository) throws -> TreeStageResult {
        let end = history.count - piece * pieceLength
        let positions = max(0, end - pieceLength)..<end
        var result = TreeStageResult()
        var search = RenameSearch()
        result.ranges = Array(repeating: 0..<0, count: positions.count)
        // Packs keep the newest tree whole and older ones as differences from it, so the newest comes first.
        for position in positions.reversed() {
            let start = result.changes.changes.count
            let parent = history.parents(of: position).first
            try result.changes.append(
                from: parent.map { history.trees[Int($0)] }, to: history.trees[position], in: repository)
            let range = start..<result.changes.changes.count
            result.ranges[position - positions.lowerBound] = range
            if !history.isMerge(position) {
                search.startCommit()
                findSources(of: range, search: &search, result: &result, in: repository)
                if search.wasLimited { result.limitedRenames.append(UInt32(position)) }
            }
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
            of: added.map { result.changes.candidate($0) }, among: deleted.map { result.changes.candidate($0) },
            in: repository)
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
