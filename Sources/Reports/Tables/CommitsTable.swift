import Attribution
import Defects
import Git
import Intent
import Metrics

/// commits.csv: everything that is known of each commit.
enum CommitsTable {
    /// One commit.
    ///
    /// Columns take all from here and capture nothing: what a closure captures is counted at each of a million calls.
    struct Row: Sendable {
        fileprivate let source: CommitSource
        fileprivate let commit: CommitPosition
    }

    static func rows(_ results: AuditResults) -> [Row] {
        let source = CommitSource(results)
        return results.reported.map { Row(source: source, commit: $0) }
    }

    static func table() -> Table<Row> {
        Table(
            "commits", "one row per commit that landed in the reported time, oldest first",
            [
                Column("repository", .string, "name of the repository") { .text($0.source.facts.repository) },
                Column("sha", .string, "object name of the commit") { .object($0.source.facts.history.ids[$0.commit]) },
                Column("parents", .list, "object names of the parents, separated by spaces; empty for a root") {
                    .objects($0.source.parents(of: $0.commit))
                },
                Column("is_merge", .boolean, "whether the commit has two parents or more") {
                    .boolean($0.source.merges[$0.commit])
                },
                Column("class", .string, "who wrote the commit: ai_authored, ai_assisted, automation or human") {
                    .text($0.source.classes[$0.commit].rawValue)
                },
                Column(
                    "class_declared", .boolean,
                    "of class human: whether something says so; otherwise it only has no AI mark"
                ) {
                    $0.source.classes[$0.commit] == .human
                        ? .boolean($0.source.facts.commits[$0.commit].attribution.isDeclared) : .missing
                },
                Column("tools", .list, "AI tools and programs named by marks, separated by semicolons") {
                    .list($0.source.facts.commits[$0.commit].attribution.tools)
                },
                Column("models", .list, "models named by marks, normalised, separated by semicolons") {
                    .list($0.source.facts.commits[$0.commit].attribution.models)
                },
                Column("class_rules", .list, "identifiers of the marks that were found, separated by semicolons") {
                    .list($0.source.facts.commits[$0.commit].attribution.matches.rules)
                },
                Column("class_confidence", .string, "how far the best mark can be trusted: high, medium or low") {
                    .text($0.source.facts.commits[$0.commit].attribution.confidence.rawValue)
                },
                Column("author", .string, "author after the mailmap of the analysed revision") {
                    .person($0.source.facts.authors[$0.commit])
                },
                Column("authored_at_utc", .datetime, "author date") {
                    .time($0.source.facts.commits[$0.commit].authoredAt)
                },
                Column("committed_at_utc", .datetime, "committer date") {
                    .time($0.source.facts.history.committedAt[$0.commit])
                },
                Column(
                    "landed_at_utc", .datetime, "committer date of the first-parent commit that brought the commit in"
                ) {
                    .time($0.source.facts.landedAt[$0.commit])
                },
                Column("subject", .string, "first line of the message") {
                    .text($0.source.facts.commits[$0.commit].subject)
                },
                Column(
                    "files", .integer, "changed files, a renamed one once; of a merge those with lines of its own",
                    unit: "files"
                ) {
                    .integer($0.source.facts.lines.counts[$0.commit].files)
                },
                Column(
                    "added", .integer, "added lines, renames seen through; of a merge the lines that no parent has",
                    unit: "lines"
                ) {
                    .integer($0.source.facts.lines.counts[$0.commit].added)
                },
                Column("deleted", .integer, "deleted lines, renames seen through; 0 for a merge", unit: "lines") {
                    .integer($0.source.facts.lines.counts[$0.commit].deleted)
                },
                Column(
                    "is_fix", .boolean,
                    "whether the commit repairs a defect: by its message and its shape, or by a label"
                ) {
                    .boolean($0.source.findings.fixes[$0.commit]?.isFix ?? false)
                },
                Column(
                    "fix_evidence", .list,
                    "what settled the message's verdict, then the rules met, separated by semicolons"
                ) {
                    let fix = $0.source.facts.commits[$0.commit].intent.fix
                    var evidence: [String] = []
                    evidence.reserveCapacity(fix.evidence.count + 1)
                    evidence.append(fix.ground.rawValue)
                    for piece in fix.evidence { evidence.append(piece.rule) }
                    return .list(evidence)
                },
                Column("fix_shape", .string, "what the change of a fix touches: production, or what makes it no fix") {
                    .text($0.source.findings.fixes[$0.commit]?.shape.rawValue)
                },
                Column("reverts", .string, "commit that this one undoes or, re-landing, brings back") {
                    .object($0.source.id($0.source.findings.reverts[$0.commit]))
                },
                Column("is_inducing", .boolean, "whether a fix needed this commit to be repaired") {
                    .boolean($0.source.findings.outcomes[$0.commit] != nil)
                },
                Column("first_fix", .string, "the fix that landed first") {
                    .object($0.source.id($0.source.findings.outcomes[$0.commit]?.firstFix))
                },
                Column(
                    "days_to_first_fix", .number, "from the landing of the commit to that of its first fix",
                    unit: "days"
                ) {
                    .number($0.source.findings.outcomes[$0.commit]?.days)
                },
                Column("class_evidence", .list, "the text that each mark matched, separated by semicolons") {
                    .list($0.source.facts.commits[$0.commit].attribution.matches.map(\.text))
                },
                Column(
                    "ai_reviewed", .boolean,
                    "whether an AI tool reviewed the change, or one suggestion of it was accepted"
                ) {
                    .boolean($0.source.facts.commits[$0.commit].attribution.isAIReviewed)
                },
                Column(
                    "ai_line_share", .number, "AI lines by added lines, 0 to 1; only notes can tell", unit: "share",
                    of: "added lines"
                ) {
                    .number($0.source.facts.commits[$0.commit].attribution.lineShare)
                },
                Column("responsible", .string, "the person behind an agent's commit") {
                    .person($0.source.facts.commits[$0.commit].attribution.responsible)
                },
                Column(
                    "flags", .list,
                    "merge, squash, revert, cherry_pick, empty, unreliable_window, separated by semicolons"
                ) {
                    .list($0.source.facts.commits[$0.commit].attribution.flags.names)
                },
                Column(
                    "added_without_renames", .integer,
                    "added lines as git log --numstat --no-renames has them; 0 for a merge", unit: "lines"
                ) {
                    .integer($0.source.facts.lines.counts[$0.commit].addedWithoutRenames)
                },
                Column(
                    "deleted_without_renames", .integer,
                    "deleted lines as git log --numstat --no-renames has them; 0 for a merge", unit: "lines"
                ) {
                    .integer($0.source.facts.lines.counts[$0.commit].deletedWithoutRenames)
                },
                Column(
                    "review", .string,
                    "reviewed: a trailer names another person, or another person merged it on a platform; unreviewed: nothing "
                        + "says so; unknown: the project records none, or the platform kept it to itself"
                ) {
                    .text($0.source.standings[$0.commit].rawValue)
                },
            ])
    }
}

