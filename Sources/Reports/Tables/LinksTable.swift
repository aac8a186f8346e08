import Defects
import Git
import Metrics

/// links.csv: which commits fixes had to repair.
enum LinksTable {
    static func table(_ results: AuditResults) -> Table<InducingLink> {
        let facts = results.facts
        return Table(
            "links", "one row per fix and commit that needed it, by fix",
            [
                Column("repository", .string, "name of the repository") { _ in .text(facts.repository) },
                Column("fix", .string, "the fix, or the revert") { .object(facts.history.ids[$0.fix]) },
                Column("inducer", .string, "the commit that needed it") { .object(facts.history.ids[$0.inducer]) },
                Column("declared", .boolean, "whether the fix names the inducer") { .boolean($0.isDeclared) },
                Column("inferred", .boolean, "whether the lines of the fix lead to the inducer") {
                    .boolean($0.isInferred)
                },
                Column("score", .number, "of an inferred link: sum of the weights of its evidence", unit: "points") {
                    .number($0.inference?.score)
                },
                Column("lines", .integer, "lines that the fix removed or changed and the inducer wrote", unit: "lines")
                {
                    .integer($0.lines)
                },
                Column("files", .integer, "files in which lines lead to the inducer", unit: "files") {
                    .integer($0.files)
                },
                Column("days", .number, "from the landing of the inducer to that of the fix", unit: "days") {
                    .number($0.days)
                },
                Column("confidence", .number, "share of links of such a standing that are right", unit: "probability") {
                    .number($0.confidence)
                },
                Column(
                    "counts", .boolean,
                    "whether outcomes rest on the link; an inferred one counts where nothing is declared"
                ) {
                    .boolean($0.counts)
                },
                Column("via", .string, "declared, blame or label") { .text($0.via) },
                Column("declaration", .string, "the words by which the fix names the inducer") {
                    .text($0.declaration?.text)
                },
                Column("fix_class", .string, "class of the fix's author") { .text(facts.authorClass($0.fix).rawValue) },
                Column("inducer_class", .string, "class of the inducer's author") {
                    .text(facts.authorClass($0.inducer).rawValue)
                },
            ])
    }
}
