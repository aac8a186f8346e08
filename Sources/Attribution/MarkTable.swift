/// All marks that are looked for, in the order in which reports list them.
package struct MarkTable: Sendable {
    package private(set) var entries: [Mark]

    package init(entries: [Mark]) {
        self.entries = entries
    }

    /// The marks that come with the program.
    package static let standard = MarkTable(
        entries: [
            anthropic, gitHub, openAI, editors, google, commandLineAgents, hostedAgents, builders, reviewers,
            provenance,
            conventions, declarations, automation,
        ].flatMap { $0 })

    /// Adds entries; one with a known identifier takes the place of the old one.
    package func overlaid(with overlay: [Mark]) -> MarkTable {
        var table = self
        for mark in overlay {
            if let index = table.entries.firstIndex(where: { $0.id == mark.id }) {
                table.entries[index] = mark
            } else {
                table.entries.append(mark)
            }
        }
        return table
    }

    /// The refs whose notes are looked at, in the order of the table; a name that ends in `*` stands for many.
    package var noteRefs: [String] {
        var seen: Set<String> = []
        return entries.filter { $0.channel == .note && seen.insert($0.key).inserted }.map(\.key)
    }

    /// Leaves out the entries of these identifiers.
    package func without(_ ids: Set<String>) -> MarkTable {
        MarkTable(entries: entries.filter { !ids.contains($0.id) })
    }
}
