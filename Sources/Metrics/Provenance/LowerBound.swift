import Attribution

/// Why every AI figure of a repository is a lower bound.
package struct LowerBound: Sendable {
    /// One reason.
    package struct Reason: Hashable, Sendable {
        /// Stable, for programs.
        package let kind: String
        /// How many of it there are, where that can be said.
        package let count: Int?
        /// A sentence.
        package let text: String
    }

    package let reasons: [Reason]

    init(_ facts: AuditFacts, reported: [Int]) {
        var reasons = [
            Reason(
                kind: "marks_can_be_absent", count: nil,
                text: "Marks can be switched off, stripped or squashed away, and some tools leave none.")
        ]
        for kind in SuppressionSign.Kind.allCases {
            let signs = facts.provenance.signs.filter { $0.kind == kind }
            guard !signs.isEmpty else { continue }
            reasons.append(Reason(kind: "suppression_" + kind.rawValue, count: signs.count, text: Self.text(of: kind)))
        }
        if facts.warnings.contains(where: { $0.kind == .notesMissing }) {
            reasons.append(
                Reason(
                    kind: "notes_missing", count: nil,
                    text: "The clone has no notes refs; attribution that is kept in notes is not seen."))
        }
        let lost = facts.provenance.notes.reduce(0) { $0 + $1.notes - $1.onHistory - $1.moved }
        if lost > 0 {
            reasons.append(
                Reason(
                    kind: "notes_elsewhere", count: lost,
                    text:
                        "Notes on commits that the analysed revision does not reach count for nothing; rebases and squashes "
                        + "leave such notes behind."))
        }
        func count(_ text: String, kind: String, where isCounted: (Int) -> Bool) {
            let number = reported.count(where: isCounted)
            if number > 0 { reasons.append(Reason(kind: kind, count: number, text: text)) }
        }
        count("Commits that hold several others: whose marks they lost, nobody can tell.", kind: "squashed") {
            facts.commits[$0].attribution.flags.contains(.squash)
        }
        count("Commits with a value that no mark knows, of a key that names AI tools.", kind: "unknown_values") {
            !facts.commits[$0].attribution.unknownValues.isEmpty
        }
        if !facts.history.missingParents.isEmpty {
            reasons.append(
                Reason(
                    kind: "history_incomplete", count: facts.history.missingParents.count,
                    text: "The clone does not hold the whole history."))
        }
        self.reasons = reasons
    }

    private static func text(of kind: SuppressionSign.Kind) -> String {
        switch kind {
        case .setting: "Settings of AI tools in the tree switch their attribution off."
        case .hook: "Hooks in the tree rewrite or refuse messages with AI marks."
        case .gate: "Checks of the build server look for AI marks."
        case .instruction: "Instructions in the tree forbid attribution to AI tools."
        case .ban: "The project forbids AI contributions, which teaches people to leave marks out."
        }
    }
}
