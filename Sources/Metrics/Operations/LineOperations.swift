import Attribution
import Git
import LineHistory
import Statistics

/// What commits did to lines, by commit.
package struct LineOperations: Sendable {
    /// By commit position.
    package let byCommit: [OperationCounts]
    /// By commit position: what it added that stood elsewhere already.
    package let duplicates: [DuplicateBlocks.Count]

    package init(_ facts: AuditFacts) {
        var byCommit = [OperationCounts](repeating: OperationCounts(), count: facts.history.count)
        var restorations = Restorations()
        for commit in Landing.order(facts.landedAt) {
            let lines = facts.lines.changedLines(of: commit)
            let sorter = OperationSorter(lines) { facts.isCounted($0) }
            byCommit[commit] = sorter.counts
            restorations.advance(
                commit, landedAt: facts.landedAt[commit], deleted: sorter.deleted.lazy.map { lines.removed[$0] },
                written: sorter.written.lazy.map { lines.added[$0] }, path: { facts.lines.versions[Int($0)].path })
        }
        for (commit, count) in restorations.restored {
            byCommit[commit][.deleted] -= count
            byCommit[commit][.deletedThenRestored] += count
        }
        self.byCommit = byCommit
        duplicates = DuplicateBlocks(facts).byCommit
    }

    /// The operations of some commits together.
    ///
    /// - Parameter commits: positions.
    package func summary(of commits: [Int]) -> OperationSummary {
        OperationSummary(commits.map { byCommit[$0] }, duplicates: commits.map { duplicates[$0] })
    }
}

/// The operations of a class in a period, with shares.
package struct OperationSummary: Sendable {
    package let counts: OperationCounts
    package let duplicates: DuplicateBlocks.Count
    /// Of all operations but no-ops, the share of each, with an interval from between commits.
    private let shares: [LineOperation: ClusteredShare]

    init(_ commits: [OperationCounts], duplicates: [DuplicateBlocks.Count]) {
        var counts = OperationCounts()
        for commit in commits { counts += commit }
        self.counts = counts
        self.duplicates = duplicates.reduce(into: DuplicateBlocks.Count()) { $0 += $1 }
        shares = Dictionary(
            uniqueKeysWithValues: LineOperation.counted.map { operation in
                (
                    operation,
                    ClusteredShare(
                        commits.map { .init(events: Double($0[operation]), total: Double($0.total)) })
                )
            })
    }

    /// Of all operations but no-ops; nil for a no-op.
    package func share(_ operation: LineOperation) -> ClusteredShare? { shares[operation] }

    /// Deleted lines by added ones; nil where none was added.
    package var deletedOverAdded: Double? {
        counts.addedLines > 0 ? Double(counts.deletedLines) / Double(counts.addedLines) : nil
    }

    /// Duplicate blocks per million changed lines; nil where none was changed.
    package var duplicateBlocksPerMillionLines: Double? {
        let changed = counts.addedLines + counts.deletedLines
        return changed > 0 ? Double(duplicates.blocks) * 1_000_000 / Double(changed) : nil
    }
}

/// Operations of one class in one period.
package struct OperationRow: Sendable {
    /// A month of landing, `YYYY-MM`, or ``Churn/wholeTime``.
    package let period: String
    /// The class of the commits; nil for all together.
    package let authorClass: AuthorClass?
    package let summary: OperationSummary
}

extension OperationRow {
    /// Months in order, then the whole time; all classes together, then each that occurs.
    static func all(_ operations: LineOperations, _ facts: AuditFacts, reported: [Int]) -> [OperationRow] {
        let months = Dictionary(grouping: reported) { UTCTime(seconds: facts.landedAt[$0]).monthText }
        let periods = months.sorted { $0.key < $1.key } + [(key: Churn.wholeTime, value: reported)]
        return periods.flatMap { period, commits -> [OperationRow] in
            let classes: [(AuthorClass?, [Int])] =
                [(nil, commits)]
                + AuthorClass.allCases.map { own in (own, commits.filter { facts.authorClass($0) == own }) }
            return classes.map { OperationRow(period: period, authorClass: $0, summary: operations.summary(of: $1)) }
                .filter { $0.summary.counts.total > 0 }
        }
    }
}

/// The operations of all commits of a quarter.
package struct OperationQuarter: Sendable {
    package let quarter: Quarter
    package let counts: OperationCounts

    static func all(_ operations: LineOperations, _ facts: AuditFacts, reported: [Int]) -> [OperationQuarter] {
        Dictionary(grouping: reported) { Quarter(seconds: facts.landedAt[$0]) }.sorted { $0.key < $1.key }
            .map { quarter, commits in
                OperationQuarter(
                    quarter: quarter, counts: commits.reduce(into: OperationCounts()) { $0 += operations.byCommit[$1] })
            }
            .filter { $0.counts.total > 0 }
    }
}
