import Defects
import Git
import Statistics

/// A figure as it stands, with what it rests on.
package struct FigureValue: Sendable {
    /// `nil` where there is nothing to tell it from.
    package let value: Double?
    /// The 95 % interval, where the figure has one.
    package let interval: Interval?
    /// Units that it rests on, in the figure's unit.
    package let sample: Int
}

/// Which part of a history a figure is of.
package struct FigureScope: Sendable {
    package var selection = ChangeSelection.all
    /// Only commits that change such a path, and of them only lines there; `nil` for all.
    package var paths: Pathspec?
    /// Only commits that landed in the last so many days in which a commit could be followed for long enough.
    package var days: Int?

    package init(selection: ChangeSelection = .all, paths: Pathspec? = nil, days: Int? = nil) {
        self.selection = selection
        self.paths = paths
        self.days = days
    }
}

extension AuditResults {
    /// A figure of a part of the reported commits.
    ///
    /// Linear in the lines of the history where paths are named, else in its commits.
    package func figure(_ figure: Figure, of scope: FigureScope = FigureScope()) throws(GitError) -> FigureValue {
        let paths = try chosenPaths(scope.paths)
        switch figure {
        case .hotFiles:
            let hot = HotFile.all(facts).filter { paths?[Int($0.path)] ?? true }
            let files = files.filter { paths?[Int($0.path)] ?? true }
            return FigureValue(value: Double(hot.count), interval: nil, sample: files.count)
        case .liveChains:
            func isChosen(_ chain: FixChain) -> Bool {
                guard let paths else { return true }
                return chain.paths.contains { paths[Int($0)] }
            }
            let live = LiveChain.all(facts).filter { isChosen($0.chain) }
            return FigureValue(
                value: Double(live.count), interval: nil, sample: facts.defects.chains.count(where: isChosen))
        case .duplicateBlocks:
            let changes = commits(in: scope, paths: paths).filter(\.isChange).map(\.position)
            return FigureValue(
                value: paths.map {
                    LineOperations.duplicateBlocksPerMillionLines(of: changes, in: $0, facts)
                } ?? facts.operations.summary(of: changes).duplicateBlocksPerMillionLines,
                interval: nil, sample: changes.count)
        default:
            return FigureValue(
                figure, of: commits(in: scope, paths: paths, followedFor: figure.horizonDays), reviews: reviews)
        }
    }

    /// The commits of a part of the history, with their lines there.
    ///
    /// - Parameter followedFor: days that a commit must be followed for; they are added to those of the scope.
    package func commits(in scope: FigureScope, followedFor horizon: Int = 0) throws(GitError) -> [StudiedCommit] {
        commits(in: scope, paths: try chosenPaths(scope.paths), followedFor: horizon)
    }

    /// The AI − human comparison of an endpoint at its declared age, of the commits that change some paths.
    ///
    /// Linear in the lines of the history where paths are named. `nil` where there is nothing to compare.
    package func comparison(
        _ endpoint: Endpoint, of compared: ComparedClass, in pathspec: Pathspec?
    ) throws(GitError) -> Comparison? {
        guard let paths = try chosenPaths(pathspec) else { return evidence.comparison(endpoint, of: compared) }
        let studied = StudiedCommits(facts, scope: scope, outcomes: CommitOutcome.all(facts), paths: paths)
        return Evidence(studied.commits, firstMarkAt: studied.firstMarkAt).comparison(endpoint, of: compared)
    }

    /// Blocks of lines that commits add to some paths although they stand elsewhere, by position of the commit.
    ///
    /// Linear in the lines of the history where paths are named.
    package func duplicates(in pathspec: Pathspec?) throws(GitError) -> [DuplicateBlocks.Count] {
        guard let paths = try chosenPaths(pathspec) else { return facts.operations.duplicates }
        return LineOperations.duplicates(in: paths, facts)
    }

