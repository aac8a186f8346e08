/// Fixes each of which had to be repaired by the next.
package struct FixChain: Hashable, Sendable {
    /// The fixes, and reverts of fixes, first to last; two at least.
    package let members: [CommitPosition]
    /// From each member but the first to the one before it.
    package let edges: [ChainEdge]
    /// The commit that needed the first fix; nil where no link says.
    package let firstCause: CommitPosition?
    /// The number of fixes among the members.
    package let depth: Int
    /// From the landing of the first member to that of the last, in days.
    package let spanDays: Double
    /// Paths that two neighbouring members both changed, by number, ascending.
    package let paths: [UInt32]

    /// That of the weakest edge.
    package var confidence: Double { edges.map(\.confidence).min() ?? 0 }
}

/// How fixes hang together.
///
/// Every edge leads from a later commit to an earlier one, so there are no cycles. A commit that repairs several fixes belongs to the chain of
/// the surest and deepest of them: chains are the paths of a forest, one for each fix that no other repaired.
package struct FixForest: Sendable {
    /// By later commit: the edge to the fix before it.
    package let parents: [CommitPosition: ChainEdge]
    /// By commit: its place in its chain, counting fixes from 1; of fixes and of reverts of fixes.
    package let depths: [CommitPosition: Int]
    /// By fix: the first edge that leads to it.
    package let refixes: [CommitPosition: ChainEdge]

    /// - Parameters:
    ///   - edges: in any order.
    ///   - isFix: whether a commit adds to the depth.
    package init(_ edges: [ChainEdge], fixes: some Sequence<CommitPosition>) {
        let fixes = Set(fixes)
        var byLater: [CommitPosition: [ChainEdge]] = [:]
        var refixes: [CommitPosition: ChainEdge] = [:]
        for edge in edges {
            byLater[edge.later, default: []].append(edge)
            if refixes[edge.earlier].map({ edge.later < $0.later }) ?? true { refixes[edge.earlier] = edge }
        }
        var parents: [CommitPosition: ChainEdge] = [:]
        var depths: [CommitPosition: Int] = [:]
        for commit in fixes.union(byLater.keys).sorted() {
            let edge = byLater[commit]?.max {
                ($0.isDeclared ? 1 : 0, depths[$0.earlier] ?? 0, $0.confidence, $0.earlier)
                    < ($1.isDeclared ? 1 : 0, depths[$1.earlier] ?? 0, $1.confidence, $1.earlier)
            }
            parents[commit] = edge
            depths[commit] = (edge.map { depths[$0.earlier] ?? 0 } ?? 0) + (fixes.contains(commit) ? 1 : 0)
        }
        self.parents = parents
        self.depths = depths
        self.refixes = refixes
    }

    /// The members of every chain of two or more, first to last; chains ascending by their last member.
    package var paths: [[CommitPosition]] {
        let inner = Set(parents.values.map(\.earlier))
        return parents.keys.sorted().filter { !inner.contains($0) }.map { path(to: $0) }
    }

    /// From the first member of a chain to a commit.
    package func path(to commit: CommitPosition) -> [CommitPosition] {
        var result = [commit]
        while let edge = parents[result[result.count - 1]] { result.append(edge.earlier) }
        return result.reversed()
    }
}
