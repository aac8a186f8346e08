import Git
import LineHistory

/// Which commits changed the files of a fix before it.
struct FileChanges {
    private let lines: LineHistory

    /// How many of the last changes of the files are candidates though no line leads to them.
    private static let latest = 12

    init(lines: LineHistory) {
        self.lines = lines
    }

    /// The files of a fix and those who changed them last.
    struct Result {
        /// Files that the fix changed or deleted.
        var files = 0
        /// By commit: in how many of these files it is among the last to have written.
        var shared: [CommitPosition: Int] = [:]

        /// The newest of those commits.
        var latest: [CommitPosition] { Array(shared.keys.sorted(by: >).prefix(FileChanges.latest)) }
    }

    /// Follows each file back through its versions, first parents first; merges wrote nothing.
    func before(_ fix: CommitPosition) -> Result {
        var result = Result()
        let versions = lines.versions(of: fix)
        let depth = max(1, min(Self.depth, Self.steps / max(1, versions.count)))
        for version in versions {
            result.files += 1
            var next = lines.previous(of: version)?.version
            var steps = 0
            while let earlier = next, steps < depth {
                let commit = lines.commit(of: earlier)
                if !lines.history.isMerge(commit), commit < fix { result.shared[commit, default: 0] += 1 }
                next = lines.previous(of: earlier)?.version
                steps += 1
            }
        }
        return result
    }

    /// How far each file is followed back, and how many versions are looked at for one fix, where it has fewer files.
    private static let depth = 64
    private static let steps = 2_000
}
