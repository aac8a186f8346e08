import Git
import HashTreeCollections

/// The version of every path at some commit; shared between commits.
typealias TreeState = TreeDictionary<UInt32, VersionNumber>

/// Turns tree changes into versions and edges, commit by commit, parents first.
struct Planner: ~Copyable {
    private(set) var plan: HistoryPlan
    private let history: History
    private var states: [UInt32: TreeState] = [:]
    private var waitingChildren: [UInt32]
    /// For merges.
    private var search = RenameSearch()

    /// - Parameter kept: the plan of the first commits, from which this history goes on; nil where none is known. Nobody else should
    ///   hold it, for it is added to.
    init(history: History, after kept: consuming KeptPlan?) {
        self.history = history
        plan = kept?.plan ?? HistoryPlan()
        if let kept {
            states[UInt32(kept.commitCount - 1)] = TreeState(
                uniqueKeysWithValues: kept.plan.tip.map { ($0.path, $0.version) })
        }
        waitingChildren = Array(repeating: 0, count: history.count)
        for position in 0..<history.count {
            for parent in history.parents(of: position) { waitingChildren[Int(parent)] += 1 }
        }
    }

    /// Adds the next commit, of which a comparison says what it changed.
    mutating func add(
        _ position: Int, _ stage: borrowing TreeStageResult, _ comparison: TreeStageResult.Comparison,
        in repository: borrowing Repository
    ) throws(GitError) {
        let parents = Array(history.parents(of: position))
        let others = parents.dropFirst().map { states[$0]! }
        var placement = CommitPlacement(commit: UInt32(position), state: state(of: parents.first))
        for parent in parents { release(parent) }
        if parents.count > 1 {
            try placement.addMerge(
                stage, range: comparison.range, others: others, tree: history.trees[position],
                trees: parents.map { history.trees[Int($0)] }, to: &plan, search: &search, in: repository)
        } else {
            placement.addChange(stage, range: comparison.range, to: &plan)
        }
        if comparison.isLimited { plan.limitedRenames.append(UInt32(position)) }
        plan.unread.formUnion(comparison.unread)
        plan.firstVersions.append(VersionNumber(plan.versions.count))
        states[UInt32(position)] = placement.finished()
    }

    /// The whole plan, closed with the state of the tip.
    consuming func finished() -> HistoryPlan {
        var plan = plan
        plan.tip = (states[UInt32(history.tip)] ?? [:])
            .map { (path: $0.key, version: $0.value) }
            .sorted { plan.paths[$0.path].lexicographicallyPrecedes(plan.paths[$1.path]) }
        return plan
    }

    /// The last child takes its parent's state over, so that it is changed in place and not copied.
    private mutating func state(of parent: UInt32?) -> TreeState {
        guard let parent else { return [:] }
        return waitingChildren[Int(parent)] == 1 ? states.removeValue(forKey: parent)! : states[parent]!
    }

    private mutating func release(_ parent: UInt32) {
        waitingChildren[Int(parent)] -= 1
        if waitingChildren[Int(parent)] == 0 { states[parent] = nil }
    }
}
