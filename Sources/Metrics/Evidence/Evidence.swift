import Attribution
import Statistics

/// What the history shows of how code fares after it landed, and whether AI commits fare otherwise than human ones.
package struct Evidence: Sendable {
    /// By position: those that landed in the reported time, and older ones whose lines were removed in it.
    package let commits: [StudiedCommit]
    /// By quarter of landing.
    package let quarters: [QuarterCoverage]
    package let cohorts: [SurvivalCohort]
    /// By compared class, endpoint and age.
    package let comparisons: [Comparison]
    package let sensitivity: [Sensitivity]
    package let churn: [ChurnShares]
    package let revisedAges: RevisedAges
    /// Whether links between fixes and their causes were looked for.
    package let hasOutcomes: Bool

    /// - Parameter jobs: the number of threads.
    init(_ studied: StudiedCommits, jobs: Int) {
        self.init(studied.commits, revisedAges: studied.revisedAges, firstMarkAt: studied.firstMarkAt, jobs: jobs)
    }

    /// - Parameters:
    ///   - firstMarkAt: when the first commit with an AI mark landed, seconds since 1970, UTC.
    ///   - jobs: the number of threads.
    package init(
        _ commits: [StudiedCommit], revisedAges: RevisedAges = RevisedAges(rows: []), firstMarkAt: Int64?,
        jobs: Int = 1
    ) {
        self.commits = commits
        quarters = QuarterCoverage.all(commits)
        cohorts = SurvivalCohort.all(commits, jobs: jobs)
        let compared = Set(quarters.lazy.filter(\.isCompared).map(\.quarter))
        let comparable = commits.filter {
            $0.isReported && $0.isChange && $0.authorClass != .automation && compared.contains($0.quarter)
        }
        comparisons = Comparison.all(comparable)
        sensitivity = Sensitivity.all(comparable, firstMarkAt: firstMarkAt)
        churn = ChurnShares.all(commits)
        self.revisedAges = revisedAges
        hasOutcomes = commits.contains { $0.outcome != nil }
    }

    /// Those that landed in the reported time.
    var reported: [StudiedCommit] {
        commits.allSatisfy(\.isReported) ? commits : commits.filter(\.isReported)
    }

    /// The comparison of both AI classes, or of one, with the human one at an endpoint's declared age.
    package func comparison(_ endpoint: Endpoint, of compared: ComparedClass = .all) -> Comparison? {
        comparisons.first {
            $0.endpoint == endpoint && $0.compared == compared && $0.horizonDays == endpoint.declaredHorizon
        }
    }
}
