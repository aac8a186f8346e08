import Attribution

extension RuleList<Mark> {
    /// The marks by which AI tools and programs are known.
    package init(_ marks: MarkTable) {
        let table = Table<Mark>(
            "mark_rules", "one row per mark, in the order in which they are looked for",
            [
                Column("rule", .string, "identifier: tool.channel.name") { .text($0.id) },
                Column("level", .string, "what it says: authored, assisted, reviewed, automation or human") {
                    .text($0.level.rawValue)
                },
                Column("tool", .string, "tool that it names; empty if the text itself names the tool") {
                    $0.tool.isEmpty ? .missing : .text($0.tool)
                },
                Column("vendor", .string, "who makes the tool") { $0.vendor.isEmpty ? .missing : .text($0.vendor) },
                Column("channel", .string, "where in a commit it stands") { .text($0.channel.rawValue) },
                Column("key", .string, "key of the trailer, ref of the note, or part of the commit") { .text($0.key) },
                Column("pattern", .string, "regular expression (ICU)") { .text($0.pattern) },
                Column("rank", .string, "of the marks that match one text only those of the first rank count") {
                    .text("\($0.rank)")
                },
                Column("confidence", .string, "how far it can be trusted: high, medium or low") {
                    .text($0.confidence.rawValue)
                },
                Column("evidence", .string, "on what it rests, separated by semicolons") {
                    .text($0.evidence.map(\.rawValue).joined(separator: ";"))
                },
                Column("unreliable_from", .string, "first day on which the tool wrote it by mistake") {
                    .text($0.unreliable.map { "\($0.lowerBound)" })
                },
                Column("unreliable_to", .string, "last day on which the tool wrote it by mistake") {
                    .text($0.unreliable.map { "\($0.upperBound)" })
                },
                Column("condition", .string, "what must hold beside the pattern") { .text(Self.words($0.condition)) },
                Column("example", .string, "a text that it matches") { .text($0.example) },
                Column("note", .string, "what else is known") { $0.note.isEmpty ? .missing : .text($0.note) },
            ])
        self.init(table, marks.entries, shown: ["rule", "level", "key", "pattern"])
    }

    private static func words(_ condition: Mark.Condition?) -> String? {
        switch condition {
        case .noPersonalAddress: "no personal address"
        case .besideTrailer(let key): "beside a trailer \(key)"
        case .besideAnotherMark: "beside another mark"
        case nil: nil
        }
    }
}
