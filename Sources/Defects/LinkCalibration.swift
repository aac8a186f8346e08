/// From a candidate's standing among its rivals to the share of such links that were right.
///
/// Measured on 8,400 fixes of 42 projects that declare their inducer, each judged by rules that were fitted without its project (for
/// DPDK, without a third of its fixes, this one among them). A share of nearly 1 is right in 9 of 10 cases only: about one inducer in
/// six is among no fix's candidates.
enum LinkCalibration {
    /// Share of the candidate, and how many of such links were right; between two points, in proportion.
    private static let links: [(share: Double, right: Double)] = [
        (0, 0.05), (0.125, 0.10), (0.18, 0.18), (0.225, 0.21), (0.275, 0.26), (0.325, 0.29), (0.375, 0.31),
        (0.425, 0.36), (0.475, 0.40), (0.525, 0.46), (0.575, 0.50), (0.65, 0.57), (0.75, 0.65), (0.855, 0.77),
        (0.955, 0.87), (1, 0.90),
    ]
    /// The same where the share is the lower one of those by all rules and by ``LinkWeights/chains``.
    private static let chains: [(share: Double, right: Double)] = [
        (0, 0.22), (0.08, 0.25), (0.13, 0.33), (0.18, 0.36), (0.25, 0.39), (0.35, 0.44), (0.45, 0.52), (0.55, 0.63),
        (0.65, 0.71), (0.75, 0.75), (0.855, 0.82), (0.955, 0.90), (1, 0.91),
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
        case .andon: 0.65
        }
    }

    private static func value(at share: Double, of table: [(share: Double, right: Double)]) -> Double {
        for (low, high) in zip(table, table.dropFirst()) where share <= high.share {
            return low.right + (high.right - low.right) * (share - low.share) / (high.share - low.share)
        }
        return table[table.count - 1].right
    }
}
