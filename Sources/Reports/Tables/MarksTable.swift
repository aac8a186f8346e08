import Metrics

/// marks.csv: the marks that were found.
enum MarksTable {
    static func table(_ results: AuditResults) -> Table<MarkUse> {
        let repository = results.facts.repository
        return Table(
            "marks", "one row per mark and tool that were found in reported commits, also where they changed no class",
            [
                Column("repository", .string, "name of the repository") { _ in .text(repository) },
                Column("rule", .string, "identifier of the mark, as in andon rules marks") { .text($0.rule) },
                Column("tool", .string, "tool or program that the mark names; empty if it names none") {
                    $0.tool.isEmpty ? .missing : .text($0.tool)
                },
                Column("level", .string, "what it says: authored, assisted, reviewed, automation or human") {
                    .text($0.level.rawValue)
                },
                Column("channel", .string, "author, committer, co-author, trailer, message, note or branch") {
                    .text($0.channel.rawValue)
                },
                Column("commits", .integer, "reported commits that carry it", unit: "commits") { .integer($0.commits) },
                Column("first_authored_at_utc", .datetime, "earliest author date of these commits") { .time($0.first) },
                Column("last_authored_at_utc", .datetime, "latest author date of these commits") { .time($0.last) },
            ])
    }
}
