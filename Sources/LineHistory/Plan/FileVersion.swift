import Git

/// The number of a file version, in the order of commits.
package typealias VersionNumber = UInt32

/// What one commit left at one path, where that differs from what every parent had there.
package struct FileVersion: Sendable {
    /// The commit's position in the history.
    package let commit: UInt32
    /// The path's number.
    package let path: UInt32
    /// nil where the commit deleted the path.
    package let entry: TreeEntry?
    /// The first of its edges; they follow in the order of parents.
    let firstEdge: UInt32
}

/// From a parent's version of a file to a commit's own.
struct VersionEdge: Sendable {
    let old: VersionNumber
    let new: VersionNumber
    /// Which of the commit's parents has the old version.
    let parent: UInt16
    /// Whether the old version stands at another path.
    let isRename: Bool
}

/// Where each version of each file came from: all that has to be compared, before anything is.
package struct HistoryPlan: Sendable {
    var paths = PathTable()
    var versions: [FileVersion] = []
    var edges: [VersionEdge] = []
    /// The first version of each commit, by position, and the number of versions at the end.
    var firstVersions: [VersionNumber] = [0]
    /// Deletions of a path that lives on elsewhere: the edges that carry it on; none where it lives on unchanged.
    var carriedDeletions: [VersionNumber: CarriedDeletion] = [:]
    /// Files that a commit moved without a change, by commit.
    var unchangedMoves: [(commit: UInt32, version: VersionNumber, path: UInt32)] = []
    /// Commits in which not every pair of deleted and added files was compared.
    var limitedRenames: [UInt32] = []
    /// Files that could not be read where renames were looked for, and were taken to be like no other.
    var unread: Set<ObjectID> = []
    /// The version of every path at the tip.
    var tip: [(path: UInt32, version: VersionNumber)] = []

    struct CarriedDeletion: Sendable {
        var edges: [UInt32] = []
        var livesOnUnchanged = false
    }

    /// Of deleted paths that live on elsewhere: by the first version that carries the file on, the deletion.
    var firstRenames: [VersionNumber: VersionNumber] {
        var firsts: [VersionNumber: VersionNumber] = [:]
        for (deletion, carried) in carriedDeletions {
            if let edge = carried.edges.first { firsts[edges[Int(edge)].new] = deletion }
        }
        return firsts
    }

    func edges(of version: VersionNumber) -> Range<Int> {
        let next = Int(version) + 1
        return Int(
            versions[Int(version)].firstEdge)..<(next < versions.count ? Int(versions[next].firstEdge) : edges.count)
    }

    func versions(of commit: Int) -> Range<VersionNumber> {
        firstVersions[commit]..<firstVersions[commit + 1]
    }

    /// Whether a version only changes what its path is, a link into a file say, with the same content: git counts no lines.
    func isTypeChange(to version: VersionNumber) -> Bool {
        guard version > 0, Int(version) < versions.count, let new = versions[Int(version)].entry,
            case let gone = versions[Int(version) - 1], gone.entry == nil,
            gone.path == versions[Int(version)].path, gone.commit == versions[Int(version)].commit,
            let old = edges(of: version - 1).first.flatMap({ versions[Int(edges[$0].old)].entry })
        else { return false }
        return old.id == new.id
    }
}
