import Intent

extension RuleList<FixRule> {
    /// The rules by which a message is judged to be a repair: a logistic model whose weights add up.
    package static var fixes: RuleList {
        let table = Table<FixRule>(
            "fix_rules",
            "one row per rule; a message is a repair where the weights of the rules that it meets and the bias reach the "
                + "threshold",
            [
                Column("rule", .string, "identifier: place.topic") { .text($0.id) },
                Column("place", .string, "where a phrase counts: head, subject or body; form for what is no phrase") {
                    .text($0.place.rawValue)
                },
                Column("weight", .number, "log odds that it adds, once") { .number($0.weight) },
                Column("phrases", .string, "phrases that meet it, separated by semicolons") {
                    $0.phrases.isEmpty ? .missing : .text($0.phrases.joined(separator: "; "))
                },
            ])
        let constants = [
            FixRule(id: "bias", place: .form, weight: FixRule.bias, phrases: []),
            FixRule(id: "threshold", place: .form, weight: FixRule.threshold, phrases: []),
        ]
        return RuleList(table, constants + FixRule.all, shown: ["rule", "weight", "phrases"])
    }
}
