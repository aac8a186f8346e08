import Attribution
import Metrics

/// suppression.csv: what keeps marks out of the history.
enum SuppressionTable {
    static func table(_ results: AuditResults) -> Table<SuppressionSign> {
        let repository = results.facts.repository
        return Table(
            "suppression",
            "one row per line in the tree of the analysed revision that keeps AI marks out of the history",
            [
                Column("repository", .string, "name of the repository") { _ in .text(repository) },
                Column(
                    "kind", .string,
                    "setting (a tool's attribution is off), hook (rewrites or refuses messages), gate (a check of the "
                        + "build server), instruction (forbids attribution) or ban (forbids AI contributions)"
                ) { .text($0.kind.rawValue) },
                Column("tool", .string, "tool whose setting it is; empty if it concerns all") {
                    $0.tool.isEmpty ? .missing : .text($0.tool)
                },
                Column("path", .string, "file in the tree") { .text($0.path) },
                Column("line", .integer, "number of the line, from 1", unit: "line number") { .integer($0.line + 1) },
                Column("text", .string, "the line, 200 characters at most") { .text($0.text) },
            ])
    }
}
