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

    /// - Parameter jobs: the number of threads.
    package init(
        _ facts: AuditFacts, scope: ReportScope = ReportScope(), charts: ChartOptions = ChartOptions(), jobs: Int = 1
    ) {
        self.facts = facts
        self.scope = scope
        let reported = (0..<facts.history.count).filter { scope.contains(facts.landedAt[$0]) }
        self.reported = reported
        let written = facts.writtenLines(facts.countedPaths)
        let ((churn, files, reviews), evidence) = Parallel.both(jobs: jobs) {
            let churn = Churn(facts, scope: scope, written: written)
            return (churn, FileResult.all(facts, churn: churn), Reviews(facts))
        } _: {
            Evidence(
                StudiedCommits(facts, scope: scope, outcomes: CommitOutcome.all(facts), written: written), jobs: jobs)
        }
        (self.churn, self.files, self.reviews, self.evidence) = (churn, files, reviews, evidence)
        (operationRows, operationQuarters) = Parallel.both(jobs: jobs) {
            OperationRow.all(facts.operations, facts, reported: reported)
        } _: {
            OperationQuarter.all(facts.operations, facts, reported: reported)
        }
        exclusions = ExclusionResult.all(facts)
        classes = ClassResult.all(facts, reported: reported)
        labelAgreement = LabelAgreement(facts)
        provenance = ProvenanceResults(facts, reported: reported)
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

    /// Every class, in the order of its cases.
    static func all(_ facts: AuditFacts, reported: [Int]) -> [ClassResult] {
        let places = facts.authorClasses.map(\.place)
        var standing = AuthorClass.allCases.map { _ in 0 }
        for (place, lines) in zip(places, facts.standingLines) { standing[place] += lines }
        return AuthorClass.allCases.map { authorClass in
            let own = reported.filter { places[$0] == authorClass.place }
            return ClassResult(
                authorClass: authorClass, commits: own.count, merges: own.count { facts.history.isMerge($0) },
                added: own.reduce(0) { $0 + facts.lines.counts[$1].added },
                deleted: own.reduce(0) { $0 + facts.lines.counts[$1].deleted }, standing: standing[authorClass.place])
        }
    }
}

extension AuditFacts {
    /// By position: lines of the commit that stand at the analysed revision.
    fileprivate var standingLines: [Int] {
        var standing = [Int](repeating: 0, count: history.count)
        let versions = lines.versions
        for file in lines.tip {
            for run in file.runs { standing[Int(versions[Int(run.version)].commit)] += Int(run.count) }
        }
        return standing
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
        let versions = facts.lines.versions
        var commits = [Int](repeating: 0, count: facts.lines.paths.count)
        for version in versions { commits[Int(version.path)] += 1 }
        let fixes = counts(of: facts.defects.fixes.lazy.filter(\.isFix).map(\.commit), facts)
        let inducing = counts(of: facts.defects.outcomes.keys, facts)
        let isAI = facts.authorClasses.map(\.isAI)
        return facts.lines.tip.filter { facts.lines.isCounted(path: $0.path) }.map { file in
            FileResult(
                path: file.path, content: file.content, lines: file.runs.reduce(0) { $0 + Int($1.count) },
                commits: commits[Int(file.path)],
                aiLines: file.runs.reduce(0) {
                    $0 + (isAI[Int(versions[Int($1.version)].commit)] ? Int($1.count) : 0)
                },
                churnHeadline: churn.headlineByPath[file.path] ?? 0, fixes: fixes[Int(file.path)],
                inducing: inducing[Int(file.path)])
        }
    }

    /// By path number: how many of some commits changed it.
    private static func counts(of commits: some Sequence<CommitPosition>, _ facts: AuditFacts) -> [Int] {
        var counts = [Int](repeating: 0, count: facts.lines.paths.count)
        for commit in commits {
            for version in facts.lines.versions(of: commit) {
                counts[Int(facts.lines.versions[Int(version)].path)] += 1
            }
        }
        return counts
    }
}
