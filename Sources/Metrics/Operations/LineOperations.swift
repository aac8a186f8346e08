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

    /// Of so many commits the lines are held at a time.
    private static let mostAtOnce = 2_048

    /// For a later scan.
    let kept: KeptOperations

    /// Those of a history without commits.
    static let none = LineOperations(
        byCommit: [], duplicates: [],
        kept: KeptOperations(counts: [], duplicates: [], returns: [], exclusions: [], fates: []))

    private init(byCommit: [OperationCounts], duplicates: [DuplicateBlocks.Count], kept: KeptOperations) {
        self.byCommit = byCommit
        self.duplicates = duplicates
        self.kept = kept
    }

    /// - Parameters:
    ///   - earlier: what an earlier scan found.
    ///   - same: how many of the first commits are the same as in that scan, and landed as they did then.
    ///   - limit: all other commits of either scan landed then or later.
    ///   - jobs: the number of threads.
    package init(
        _ facts: AuditFacts, earlier: KeptOperations? = nil, same: Int = 0, limit: Int64 = .min, jobs: Int = 1
    ) {
        let exclusions = KeptOperations.exclusions(facts)
        let fates = KeptOperations.fates(facts, from: same)
        let known = KnownOperations(
            facts, earlier, same: same, limit: limit, exclusions: exclusions, fates: fates.earlier)
        let (duplicates, sorted) = Parallel.both(jobs: jobs) {
            DuplicateBlocks(facts, known).byCommit
        } _: {
            Self.sorted(facts, known, jobs: jobs)
        }
        var (counts, restorations) = sorted
        self.duplicates = duplicates
        kept = KeptOperations(
            counts: counts, duplicates: duplicates, returns: restorations.returns, exclusions: exclusions,
            fates: fates.all)
        for line in restorations.returns {
            counts[Int(line.deleted)][.deleted] -= 1
            counts[Int(line.deleted)][.deletedThenRestored] += 1
        }
        byCommit = counts
    }

    /// What all commits did, what an earlier scan knows of them included, and which lines came back.
    private static func sorted(
        _ facts: AuditFacts, _ known: KnownOperations, jobs: Int
    ) -> (counts: [OperationCounts], restorations: Restorations) {
        var counts = known.counts
        var restorations = known.restorations(facts)
        var left = known.order[known.count...]
        while !left.isEmpty {
            let commits = Array(left.prefix(Self.mostAtOnce))
            left = left.dropFirst(Self.mostAtOnce)
            let operations = Parallel.map(count: commits.count, jobs: jobs) { facts.operations(of: commits[$0]) }
            for (commit, lines) in zip(commits, operations) {
                counts[commit] = lines.counts
                restorations.advance(
                    commit, landedAt: facts.landedAt[commit], deleted: lines.deleted, written: lines.written)
            }
        }
        return (counts, restorations)
    }

    /// Blocks that some commits add to some paths although they stand elsewhere, there or not, per million lines that they
    /// change in these; `nil` where they change none. Linear in the lines of the history.
    ///
    /// - Parameters:
    ///   - commits: positions.
    ///   - paths: by number.
    static func duplicateBlocksPerMillionLines(of commits: [Int], in paths: [Bool], _ facts: AuditFacts) -> Double? {
        let duplicates = duplicates(in: paths, facts)
        var changed = 0
        for commit in commits {
            let lines = facts.lines.changedLines(of: commit)
            for line in [lines.added, lines.removed].joined() where !line.continues && line.mark.isMeaningful {
                let path = facts.lines.versions[Int(line.version)].path
                if paths[Int(path)], facts.isCounted(path: path) { changed += 1 }
            }
        }
        let blocks = commits.reduce(0) { $0 + duplicates[$1].blocks }
        return changed > 0 ? Double(blocks) * 1_000_000 / Double(changed) : nil
    }

    /// The blocks that commits add to some paths, by position.
    ///
    /// - Parameter paths: by number.
    static func duplicates(in paths: [Bool], _ facts: AuditFacts) -> [DuplicateBlocks.Count] {
        let known = KnownOperations(facts, nil, same: 0, limit: .min, exclusions: [], fates: [])
        return DuplicateBlocks(facts, known, paths: paths).byCommit
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
        let totals = commits.map { Double($0.total) }
        shares = Dictionary(
            uniqueKeysWithValues: LineOperation.counted.map { operation in
                (
                    operation,
                    ClusteredShare(
                        zip(commits, totals).map { .init(events: Double($0[operation]), total: $1) })
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
        let months = reported.grouped { ChartPeriod(.month, seconds: facts.landedAt[$0]).number }
        let periods =
            months.map { (ChartPeriod(.month, number: $0.number).text, $0.items) } + [(Churn.wholeTime, reported)]
        return periods.flatMap { period, commits -> [OperationRow] in
            let classes: [(AuthorClass?, [Int])] =
                [(nil, commits)]
                + commits.grouped { facts.authorClasses[$0].place }.map { (AuthorClass.allCases[$0.number], $0.items) }
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
        reported.grouped { Quarter(seconds: facts.landedAt[$0]).number }
            .map { quarter in
                OperationQuarter(
                    quarter: Quarter(number: quarter.number),
                    counts: quarter.items.reduce(into: OperationCounts()) { $0 += operations.byCommit[$1] })
            }
            .filter { $0.counts.total > 0 }
    }
}
