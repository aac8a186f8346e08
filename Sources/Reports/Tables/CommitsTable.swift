import Attribution
import Defects
import Git
import Intent
import Metrics

/// commits.csv: everything that is known of each commit.
enum CommitsTable {
    /// - Returns: a table of commit positions.
    static func table(_ results: AuditResults) -> Table<Int> {
        let facts = results.facts
        let history = facts.history
        let findings = CommitFindings(facts)
        return Table(
            "commits", "one row per commit that landed in the reported time, oldest first",
            [
                Column("repository", .string, "name of the repository") { _ in .text(facts.repository) },
                Column("sha", .string, "object name of the commit") { .object(history.ids[$0]) },
                Column("parents", .list, "object names of the parents, separated by spaces; empty for a root") {
                    .objects(history.parents(of: $0).map { history.ids[Int($0)] })
                },
                Column("is_merge", .boolean, "whether the commit has two parents or more") {
                    .boolean(history.isMerge($0))
                },
                Column("class", .string, "who wrote the commit: ai_authored, ai_assisted, automation or human") {
                    .text(facts.authorClass($0).rawValue)
                },
                Column(
                    "class_declared", .boolean,
                    "of class human: whether something says so; otherwise it only has no AI mark"
                ) {
                    facts.authorClass($0) == .human ? .boolean(facts.commits[$0].attribution.isDeclared) : .missing
                },
                Column("tools", .list, "AI tools and programs named by marks, separated by semicolons") {
                    .list(facts.commits[$0].attribution.tools)
                },
                Column("models", .list, "models named by marks, normalised, separated by semicolons") {
                    .list(facts.commits[$0].attribution.models)
                },
                Column("class_rules", .list, "identifiers of the marks that were found, separated by semicolons") {
                    .list(facts.commits[$0].attribution.rules)
                },
                Column("class_confidence", .string, "how far the best mark can be trusted: high, medium or low") {
                    .text(facts.commits[$0].attribution.confidence.rawValue)
                },
                Column("author", .string, "author after the mailmap of the analysed revision") {
                    .text(facts.authors[$0].text)
                },
                Column("authored_at_utc", .datetime, "author date") { .time(facts.commits[$0].authoredAt) },
                Column("committed_at_utc", .datetime, "committer date") { .time(history.committedAt[$0]) },
                Column(
                    "landed_at_utc", .datetime, "committer date of the first-parent commit that brought the commit in"
                ) {
                    .time(facts.landedAt[$0])
                },
                Column("subject", .string, "first line of the message") { .text(facts.commits[$0].subject) },
                Column(
                    "files", .integer, "changed files, a renamed one once; of a merge those with lines of its own",
                    unit: "files"
                ) {
                    .integer(facts.lines.counts[$0].files)
                },
                Column(
                    "added", .integer, "added lines, renames seen through; of a merge the lines that no parent has",
                    unit: "lines"
                ) {
                    .integer(facts.lines.counts[$0].added)
                },
                Column("deleted", .integer, "deleted lines, renames seen through; 0 for a merge", unit: "lines") {
                    .integer(facts.lines.counts[$0].deleted)
                },
                Column(
                    "is_fix", .boolean,
                    "whether the commit repairs a defect: by its message and its shape, or by a label"
                ) {
                    .boolean(findings.fixes[$0]?.isFix ?? false)
                },
                Column(
                    "fix_evidence", .list,
                    "what settled the message's verdict, then the rules met, separated by semicolons"
                ) {
                    let fix = facts.commits[$0].intent.fix
                    return .list([fix.ground.rawValue] + fix.evidence.lazy.map(\.rule))
                },
                Column("fix_shape", .string, "what the change of a fix touches: production, or what makes it no fix") {
                    .text(findings.fixes[$0]?.shape.rawValue)
                },
                Column("reverts", .string, "commit that this one undoes or, re-landing, brings back") {
                    .object(findings.reverts[$0].map { history.ids[$0] })
                },
                Column("is_inducing", .boolean, "whether a fix needed this commit to be repaired") {
                    .boolean(findings.outcomes[$0] != nil)
                },
                Column("first_fix", .string, "the fix that landed first") {
                    .object(findings.outcomes[$0].map { history.ids[$0.firstFix] })
                },
                Column(
                    "days_to_first_fix", .number, "from the landing of the commit to that of its first fix",
                    unit: "days"
                ) {
                    .number(findings.outcomes[$0]?.days)
                },
                Column("class_evidence", .list, "the text that each mark matched, separated by semicolons") {
                    .list(facts.commits[$0].attribution.matches.map(\.text))
                },
                Column(
                    "ai_reviewed", .boolean,
                    "whether an AI tool reviewed the change, or one suggestion of it was accepted"
                ) {
                    .boolean(facts.commits[$0].attribution.isAIReviewed)
                },
                Column(
                    "ai_line_share", .number, "AI lines by added lines, 0 to 1; only notes can tell", unit: "share",
                    of: "added lines"
                ) {
                    .number(facts.commits[$0].attribution.lineShare)
                },
                Column("responsible", .string, "the person behind an agent's commit") {
                    .text(facts.commits[$0].attribution.responsible?.text)
                },
                Column(
                    "flags", .list,
                    "merge, squash, revert, cherry_pick, empty, unreliable_window, separated by semicolons"
                ) {
                    .list(facts.commits[$0].attribution.flags.names)
                },
                Column(
                    "added_without_renames", .integer,
                    "added lines as git log --numstat --no-renames has them; 0 for a merge", unit: "lines"
                ) {
                    .integer(facts.lines.counts[$0].addedWithoutRenames)
                },
                Column(
                    "deleted_without_renames", .integer,
                    "deleted lines as git log --numstat --no-renames has them; 0 for a merge", unit: "lines"
                ) {
                    .integer(facts.lines.counts[$0].deletedWithoutRenames)
                },
                Column(
                    "review", .string,
                    "reviewed: a trailer names another person, or another person merged it on a platform; unreviewed: nothing "
                        + "says so; unknown: the project records none, or the platform kept it to itself"
                ) {
                    .text(results.reviews.standings[$0].rawValue)
                },
            ])
    }
}

/// What the search for defects found of each commit, by position.
private struct CommitFindings {
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
