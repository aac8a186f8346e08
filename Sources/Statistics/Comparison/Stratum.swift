/// One stratum of a comparison: the same two classes, alike in what the stratum stands for.
package struct Stratum: Hashable, Sendable {
    package let first: Proportion
    package let second: Proportion

    package init(first: Proportion, second: Proportion) {
        self.first = first
        self.second = second
    }

    var total: Int { first.total + second.total }

    /// Whether both classes are present, so that the stratum can say something of their difference.
    var isShared: Bool { first.total > 0 && second.total > 0 }
}
