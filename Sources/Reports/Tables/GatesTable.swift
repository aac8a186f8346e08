import Gates
import Metrics

/// gates.csv: what was asked, and what the answer is.
enum GatesTable {
    static func table(_ facts: AuditFacts) -> Table<GateResult> {
        Table(
            "gates", "one row per gate",
            [
                Column("gate", .string, "name of the gate") { .text($0.name) },
                Column("status", .string, "pass, fail, or insufficient: too little data to answer") {
                    .text($0.status.rawValue)
                },
                Column(
                    "value", .number, "what the gate looked at; shares and differences of shares from 0 to 1",
                    unit: unit
                ) { .number($0.value) },
                Column("limit", .number, "what it is held against", unit: unit) { .number($0.limit) },
                Column("sample", .integer, "what the value rests on", unit: "of the column unit") {
                    .integer($0.sample)
                },
                Column("explanation", .string, "the answer in a sentence") {
                    .text(GateWords($0, facts).sentence)
                },
                Column("action", .string, "what is to be done now: none, second_reviewer or stop") {
                    .text($0.action.rawValue)
                },
                Column("unit", .string, "what the sample counts: commits, lines, fixes, files or chains") {
                    .text($0.unit)
                },
                Column("class", .string, "whose commits: all, ai, ai_authored, ai_assisted, human or automation") {
                    .text($0.selection.rawValue)
                },
                Column("paths", .string, "pathspecs, separated by semicolons; empty for all") {
                    $0.paths.isEmpty ? .missing : .text($0.paths.joined(separator: ";"))
                },
                Column(
                    "required", .boolean, "whether no answer asks for the action too, and ends the run with status 5"
                ) { .boolean($0.isRequired) },
                Column("repository", .string, "name of the repository") { _ in .text(facts.repository) },
            ])
    }

    private static let unit = "that of the figure"
}
