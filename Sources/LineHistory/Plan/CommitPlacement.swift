import Git

/// Places the changed paths of one commit: which versions they make, and from which they come.
struct CommitPlacement {
    let commit: UInt32
    /// The first parent's tree to begin with, and the commit's at the end.
    private var state: TreeState

    init(commit: UInt32, state: consuming TreeState) {
        self.commit = commit
        self.state = state
    }

    /// The commit's tree.
    consuming func finished() -> TreeState { state }

    /// An old version and the parent that has it.
    private struct Origin {
        let version: VersionNumber
        let parent: Int
        /// The path in the parent's tree, where it is another.
        var renamedFrom: UInt32?
    }

    /// A commit with one parent or none.
    mutating func addChange(_ stage: borrowing TreeStageResult, range: Range<Int>, to plan: inout HistoryPlan) {
        var carried: [Int: HistoryPlan.CarriedDeletion] = [:]
        for index in range {
            let change = stage.changes.changes[index]
            guard let entry = change.new else { continue }
            let path = plan.paths.number(of: stage.changes.path(of: change))
            if let old = change.old {
                if old.kind != entry.kind { delete(path, in: &plan) }
                let origin = old.kind == entry.kind ? state[path] : nil
                state[path] = append(path, entry, origin.map { Origin(version: $0, parent: 0) }, to: &plan)
                continue
            }
            // A deleted path stands in the state until all that came from it is placed.
            guard let source = stage.sources[index],
                case let oldPath = plan.paths.number(of: stage.changes.path(of: stage.changes.changes[source])),
                let origin = state[oldPath]
            else {
                state[path] = append(path, entry, nil, to: &plan)
                continue
            }
            if stage.changes.changes[source].old == entry {
                carried[source, default: .init()].livesOnUnchanged = true
                plan.unchangedMoves.append((commit, origin, path))
                state[path] = origin
            } else {
                state[path] = append(
                    path, entry, Origin(version: origin, parent: 0, renamedFrom: oldPath), to: &plan)
                carried[source, default: .init()].edges.append(UInt32(plan.edges.count - 1))
            }
        }
        for index in range where stage.changes.changes[index].new == nil {
            let path = plan.paths.number(of: stage.changes.path(of: stage.changes.changes[index]))
            if let version = delete(path, in: &plan), let carried = carried[index] {
                plan.carriedDeletions[version] = carried
            }
            state[path] = nil
        }
    }

    /// A merge: a path whose blob some parent has is that parent's, whole; only the others make a version.
    ///
    /// - Parameters:
    ///   - others: the states of the parents but the first.
    ///   - tree: the merge's own.
    ///   - trees: those of all parents.
    ///   - search: that of the merges before, which may know some contents.
    mutating func addMerge(
        _ stage: borrowing TreeStageResult, range: Range<Int>, others: [TreeState], tree: ObjectID, trees: [ObjectID],
        to plan: inout HistoryPlan, search: inout RenameSearch, in repository: borrowing Repository
    ) throws(GitError) {
        let before = state
        search.startCommit()
        var renames = MergeRenames(tree: tree, trees: trees)
        var carried: [UInt32: HistoryPlan.CarriedDeletion] = [:]
        for index in range {
            let change = stage.changes.changes[index]
            guard let entry = change.new else { continue }
            let bytes = stage.changes.path(of: change)
            let path = plan.paths.number(of: bytes)
            let standing = ([before] + others).map {
                $0[path].flatMap { plan.versions[Int($0)].entry?.kind == entry.kind ? $0 : nil }
            }
            if let whole = standing.first(where: { $0.map { plan.versions[Int($0)].entry == entry } ?? false }) {
                state[path] = whole
                continue
            }
            var origins: [Origin] = []
            var whole: VersionNumber?
            for (parent, version) in standing.enumerated() {
                if let version {
                    origins.append(Origin(version: version, parent: parent))
                } else if let source = try renames.source(
                    of: Array(bytes), entry, parent: parent, search: &search, in: repository),
                    case let number = plan.paths.number(of: source[...]),
                    let version = (parent == 0 ? before : others[parent - 1])[number]
                {
                    if plan.versions[Int(version)].entry == entry {
                        whole = version
                        if parent == 0 { carried[number, default: .init()].livesOnUnchanged = true }
                        break
                    }
                    origins.append(Origin(version: version, parent: parent, renamedFrom: number))
                }
            }
            if let whole {
                state[path] = whole
                continue
            }
            let first = plan.edges.count
            state[path] = append(path, entry, of: origins, to: &plan)
            if let origin = origins.first, origin.parent == 0, let source = origin.renamedFrom {
                carried[source, default: .init()].edges.append(UInt32(first))
            }
        }
        if search.wasLimited { plan.limitedRenames.append(commit) }
        plan.unread.formUnion(search.unread)
        for index in range where stage.changes.changes[index].new == nil {
            let path = plan.paths.number(of: stage.changes.path(of: stage.changes.changes[index]))
            if let version = delete(path, in: &plan), let carried = carried[path] {
                plan.carriedDeletions[version] = carried
            }
            state[path] = nil
        }
    }

