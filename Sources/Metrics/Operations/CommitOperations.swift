import LineHistory

/// What one commit did to lines, as far as it shows by itself.
struct CommitOperations: Sendable {
    let counts: OperationCounts
    /// Lines of at least two words that were deleted, and those that were written anew, by path.
    let deleted: [Restorations.Key]
    let written: [Restorations.Key]

    fileprivate static func keys(
        _ indices: [Int], of lines: [ChangedLine], _ versions: [FileVersion]
    ) -> [Restorations.Key] {
        var keys: [Restorations.Key] = []
        for index in indices where lines[index].mark.kind == .informative {
            let line = lines[index]
            keys.append(Restorations.Key(path: versions[Int(line.version)].path, number: line.mark.number))
        }
        return keys
    }
}

extension AuditFacts {
    /// What a commit did to lines.
    func operations(of commit: Int) -> CommitOperations {
        let own = lines.versions(of: commit)
        let isCounted = own.map { self.isCounted($0) }
        let changed = lines.changedLines(of: commit)
        let sorter = OperationSorter(changed) { isCounted[Int($0 - own.lowerBound)] }
        return CommitOperations(
            counts: sorter.counts, deleted: CommitOperations.keys(sorter.deleted, of: changed.removed, lines.versions),
            written: CommitOperations.keys(sorter.written, of: changed.added, lines.versions))
    }
}
