/// What of an earlier scan still holds: the counts of all commits that landed before a moment, and the duplicates of those whose own
/// lines, and all that are written alike, count and ended as they did then.
struct KnownOperations: Sendable {
    /// Commit positions in the order of landing.
    let order: [Int]
    /// By position: the commit's place in ``order``.
    let places: [Int]
    /// Of how many of the first in ``order`` the counts are known.
    let count: Int
    /// By position; of commits that are not known nothing.
    let counts: [OperationCounts]
    private let returns: [Restorations.Return]
    /// By position; they hold where no commit that is ``changed`` wrote lines alike.
    let duplicates: [DuplicateBlocks.Count]
    /// By position: whether the earlier scan knew the commit, and it is not ``changed``.
    let hasDuplicates: [Bool]
    /// Positions of commits that the earlier scan knew, whose lines count or ended otherwise than then.
    let changed: [Int]

    /// - Parameters: see ``LineOperations`` and ``KeptOperations``.
    init(
        _ facts: AuditFacts, _ earlier: KeptOperations?, same: Int, limit: Int64, exclusions: [UInt64], fates: [UInt64]
    ) {
        let commits = facts.history.count
        var counts = [OperationCounts](repeating: OperationCounts(), count: commits)
        var duplicates = [DuplicateBlocks.Count](repeating: DuplicateBlocks.Count(), count: commits)
        var hasDuplicates = [Bool](repeating: false, count: commits)
        var changed: [Int] = []
        var returns: [Restorations.Return] = []
        var known = 0
        order = Landing.order(facts.landedAt)
        var places = [Int](repeating: 0, count: commits)
        for (place, commit) in order.enumerated() { places[commit] = place }
        if let earlier {
            let wasThere = { (commit: Int) in commit < same && facts.landedAt[commit] < limit }
            let hasSameExclusions = { (commit: Int) in exclusions[commit] == earlier.exclusions[commit] }
            // How lines ended says nothing of what a commit did to them.
            known = order.firstIndex { !wasThere($0) || !hasSameExclusions($0) } ?? order.count
            // Of commits that landed together all are known or none.
            while known > 0, known < order.count, facts.landedAt[order[known - 1]] == facts.landedAt[order[known]] {
                known -= 1
            }
            for commit in order[..<known] { counts[commit] = earlier.counts[commit] }
            let end = known < order.count ? facts.landedAt[order[known]] : .max
            returns = Array(earlier.returns.prefix { facts.landedAt[Int($0.restored)] < end })
            for commit in 0..<min(same, commits) where wasThere(commit) {
                if hasSameExclusions(commit), fates[commit] == earlier.fates[commit] {
                    hasDuplicates[commit] = true
                    duplicates[commit] = earlier.duplicates[commit]
                } else {
                    changed.append(commit)
                }
            }
        }
        self.places = places
        self.counts = counts
        self.returns = returns
        self.duplicates = duplicates
        self.hasDuplicates = hasDuplicates
        self.changed = changed
        count = known
    }

    /// What lines are waited for when the known commits have landed.
    func restorations(_ facts: AuditFacts) -> Restorations {
        var result = Restorations(returns)
        guard count > 0, count < order.count else { return result }
        let since = facts.landedAt[order[count]] - Restorations.seconds
        let first = order[..<count].firstIndex { facts.landedAt[$0] >= since } ?? count
        let recent = returns.filter { facts.landedAt[Int($0.deleted)] >= since }
        let returned = Dictionary(grouping: recent, by: \.deleted)
        for commit in order[first..<count] {
            result.addEarlier(
                commit, landedAt: facts.landedAt[commit], deleted: facts.operations(of: commit).deleted,
                returned: (returned[UInt32(commit)] ?? []).map(\.key))
        }
        return result
    }
}
