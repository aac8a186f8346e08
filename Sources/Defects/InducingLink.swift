import LineHistory

/// A commit's position in its history, parents first.
package typealias CommitPosition = Int

/// A fix and an earlier commit that needed it; one value for each such pair.
package struct InducingLink: Hashable, Sendable {
    package let fix: CommitPosition
    package let inducer: CommitPosition
    /// How the fix names the inducer; nil where it does not.
    package private(set) var declaration: DeclaredLink?
    /// What the lines say; nil where they lead elsewhere.
    package let inference: InferredLink?
    /// Whether outcomes and chains rest on it: always where declared or labelled; an inferred link only where its fix declares none.
    package let counts: Bool
    /// Whether a label of the user says so.
    package let isLabelled: Bool
    /// Removed or changed lines of the fix that the inducer wrote.
    package let lines: Int
    /// Files in which the lines of the fix lead to the inducer.
    package let files: Int
    /// From the landing of the inducer to that of the fix, never below 0.
    package let days: Double

    /// The same link with other words for what the fix says.
    func covered(by cover: (String) -> String) -> InducingLink {
        var link = self
        link.declaration = declaration.map {
            DeclaredLink(rule: $0.rule, text: cover($0.text), confidence: $0.confidence, isRevert: $0.isRevert)
        }
        return link
    }

    package var isDeclared: Bool { declaration != nil }
    package var isInferred: Bool { inference != nil }

    /// How likely the link is right, 0 to 1: the declaration's where there is one.
    package var confidence: Double {
        isLabelled ? 1 : declaration?.confidence ?? inference?.confidence ?? 0
    }

    /// `declared`, `blame` or `label`.
    package var via: String { isLabelled ? "label" : isDeclared ? "declared" : "blame" }
}

/// What a fix says of its inducer.
package struct DeclaredLink: Hashable, Sendable {
    /// The rule of the declaration, as `Intent` names it.
    package let rule: String
    /// The words of the message.
    package let text: String
    package let confidence: Double
    /// Whether the "fix" undoes the inducer.
    package let isRevert: Bool
}

/// What the lines of a fix say of its inducer.
package struct InferredLink: Hashable, Sendable {
    /// Sum of the weights of the evidence; only differences between candidates of one fix mean something.
    package let score: Double
    /// Share of links of such a standing that were right.
    package let confidence: Double
    /// The same, judged without regard to age: for chains, where being recent is no evidence.
    package let chainConfidence: Double
    /// Whether the inducer is the best candidate without regard to age, too: chains take no other.
    package let holdsWithoutAge: Bool
}
