import Git
import LineHistory

/// Which commits changed the files of a fix before it.
struct FileChanges {
    private let lines: LineHistory
    private var shared: CommitTally<Int>

    /// How many of the last changes of the files are candidates though no line leads to them.
    private static let latest = 12
    /// How far each file is followed back, and how many versions are looked at for one fix, where it has fewer files.
    private static let depth = 64
    private static let steps = 2_000

    init(lines: LineHistory) {
        self.lines = lines
        shared = CommitTally(0, commitCount: lines.history.count)
    }

    /// Follows each file of a fix back through its versions, first parents first; merges wrote nothing.
    ///
    /// - Returns: how many files the fix changed or deleted.
    mutating func follow(from fix: CommitPosition) -> Int {
        shared.removeAll()
        let versions = lines.versions(of: fix)
        let depth = max(1, min(Self.depth, Self.steps / max(1, versions.count)))
        for version in versions {
            var next = lines.previousVersion(of: version)
            var steps = 0
            while let earlier = next, steps < depth {
                let commit = CommitPosition(lines.versions[Int(earlier)].commit)
                if !lines.history.isMerge(commit), commit < fix { shared[commit] += 1 }
                next = lines.previousVersion(of: earlier)
                steps += 1
            }
        }
        return versions.count
    }

    /// In how many of these files a commit is among the last to have written.
    func shared(_ commit: CommitPosition) -> Int { shared[commit] }

    /// The newest of those commits.
    var latest: [CommitPosition] { Array(shared.commits.sorted(by: >).prefix(Self.latest)) }
}
