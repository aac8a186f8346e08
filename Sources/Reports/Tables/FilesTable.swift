import Git
import Metrics

/// files.csv: the files at the analysed revision.
enum FilesTable {
    static func table(_ results: AuditResults) -> Table<FileResult> {
        let facts = results.facts
        return Table(
            "files", "one row per path at the analysed revision, by path",
            [
                Column("repository", .string, "name of the repository") { _ in .text(facts.repository) },
                Column("path", .string, "path; quoted as git quotes it where it is not valid UTF-8") {
                    .text(String(path: facts.lines.paths[$0.path]))
                },
                Column("lines", .integer, "lines of a text file; empty for any other", unit: "lines") {
                    $0.content == .text ? .integer($0.lines) : .missing
                },
                Column(
                    "commits", .integer, "commits that changed the path; merges only with lines of their own",
                    unit: "commits"
                ) {
                    .integer($0.commits)
                },
                Column("ai_lines", .integer, "lines that commits of an AI class wrote", unit: "lines") {
                    $0.content == .text ? .integer($0.aiLines) : .missing
                },
                Column(
                    "churn_14d", .integer,
                    "meaningful lines written at this path and removed within 14 days of landing", unit: "lines"
                ) {
                    .integer($0.churnHeadline)
                },
                Column("fixes", .integer, "fixes that changed the path", unit: "commits") { .integer($0.fixes) },
                Column(
                    "inducing", .integer, "commits that changed the path and were found to need a fix", unit: "commits"
                ) {
                    .integer($0.inducing)
                },
                Column("content", .string, "text, binary, submodule, tooLarge or unreadable") {
                    .text($0.content.name)
                },
            ])
    }
}
