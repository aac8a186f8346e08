import Git
import LineHistory
import Metrics

/// deaths.csv: the end of every line that is gone.
enum DeathsTable {
    static func table(_ results: AuditResults) -> Table<LineDeath> {
        let facts = results.facts
        let lines = facts.lines
        let paths = (0..<UInt32(lines.paths.count)).map { String(path: lines.paths[$0]) }
        @Sendable func sha(_ version: VersionNumber) -> Cell { .object(facts.history.ids[lines.commit(of: version)]) }
        @Sendable func landed(_ version: VersionNumber) -> Int64 { facts.landedAt[lines.commit(of: version)] }
        return Table(
            "deaths", "one row per run of lines that were written together and removed together",
            [
                Column("repository", .string, "name of the repository") { _ in .text(facts.repository) },
                Column("written_by", .string, "commit that wrote the lines") { sha($0.run.version) },
                Column("written_path", .string, "path at which they were written") {
                    .text(paths[Int(lines.versions[Int($0.run.version)].path)])
                },
                Column(
                    "written_line", .integer, "number of the first line when it was written, from 1",
                    unit: "line number"
                ) {
                    .integer(Int($0.run.line) + 1)
                },
                Column("lines", .integer, "number of lines", unit: "lines") { .integer(Int($0.run.count)) },
                Column("removed_by", .string, "commit that removed them") { sha($0.by) },
                Column("removed_path", .string, "path at which they were removed") {
                    .text(paths[Int(lines.versions[Int($0.by)].path)])
                },
                Column("written_landed_at_utc", .datetime, "when the lines landed") { .time(landed($0.run.version)) },
                Column("removed_landed_at_utc", .datetime, "when their removal landed") { .time(landed($0.by)) },
                Column("age_days", .number, "days from landing to landing; not below 0", unit: "days") {
                    .number(Double(max(0, landed($0.by) - landed($0.run.version))) / 86_400)
                },
                Column("written_class", .string, "class of the writing commit") {
                    .text(facts.authorClass(lines.commit(of: $0.run.version)).rawValue)
                },
                Column("removed_class", .string, "class of the removing commit") {
                    .text(facts.authorClass(lines.commit(of: $0.by)).rawValue)
                },
            ])
    }
}
