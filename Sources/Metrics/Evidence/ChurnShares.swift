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
        let classes: [AuthorClass?] = [nil] + AuthorClass.allCases
        return classes.compactMap { authorClass in
            let own = commits.indices.filter { authorClass == nil || commits[$0].authorClass == authorClass }
            guard !own.isEmpty else { return nil }
            return ChurnShares(
                authorClass: authorClass, newCode: ClusteredShare(own.map { commits[$0].newCode }),
                changed: ClusteredShare(own.map { commits[$0].changed }))
        }
    }
}
