import Attribution
import Metrics

/// Large changes, and whether another person than their author looked at them.
package struct UnreviewedChanges: Sendable {
    /// Commits by position, no merges and none by programs, oldest first.
    package let unreviewed: [Int]
    package let reviewed: Int
    /// Of these nothing can be said.
    package let unknown: Int

    /// Those of which it can be told.
    package var known: Int { reviewed + unreviewed.count }
    package var share: Double? { known > 0 ? Double(unreviewed.count) / Double(known) : nil }

    /// - Parameters:
    ///   - commits: those in question.
    ///   - lines: a change of so many lines is large.
    init(_ commits: [StudiedCommit], reviews: Reviews, lines: Int) {
        let large = commits.filter { $0.isChange && $0.changedLines >= lines && $0.authorClass != .automation }
        unreviewed = large.filter { reviews.standings[$0.position] == .unreviewed }.map(\.position).sorted()
        reviewed = large.count { reviews.standings[$0.position] == .reviewed }
        unknown = large.count { reviews.standings[$0.position] == .unknown }
    }
}
