/// From a candidate's standing among its rivals to the share of such links that were right.
///
/// Measured on 8,400 fixes of 41 projects that declare their inducer, none of them among those that links are scored on. A share of
/// nearly 1 is right in 85 of 100 cases only: about one inducer in four is out of reach of any line.
enum LinkCalibration {
    /// Share of the candidate, and how many of such links were right; between two points, in proportion.
    private static let links: [(share: Double, right: Double)] = [
        (0, 0.12), (0.14, 0.19), (0.25, 0.28), (0.35, 0.33), (0.45, 0.40), (0.55, 0.47), (0.65, 0.51), (0.75, 0.59),
        (0.85, 0.68), (0.94, 0.79), (0.99, 0.85), (1, 0.86),
    ]
    /// The same where the share is the lower one of those with and without regard to age.
    private static let chains: [(share: Double, right: Double)] = [
        (0, 0.15), (0.13, 0.23), (0.25, 0.33), (0.35, 0.40), (0.45, 0.46), (0.55, 0.50), (0.65, 0.57), (0.75, 0.64),
        (0.85, 0.72), (0.94, 0.79), (0.99, 0.84), (1, 0.85),
    ]

    static func confidence(share: Double) -> Double { value(at: share, of: links) }

    static func chainConfidence(share: Double) -> Double { value(at: share, of: chains) }

    /// Precision of a published variant's links on the same kind of fixes.
    static func flat(_ variant: LinkVariant) -> Double {
        switch variant {
        case .b: 0.45
        case .ag, .ma: 0.46
        case .l: 0.6
        case .r: 0.6
        case .andon: 0.63
        }
    }

    private static func value(at share: Double, of table: [(share: Double, right: Double)]) -> Double {
        for (low, high) in zip(table, table.dropFirst()) where share <= high.share {
            return low.right + (high.right - low.right) * (share - low.share) / (high.share - low.share)
        }
        return table[table.count - 1].right
    }
}