    /// By path number; `nil` for all.
    package func chosenPaths(_ pathspec: Pathspec?) throws(GitError) -> [Bool]? {
        guard let pathspec else { return nil }
        return try pathspec.matches((0..<UInt32(facts.lines.paths.count)).map { facts.lines.paths[$0] })
    }

    private func commits(in scope: FigureScope, paths: [Bool]?, followedFor horizon: Int = 0) -> [StudiedCommit] {
        var commits = evidence.commits
        if let paths {
            commits =
                StudiedCommits(facts, scope: self.scope, outcomes: CommitOutcome.all(facts), paths: paths).commits
        }
        let since = scope.days.map { facts.dataHorizon - Int64($0 + horizon) * DayCount.seconds } ?? .min
        return commits.filter {
            $0.isReported && scope.selection.contains($0.authorClass) && $0.landedAt >= since
        }
    }
}

extension FigureValue {
    /// - Parameter commits: of the part of the history that the figure is of.
    init(_ figure: Figure, of commits: [StudiedCommit], reviews: Reviews) {
        let changes = commits.filter(\.isChange)
        switch figure {
        case .bugInducing: self.init(.firstFix, figure.horizonDays, commits)
        case .reverted: self.init(.revert, figure.horizonDays, commits)
        case .reintroduction: self.init(.reintroduction, figure.horizonDays, commits)
        case .lineSurvival: self.init(.removed, figure.horizonDays, commits, isStanding: true)
        case .newCodeChurn: self.init(ClusteredShare(commits.map(\.churn.newCode)))
        case .churnShare: self.init(ClusteredShare(commits.map(\.churn.changed)))
        case .defectsPerKiloline:
            let mature = changes.filter { $0.isMature(figure.horizonDays) }
            let rate = PoissonRate(
                events: mature.reduce(0) { $0 + ($1.outcome?.fixesIn90Days ?? 0) },
                exposure: Double(mature.reduce(0) { $0 + $1.changedLines }) / 1_000)
            self.init(value: rate.value, interval: rate.garwood(), sample: mature.count)
        case .fixShare: self.init(changes.count { $0.outcome?.isFix ?? false }, of: changes.count)
        case .aiCommitShare: self.init(changes.count(where: \.authorClass.isAI), of: changes.count)
        case .aiLineShare:
            self.init(
                ClusteredShare(
                    commits.map { .init(events: $0.authorClass.isAI ? Double($0.lines) : 0, total: Double($0.lines)) }))
        case .reviewCoverage:
            let known = changes.filter { reviews.standings[$0.position] != .unknown }
            self.init(known.count { reviews.standings[$0.position] == .reviewed }, of: known.count)
        case .commitSize:
            let sizes = Quantiles(changes.map { Double($0.changedLines) })
            self.init(value: sizes.p90, interval: nil, sample: changes.count)
        case .commits, .duplicateBlocks, .hotFiles, .liveChains:
            self.init(value: Double(changes.count), interval: nil, sample: changes.count)
        }
    }

    private init(_ events: Int, of total: Int) {
        let share = Proportion(events: events, total: total)
        self.init(value: share.value, interval: share.wilson(), sample: total)
    }

    private init(_ share: ClusteredShare) {
        self.init(value: share.value, interval: share.interval(), sample: Int(share.total))
    }

    private init(_ event: CohortEvent, _ days: Int, _ commits: [StudiedCommit], isStanding: Bool = false) {
        let curve = SurvivalCurve(
            commits.indices.flatMap { event.observations(of: $0, in: commits) }, clustered: event.unit == "line")
        let estimate = curve.estimate(at: Double(days))
        // The sample is what was followed for long enough.
        let mature = commits.indices.filter { commits[$0].isMature(days) }.reduce(0) { sum, index in
            sum + event.observations(of: index, in: commits).reduce(0) { $0 + Int($1.weight) }
        }
        self.init(
            value: isStanding ? estimate?.survival : estimate?.failure,
            interval: isStanding ? estimate?.interval : estimate?.failureInterval, sample: mature)
    }
}
