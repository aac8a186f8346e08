import LineHistory

/// What one commit did to lines, as far as it shows by itself.
struct CommitOperations {
    let counts: OperationCounts
    /// Lines of at least two words that were deleted, and those that were written anew, by path.
    let deleted: [Restorations.Key]
    let written: [Restorations.Key]

    init(_ commit: Int, _ facts: AuditFacts) {
        let lines = facts.lines.changedLines(of: commit)
        let sorter = OperationSorter(lines) { facts.isCounted($0) }
        counts = sorter.counts
        deleted = sorter.deleted.compactMap { Self.key(lines.removed[$0], facts) }
        written = sorter.written.compactMap { Self.key(lines.added[$0], facts) }
    }

    private static func key(_ line: ChangedLine, _ facts: AuditFacts) -> Restorations.Key? {
        guard line.mark.kind == .informative else { return nil }
        return Restorations.Key(path: facts.lines.versions[Int(line.version)].path, number: line.mark.number)
    }
}
