/// A number about a history on which a limit can be set; the definitions are those of the report's columns.
package enum Figure: String, CaseIterable, Sendable {
    /// Kaplan–Meier share of the commits found to have introduced a defect within 90 days.
    case bugInducing = "bug_inducing_90d"
    /// Kaplan–Meier share of the commits reverted within 30 days.
    case reverted = "reverted_30d"
    /// Kaplan–Meier share of the fixes fixed again or reverted within 90 days.
    case reintroduction = "reintroduction_90d"
    /// Kaplan–Meier share of the meaningful lines that stand after 180 days.
    case lineSurvival = "line_survival_180d"
    case newCodeChurn = "new_code_churn_14d"
    case churnShare = "churn_share_14d"
    /// Fixes within 90 days that point to commits, per thousand lines that these changed.
    case defectsPerKiloline = "defects_per_kloc_90d"
    /// Blocks of added lines that stood elsewhere already, per million changed lines.
    case duplicateBlocks = "duplicate_blocks_per_mloc"
    /// Of the commits, the share that are fixes.
    case fixShare = "fix_share"
    /// Of the commits, the share with a mark of an AI tool.
    case aiCommitShare = "ai_commit_share"
    /// Of the meaningful lines written, the share of such commits.
    case aiLineShare = "ai_line_share"
    /// Of the commits of which it can be told, the share that another person reviewed.
    case reviewCoverage = "review_coverage"
    /// The size that nine commits in ten do not exceed, in changed lines.
    case commitSize = "commit_size_p90"
    /// Commits without merges.
    case commits
    /// See ``HotFile``.
    case hotFiles = "hot_files"
    /// See ``LiveChain``.
    case liveChains = "live_chains"

    /// What the figure is of: its sample.
    package enum Unit: String, Sendable {
        case commits, lines, fixes, files, chains
    }

    package var unit: Unit {
        switch self {
        case .lineSurvival, .newCodeChurn, .churnShare, .aiLineShare: .lines
        case .reintroduction: .fixes
        case .hotFiles: .files
        case .liveChains: .chains
        default: .commits
        }
    }

    package var isShare: Bool {
        switch self {
        case .defectsPerKiloline, .duplicateBlocks, .commitSize, .commits, .hotFiles, .liveChains: false
        default: true
        }
    }

    /// Whether the figure is one of the repository as it stands, not of some commits: it can be told of paths, but of no class.
    package var isOfRepository: Bool { self == .hotFiles || self == .liveChains }

    /// Days that commits are followed for.
    package var horizonDays: Int {
        switch self {
        case .bugInducing, .reintroduction, .defectsPerKiloline: 90
        case .reverted: 30
        case .lineSurvival: 180
        case .newCodeChurn, .churnShare: Churn.headlineWindow
        default: 0
        }
    }

    /// Below such a sample a share says little: METRICS asks for 50 commits before any verdict, and lines come by the commit.
    package var leastSample: Int {
        guard isShare || self == .defectsPerKiloline || self == .duplicateBlocks || self == .commitSize else {
            return 0
        }
        return unit == .lines ? 1_000 : 50
    }
}
