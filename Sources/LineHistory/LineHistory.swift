import Git

/// Every line of a history, from birth to death.
package struct LineHistory: Sendable {
    package let history: History
    package private(set) var paths: PathTable
    package let versions: [FileVersion]
    /// By version, what ``versions`` have too: asked for once for every loss of lines, in no order, and small enough to stay at hand.
    let commits: [UInt32]
    /// How lines ended.
    package let lives: LineLives
    /// By commit position.
    package let counts: [CommitLineCounts]
    /// The files at the tip, by path.
    package let tip: [TipFile]
    /// Objects that could not be read.
    package let unreadable: [(id: ObjectID, error: GitError)]
    /// Blobs above the size limit, with their bytes.
    package let tooLarge: [(id: ObjectID, bytes: Int)]
    /// Commits in which not every pair of deleted and added files was compared for a rename.
    package let limitedRenames: [UInt32]
    let continued: ContinuedLines
    let scripts: ScriptIndex
    let plan: HistoryPlan
    let counted: [Bool]
    /// Where a renamed file loses lines: by its first version at a new path, the deletion of the old one.
    let renamedFrom: [VersionNumber: VersionNumber]
    /// By position: the commits whose hunks can be asked for.
    private(set) var surrounded: [Bool]
    private(set) var surroundings: HunkSurroundings

    /// The same history with other bytes for its paths.
    package func withPaths(_ other: ([UInt8]) -> [UInt8]) -> LineHistory {
        var history = self
        history.paths = paths.mapped(other)
        return history
    }

    /// Whether the lines of a path are counted.
    package func isCounted(path: UInt32) -> Bool { counted[Int(path)] }

    /// The line that a line carries on through reindentation and ignored revisions, or the line itself.
    package func substantiveOrigin(version: VersionNumber, line: UInt32) -> (version: VersionNumber, line: UInt32) {
        let root = continued.root(of: LineRun(version: version, line: line, count: 1), at: Int(version))
        return (root.version, root.line)
    }
}

/// How far the work has come.
package struct StageProgress: Sendable {
    package enum Stage: String, Sendable {
        case trees = "comparing trees"
        case contents = "comparing contents"
    }

    package let stage: Stage
    package let done: Int
    package let total: Int
}

extension LineHistory {
    /// What the line history needs to know besides the repository.
    package struct Options: Sendable {
        /// Larger blobs, in bytes, are taken to have no lines.
        package var sizeLimit = 32 << 20
        /// The number of threads.
        package var jobs = 1
        /// Positions of commits whose changes are looked through.
        package var ignoredRevisions: Set<UInt32> = []
        /// The paths whose lines are counted; nil for all. Lines are followed at every path.
        package var pathspec: Pathspec?
        /// What earlier runs found out; nil where nothing is kept.
        package var memory: LineMemory?
        /// Positions of commits whose hunks somebody will ask for, as far as is known; see ``LineHistory/surrounded(at:jobs:)``.
        package var surrounded: Set<UInt32> = []

        package init() {}
    }

    /// Follows every line of a history: plan, compare, replay.
    ///
    /// - Throws: ``GitError`` where a tree cannot be read; a blob that cannot be read is noted in ``unreadable``.
    package static func follow(
        _ history: History, repositoryPath: String, options: Options,
        progress: @escaping @Sendable (StageProgress) -> Void = { _ in }
    ) throws -> LineHistory {
        var (plan, keptPlans) = try makePlan(history, repositoryPath, options, progress)
        let scripts = try makeScripts(
            ScriptSlots(plan: plan, ignored: options.ignoredRevisions), known: keptPlans.places, repositoryPath,
            options, progress)
        try keptPlans.close(with: plan, places: scripts.kept(ignored: options.ignoredRevisions))
        let paths = (0..<UInt32(plan.paths.count)).map { plan.paths[$0] }
        let counted = try options.pathspec?.matches(paths) ?? Array(repeating: true, count: paths.count)
        var surrounded = Array(repeating: false, count: history.count)
        for commit in options.surrounded { surrounded[Int(commit)] = true }
        let replayed = try ReplayedLines.follow(
            history, plan: plan, scripts: scripts, surrounded: surrounded, options: options)
        return LineHistory(
            history: history, plan: plan, scripts: scripts, counted: counted, surrounded: surrounded,
            replayed: replayed)
    }

    /// The same history, in which the hunks of given commits can be asked for.
    ///
    /// Goes through all changes once more if it was followed without the hunks of one of them.
    ///
    /// - Parameter jobs: the number of threads.
    package func surrounded(at commits: [Int], jobs: Int) -> LineHistory {
        if commits.allSatisfy({ surrounded[$0] }) { return self }
        var result = self
        for commit in commits { result.surrounded[commit] = true }
        result.surroundings = ReplayedLines.surroundings(
            history: history, plan: plan, scripts: scripts, lineages: Lineages(plan), surrounded: result.surrounded,
            jobs: jobs)
        return result
    }

    private init(
        history: History, plan: HistoryPlan, scripts: ScriptIndex, counted: [Bool], surrounded: [Bool],
        replayed: ReplayedLines
    ) {
        self.history = history
        paths = plan.paths
        versions = plan.versions
        commits = plan.versions.map(\.commit)
        lives = replayed.lives
        counts = CommitLineCounts.all(history, plan, scripts, counted: counted) { [lives] version in
            lives.lists.mergeBirths(of: version).reduce(0) { $0 + Int($1.run.count) }
        }
        continued = replayed.continued
        self.scripts = scripts
        surroundings = replayed.surroundings
        self.surrounded = surrounded
        self.plan = plan
        limitedRenames = plan.limitedRenames.sorted()
        self.counted = counted
        renamedFrom = plan.firstRenames
        tip = plan.tip.map { path, version in
            TipFile(
                path: path, version: version, content: scripts.script(of: version).script.newContent,
                runs: replayed.left[version] ?? [])
        }
        var unreadable: [ObjectID: GitError] = [:]
        var tooLarge: [ObjectID: Int] = [:]
        scripts.eachOmission(of: plan) { _, id, kind, piece in
            if kind == .unreadable { unreadable[id] = piece.unreadable[id] }
            if kind == .tooLarge { tooLarge[id] = piece.tooLarge[id] }
        }
        self.unreadable = unreadable.sorted { $0.key < $1.key }.map { (id: $0.key, error: $0.value) }
        self.tooLarge = tooLarge.sorted { $0.key < $1.key }.map { (id: $0.key, bytes: $0.value) }
    }
}

extension LineHistory {
    /// Calls `body` for the runs of lines that a run goes back to, top to bottom.
    package func eachSubstantiveOrigin(of run: LineRun, _ body: (LineRun) -> Void) {
        continued.eachOrigin(of: run, at: Int(run.version), body)
    }

    /// The commit that made a version.
    package func commit(of version: VersionNumber) -> Int { Int(commits[Int(version)]) }
}

extension LineHistory {
    /// What stood before a version: a parent commit's position, and the version that the parent has.
    package func previous(of version: VersionNumber) -> (parent: Int, version: VersionNumber)? {
        guard let edge = plan.edges(of: version).first.map({ plan.edges[$0] }) else { return nil }
        let parents = history.parents(of: commit(of: version))
        return (Int(parents[parents.startIndex + Int(edge.parent)]), edge.old)
    }
}
