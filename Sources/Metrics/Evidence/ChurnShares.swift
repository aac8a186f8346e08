import Attribution
import Statistics

/// The headline churn of one class over the whole time, with intervals from between commits.
package struct ChurnShares: Sendable {
    /// `nil` for all classes together.
    package let authorClass: AuthorClass?
    /// `new_code_churn` of the headline window.
    package let newCode: ClusteredShare
    /// `churn_share` of the headline window.
    package let changed: ClusteredShare

    static func all(_ commits: [StudiedCommit]) -> [ChurnShares] {
        if commits.isEmpty { return [] }
        let classes: [(AuthorClass?, [Int])] =
            [(nil, Array(commits.indices))]
            + commits.indices.grouped { commits[$0].authorClass.place }
            .map { (AuthorClass.allCases[$0.number], $0.items) }
        return classes.map { authorClass, own in
            ChurnShares(
                authorClass: authorClass, newCode: ClusteredShare(own.map { commits[$0].churn.newCode }),
                changed: ClusteredShare(own.map { commits[$0].churn.changed }))
        }
    }
}
