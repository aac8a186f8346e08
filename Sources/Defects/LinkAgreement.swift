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

    /// - Parameter links: by fix.
    init(_ links: [InducingLink]) {
        var (fixes, declared, inferred, both) = (0, 0, 0, 0)
        var next = 0
        while next < links.count {
            let fix = links[next].fix
            var own = (declared: 0, inferred: 0, both: 0)
            while next < links.count, links[next].fix == fix {
                if !links[next].isLabelled || links[next].isDeclared {
                    own.declared += links[next].namesInducer ? 1 : 0
                    own.inferred += links[next].isInferred ? 1 : 0
                    own.both += links[next].namesInducer && links[next].isInferred ? 1 : 0
                }
                next += 1
            }
            guard own.declared > 0 else { continue }
            fixes += 1
            declared += own.declared
            inferred += own.inferred
            both += own.both
        }
        (self.fixes, self.declared, self.inferred, self.both) = (fixes, declared, inferred, both)
    }
}

extension InducingLink {
    /// Declared otherwise than by a revert, for which nothing is inferred.
    fileprivate var namesInducer: Bool { declaration.map { !$0.isRevert } ?? false }
}
