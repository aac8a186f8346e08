import Defects
import Git
import Metrics

/// A chain and its number in the report.
struct NumberedChain: Sendable {
    /// From 1, by the last member.
    let number: Int
    let chain: FixChain

    static func all(_ results: AuditResults) -> [NumberedChain] {
        results.facts.defects.chains.enumerated().map { NumberedChain(number: $0 + 1, chain: $1) }
    }
}

/// chains.csv: fixes each of which had to be repaired by the next.
enum ChainsTable {
    static func table(_ results: AuditResults) -> Table<NumberedChain> {
        let facts = results.facts
        @Sendable func sha(_ commit: CommitPosition?) -> Cell { .object(commit.map { facts.history.ids[$0] }) }
        return Table(
            "chains",
            "one row per chain of fixes, by its last member; fixes of one's own fix within a day are left out",
            [
                Column("repository", .string, "name of the repository") { _ in .text(facts.repository) },
                Column("chain", .integer, "number of the chain", unit: "none") { .integer($0.number) },
                Column("depth", .integer, "fixes in the chain", unit: "commits") { .integer($0.chain.depth) },
                Column("first_cause", .string, "the commit that needed the first fix") { sha($0.chain.firstCause) },
                Column("first_fix", .string, "the first fix") { sha($0.chain.members.first) },
                Column("last_fix", .string, "the last fix, or revert") { sha($0.chain.members.last) },
                Column("span_days", .number, "from the landing of the first to that of the last", unit: "days") {
                    .number($0.chain.spanDays)
                },
                Column("members", .integer, "fixes and reverts of fixes in the chain", unit: "commits") {
                    .integer($0.chain.members.count)
                },
                Column("confidence", .number, "that of the weakest edge: the expected precision", unit: "probability") {
                    .number($0.chain.confidence)
                },
                Column("is_declared", .boolean, "whether every edge is declared by its fix") {
                    .boolean($0.chain.edges.allSatisfy(\.isDeclared))
                },
                Column("files", .integer, "paths that two neighbours both changed", unit: "files") {
                    .integer($0.chain.paths.count)
                },
            ])
    }
}

/// A member of a chain.
struct ChainMember: Sendable {
    let chain: Int
    /// From 1.
    let place: Int
    let commit: CommitPosition
    /// To the member before; nil for the first.
    let edge: ChainEdge?

    static func all(_ results: AuditResults) -> [ChainMember] {
        NumberedChain.all(results).flatMap { numbered in
            numbered.chain.members.enumerated().map { index, commit in
                ChainMember(
                    chain: numbered.number, place: index + 1, commit: commit,
                    edge: index == 0 ? nil : numbered.chain.edges[index - 1])
            }
        }
    }
}

/// chain_members.csv: the commits of each chain.
enum ChainMembersTable {
    static func table(_ results: AuditResults) -> Table<ChainMember> {
        let facts = results.facts
        return Table(
            "chain_members", "one row per chain and member, first to last",
            [
                Column("repository", .string, "name of the repository") { _ in .text(facts.repository) },
                Column("chain", .integer, "number of the chain, as in chains.csv", unit: "none") { .integer($0.chain) },
                Column("place", .integer, "place in the chain, from 1", unit: "none") { .integer($0.place) },
                Column("sha", .string, "the member") { .object(facts.history.ids[$0.commit]) },
                Column("class", .string, "class of its author") { .text(facts.authorClass($0.commit).rawValue) },
                Column("landed_at_utc", .datetime, "when it landed") { .time(facts.landedAt[$0.commit]) },
                Column("kind", .string, "fix_of_fix or revert_of_fix; empty for the first") {
                    .text($0.edge?.kind.rawValue)
                },
                Column("declared", .boolean, "whether it names the member before") {
                    $0.edge.map { .boolean($0.isDeclared) } ?? .missing
                },
                Column("confidence", .number, "that it repairs the member before", unit: "probability") {
                    .number($0.edge?.confidence)
                },
                Column("subject", .string, "first line of its message") { .text(facts.commits[$0.commit].subject) },
            ])
    }
}
