/// P-values of several endpoints, corrected so that the chance of any false finding stays below the level.
package enum HolmCorrection {
    /// Adjusted p-values in the order given; a missing p-value stays missing and costs the others nothing.
    ///
    /// Source: S. Holm, Scandinavian Journal of Statistics 6 (1979) 65: the k-th smallest of m times (m − k + 1), never
    /// below the one before it, at most 1.
    package static func adjust(_ pValues: [Double?]) -> [Double?] {
        let present = pValues.enumerated().compactMap { index, p in p.map { (index: index, p: $0) } }
            .sorted { ($0.p, $0.index) < ($1.p, $1.index) }
        var adjusted: [Double?] = Array(repeating: nil, count: pValues.count)
        var floor = 0.0
        for (rank, entry) in present.enumerated() {
            floor = max(floor, min(1, Double(present.count - rank) * entry.p))
            adjusted[entry.index] = floor
        }
        return adjusted
    }
}
