import Attribution
import Defects
import Git
import LineHistory

/// The numbers of one repository: what reports are written from.
package struct AuditResults: Sendable {
    package internal(set) var facts: AuditFacts
    package let scope: ReportScope
    package let churn: Churn
    /// By month of landing and class.
    package let operationRows: [OperationRow]
    package let operationQuarters: [OperationQuarter]
    package let exclusions: [ExclusionResult]
    package let files: [FileResult]
    /// Commits in scope, by position.
    package let reported: [Int]
    package let classes: [ClassResult]
    package let evidence: Evidence
    package internal(set) var provenance: ProvenanceResults
    /// Who looked at which change.
    package let reviews: Reviews
    /// The figures that are watched over time, of all commits first.
    package internal(set) var charts: [MetricChart]
    /// How the classifiers agree with the user's labels.
    package let labelAgreement: LabelAgreement

    package init(
        _ facts: AuditFacts, scope: ReportScope = ReportScope(), charts: ChartOptions = ChartOptions()
    ) {
        self.facts = facts
        self.scope = scope
        let reported = (0..<facts.history.count).filter { scope.contains(facts.landedAt[$0]) }
        self.reported = reported
        let churn = Churn(facts, scope: scope)
        self.churn = churn
        let operations = facts.operations
        operationRows = OperationRow.all(operations, facts, reported: reported)
        operationQuarters = OperationQuarter.all(operations, facts, reported: reported)
        exclusions = ExclusionResult.all(facts)
        files = FileResult.all(facts, churn: churn)
        classes = AuthorClass.allCases.map { ClassResult($0, reported, facts) }
        labelAgreement = LabelAgreement(facts)
        provenance = ProvenanceResults(facts, reported: reported)
        reviews = Reviews(facts)
        let evidence = Evidence(facts, scope: scope, outcomes: CommitOutcome.all(facts))
        self.evidence = evidence
        self.charts = MetricChart.all(facts, evidence, options: charts)
    }

    /// Lines added and deleted by commits in scope that are no merges, as `git log --numstat --no-renames` counts them.
    package var lineTotals: (added: Int, deleted: Int) {
        reported.reduce((0, 0)) { total, commit in
            facts.history.isMerge(commit)
                ? total
                : (
                    total.0 + facts.lines.counts[commit].addedWithoutRenames,
                    total.1 + facts.lines.counts[commit].deletedWithoutRenames
                )
        }
    }
}

/// Commits and lines of one class.
package struct ClassResult: Sendable {
    package let authorClass: AuthorClass
    package let commits: Int
    package let merges: Int
    package let added: Int
    package let deleted: Int
    /// Lines that stand at the analysed revision.
    package let standing: Int

    init(_ authorClass: AuthorClass, _ reported: [Int], _ facts: AuditFacts) {
        let own = reported.filter { facts.authorClass($0) == authorClass }
        self.authorClass = authorClass
        commits = own.count
        merges = own.count { facts.history.isMerge($0) }
        added = own.reduce(0) { $0 + facts.lines.counts[$1].added }
        deleted = own.reduce(0) { $0 + facts.lines.counts[$1].deleted }
        standing = facts.lines.tip.reduce(0) { total, file in
            total
                + file.runs.reduce(0) {
                    $0 + (facts.authorClass(facts.lines.commit(of: $1.version)) == authorClass ? Int($1.count) : 0)
                }
        }
    }
}

/// One file at the analysed revision.
package struct FileResult: Sendable {
    package let path: UInt32
    package let content: ContentKind
    package let lines: Int
    /// Commits that changed the path, merges only where they made lines of their own.
    package let commits: Int
    /// Lines that commits of the AI classes wrote.
    package let aiLines: Int
    /// Lines written at this path that were removed within the headline window.
    package let churnHeadline: Int
    /// Fixes that changed the path.
    package let fixes: Int
    /// Commits that changed the path and were found to need a fix.
    package let inducing: Int

    static func all(_ facts: AuditFacts, churn: Churn) -> [FileResult] {
        var commits: [UInt32: Int] = [:]
        for version in facts.lines.versions { commits[version.path, default: 0] += 1 }
        let fixes = counts(of: facts.defects.fixes.filter(\.isFix).map(\.commit), facts)
        let inducing = counts(of: facts.defects.outcomes.keys, facts)
        return facts.lines.tip.filter { facts.lines.isCounted(path: $0.path) }.map { file in
            FileResult(
                path: file.path, content: file.content, lines: file.runs.reduce(0) { $0 + Int($1.count) },
                commits: commits[file.path] ?? 0,
                aiLines: file.runs.reduce(0) {
                    $0 + (facts.authorClass(facts.lines.commit(of: $1.version)).isAI ? Int($1.count) : 0)
                },
                churnHeadline: churn.headlineByPath[file.path] ?? 0, fixes: fixes[file.path] ?? 0,
                inducing: inducing[file.path] ?? 0)
        }
    }

    /// By path number: how many of some commits changed it.
    private static func counts(of commits: some Sequence<CommitPosition>, _ facts: AuditFacts) -> [UInt32: Int] {
        var counts: [UInt32: Int] = [:]
        for commit in commits {
            for version in facts.lines.versions(of: commit) {
                counts[facts.lines.versions[Int(version)].path, default: 0] += 1
            }
        }
        return counts
    }
}
