import Git

/// When each commit reached the analysed branch: the committer date of the first-parent commit that brought it in.
package enum Landing {
    /// By position: seconds since 1970, UTC.
    package static func times(of history: History) -> [Int64] {
        var times = [Int64?](repeating: nil, count: history.count)
        for change in history.trunk.reversed() {
            var waiting = [change]
            while let position = waiting.popLast() {
                guard times[position] == nil else { continue }
                times[position] = history.committedAt[change]
                for parent in history.parents(of: position) { waiting.append(Int(parent)) }
            }
        }
        return times.map { $0! }
    }

    /// Commit positions in the order in which they landed; those that landed together in the order of the history.
    static func order(_ landedAt: [Int64]) -> [Int] {
        landedAt.indices.sorted { (landedAt[$0], $0) < (landedAt[$1], $1) }
    }
}