    /// A version that comes from one other at most.
    private func append(
        _ path: UInt32, _ entry: TreeEntry?, _ origin: Origin?, to plan: inout HistoryPlan
    ) -> VersionNumber {
        let number = VersionNumber(plan.versions.count)
        plan.versions.append(FileVersion(commit: commit, path: path, entry: entry, firstEdge: UInt32(plan.edges.count)))
        if let origin { addEdge(from: origin, to: number, in: &plan) }
        return number
    }

    /// - Parameter origins: in the order of parents; of two equal blobs the first counts.
    private func append(
        _ path: UInt32, _ entry: TreeEntry, of origins: [Origin], to plan: inout HistoryPlan
    ) -> VersionNumber {
        let number = append(path, entry, nil, to: &plan)
        var seen: [TreeEntry] = []
        for origin in origins {
            if let old = plan.versions[Int(origin.version)].entry {
                if seen.contains(old) { continue }
                seen.append(old)
            }
            addEdge(from: origin, to: number, in: &plan)
        }
        return number
    }

    private func addEdge(from origin: Origin, to version: VersionNumber, in plan: inout HistoryPlan) {
        plan.edges.append(
            VersionEdge(
                old: origin.version, new: version, parent: UInt16(clamping: origin.parent),
                isRename: origin.renamedFrom != nil))
    }

    @discardableResult
    private func delete(_ path: UInt32, in plan: inout HistoryPlan) -> VersionNumber? {
        guard let old = state[path] else { return nil }
        return append(path, nil, Origin(version: old, parent: 0), to: &plan)
    }
}

/// Renames between a merge and its parents, searched only when a path asks for them.
private struct MergeRenames {
    let tree: ObjectID
    let trees: [ObjectID]
    private var deleted: [Int: RenameSources] = [:]

    init(tree: ObjectID, trees: [ObjectID]) {
        self.tree = tree
        self.trees = trees
    }

    /// The path in a parent's tree that a path of the merge came from.
    mutating func source(
        of path: [UInt8], _ entry: TreeEntry, parent: Int, search: inout RenameSearch,
        in repository: borrowing Repository
    ) throws(GitError) -> [UInt8]? {
        if deleted[parent] == nil {
            var changes = TreeChanges()
            try changes.append(from: trees[parent], to: tree, in: repository)
            deleted[parent] = RenameSources(
                changes.changes.indices.filter { changes.changes[$0].new == nil }.map { changes.candidate($0) })
        }
        let sources = deleted[parent]!
        guard !sources.candidates.isEmpty else { return nil }
        let found = search.sources(of: [RenameCandidate(path: path, entry: entry)], among: sources, in: repository)
        return found[0].map { sources.candidates[$0].path }
    }
}
