/// How well inferred links agree with declared ones, over the fixes of one repository that declare theirs.
///
/// Inference looks at no declaration, so this is a measurement of it: of the repository at hand, by its own authors.
package struct LinkAgreement: Hashable, Sendable {
    /// Fixes that declare an inducer.
    package let fixes: Int
    /// Pairs that they declare.
    package let declared: Int
    /// Pairs that were inferred for them.
    package let inferred: Int
    /// Pairs that are both.
    package let both: Int

    package var precision: Double? { inferred > 0 ? Double(both) / Double(inferred) : nil }
    package var recall: Double? { declared > 0 ? Double(both) / Double(declared) : nil }
    /// The harmonic mean of precision and recall.
    package var f1: Double? { inferred + declared > 0 ? 2 * Double(both) / Double(inferred + declared) : nil }

    init(_ links: [InducingLink]) {
        let judged = Dictionary(grouping: links.filter { !$0.isLabelled || $0.isDeclared }, by: \.fix).values
            .filter { $0.contains { $0.namesInducer } }
        fixes = judged.count
        declared = judged.reduce(0) { $0 + $1.count(where: \.namesInducer) }
        inferred = judged.reduce(0) { $0 + $1.count(where: \.isInferred) }
        both = judged.reduce(0) { $0 + $1.count { $0.namesInducer && $0.isInferred } }
    }
}

extension InducingLink {
    /// Declared otherwise than by a revert, for which nothing is inferred.
    fileprivate var namesInducer: Bool { declaration.map { !$0.isRevert } ?? false }
}
