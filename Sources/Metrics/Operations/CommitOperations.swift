import LineHistory

/// What one commit did to lines, as far as it shows by itself.
struct CommitOperations: Sendable {
    let counts: OperationCounts
    /// Lines of at least two words that were deleted, and those that were written anew, by path.
    let deleted: [Restorations.Key]
    let written: [Restorations.Key]

    init(_ commit: Int, _ facts: AuditFacts) {
        let own = facts.lines.versions(of: commit)
        let isCounted = own.map { facts.isCounted($0) }
        let lines = facts.lines.changedLines(of: commit)
        let sorter = OperationSorter(lines) { isCounted[Int($0 - own.lowerBound)] }
        counts = sorter.counts
        deleted = Self.keys(sorter.deleted, of: lines.removed, facts.lines.versions)
        written = Self.keys(sorter.written, of: lines.added, facts.lines.versions)
    }

    private static func keys(_ indices: [Int], of lines: [ChangedLine], _ versions: [FileVersion]) -> [Restorations.Key]
    {
        var keys: [Restorations.Key] = []
        for index in indices where lines[index].mark.kind == .informative {
            let line = lines[index]
            keys.append(Restorations.Key(path: versions[Int(line.version)].path, number: line.mark.number))
        }
        return keys
    }
}
