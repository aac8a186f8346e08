import Statistics

/// A figure that is watched over time.
package enum ChartMetric: String, CaseIterable, Sendable {
    /// Of the changes of a period, those found to have introduced a defect within 90 days.
    case bugInducingShare = "bug_inducing_share"
    /// Of the changes of a period, those reverted within 30 days.
    case revertShare = "revert_share"
    /// Defects introduced within a period and found within 90 days, per thousand changed lines.
    case defectsPerKiloline = "defects_per_kloc"
    /// Of the meaningful lines of a period, those removed within 14 days.
    case newCodeChurn = "new_code_churn_14d"
    /// Changes between two reintroductions.
    case reintroductionGap = "reintroduction_gap"

    /// Days that a period must have been over, so that all its changes had the same time to fail.
    package var maturityDays: Int {
        switch self {
        case .bugInducingShare, .defectsPerKiloline: 90
        case .revertShare: 30
        case .newCodeChurn: Churn.headlineWindow
        case .reintroductionGap: 0
        }
    }

    /// What the amounts of its points count.
    package var amountUnit: String {
        switch self {
        case .defectsPerKiloline, .newCodeChurn: "lines"
        default: "commits"
        }
    }

    package var kind: ControlChart.Kind {
        switch self {
        case .bugInducingShare, .revertShare: .shares
        case .defectsPerKiloline: .rates
        case .newCodeChurn: .individuals
        case .reintroductionGap: .gaps
        }
    }

    /// Whether the figure is a share, from 0 to 1.
    package var isShare: Bool { kind == .shares || self == .newCodeChurn }
}
