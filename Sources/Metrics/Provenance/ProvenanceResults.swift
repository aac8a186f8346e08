import Attribution

/// Which marks were found, of which tools, and how much they leave open.
package struct ProvenanceResults: Sendable {
    package let marks: [MarkUse]
    package let tools: [ToolQuarter]
    package private(set) var unknownValues: [UnknownValueUse]
    package let lowerBound: LowerBound

    init(_ facts: AuditFacts, reported: [Int]) {
        marks = MarkUse.all(in: reported, of: facts)
        tools = ToolQuarter.all(in: reported, of: facts)
        unknownValues = UnknownValueUse.all(in: reported, of: facts)
        lowerBound = LowerBound(facts, reported: reported)
    }

    /// Puts other words in the place of names.
    mutating func cover(_ cover: (String) -> String) {
        unknownValues = unknownValues.map { $0.covered(by: cover) }
    }
}