/// What the rows of all commits take their cells from.
private final class CommitSource: Sendable {
    let facts: AuditFacts
    let findings: CommitFindings
    /// By position.
    let merges: [Bool]
    let classes: [AuthorClass]
    let standings: [ReviewStanding]

    init(_ results: AuditResults) {
        facts = results.facts
        findings = CommitFindings(facts)
        merges = facts.history.ids.indices.map { results.facts.history.isMerge($0) }
        classes = facts.authorClasses
        standings = results.reviews.standings
    }

    func id(_ commit: CommitPosition?) -> ObjectID? { commit.map { facts.history.ids[$0] } }

    func parents(of commit: CommitPosition) -> [ObjectID] {
        facts.history.parents(of: commit).map { facts.history.ids[Int($0)] }
    }
}

/// What the search for defects found of each commit, by position.
private struct CommitFindings: Sendable {
    private(set) var fixes: [(isFix: Bool, shape: FixShape.Verdict)?]
    /// What the commit undoes or brings back.
    private(set) var reverts: [CommitPosition?]
    private(set) var outcomes: [(firstFix: CommitPosition, days: Double)?]

    init(_ facts: AuditFacts) {
        fixes = Array(repeating: nil, count: facts.history.count)
        reverts = Array(repeating: nil, count: facts.history.count)
        outcomes = Array(repeating: nil, count: facts.history.count)
        for fix in facts.defects.fixes { fixes[fix.commit] = (fix.isFix, fix.shape.verdict) }
        for revert in facts.defects.reverts where reverts[revert.commit] == nil {
            reverts[revert.commit] = revert.target
        }
        for (commit, outcome) in facts.defects.outcomes { outcomes[commit] = (outcome.firstFix, outcome.days) }
    }
}
