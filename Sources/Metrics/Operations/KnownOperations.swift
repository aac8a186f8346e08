/// What of an earlier scan still holds: all about the commits that landed before a moment.
struct KnownOperations: Sendable {
    /// Commit positions in the order of landing.
    let order: [Int]
    /// How many of the first are known.
    let count: Int
    /// By position.
    let isKnown: [Bool]
    /// By position; of commits that are not known nothing.
    let counts: [OperationCounts]
    let duplicates: [DuplicateBlocks.Count]
    private let returns: [Restorations.Return]

    /// - Parameters: see ``LineOperations`` and ``KeptOperations``.
    init(_ facts: AuditFacts, _ earlier: KeptOperations?, limit: Int64, exclusions: [UInt64], fates: [UInt64]) {
        var counts = [OperationCounts](repeating: OperationCounts(), count: facts.history.count)
        var duplicates = [DuplicateBlocks.Count](repeating: DuplicateBlocks.Count(), count: facts.history.count)
        var returns: [Restorations.Return] = []
        var isKnown = [Bool](repeating: false, count: facts.history.count)
        var known = 0
        order = Landing.order(facts.landedAt)
        if let earlier {
            let isSame = { (commit: Int) in
                facts.landedAt[commit] < limit && commit < earlier.counts.count
                    && exclusions[commit] == earlier.exclusions[commit] && fates[commit] == earlier.fates[commit]
            }
            known = order.firstIndex { !isSame($0) } ?? order.count
            // Of commits that landed together all are known or none.
            while known > 0, known < order.count, facts.landedAt[order[known - 1]] == facts.landedAt[order[known]] {
                known -= 1
            }
            for commit in order[..<known] {
                isKnown[commit] = true
                counts[commit] = earlier.counts[commit]
                duplicates[commit] = earlier.duplicates[commit]
            }
            let end = known < order.count ? facts.landedAt[order[known]] : .max
            returns = Array(earlier.returns.prefix { facts.landedAt[Int($0.restored)] < end })
        }
        self.isKnown = isKnown
        self.counts = counts
        self.duplicates = duplicates
        self.returns = returns
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
