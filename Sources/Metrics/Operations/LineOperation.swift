/// What was done to a line of a commit's diff; see METRICS §3. Each pair of lines counts once.
package enum LineOperation: String, CaseIterable, Sendable {
    /// A removed and an added line of one commit, equal but for white space, at different places.
    case moved
    /// A removed line and the added one in its place that differs in at most three words.
    case updated
    /// An updated line whose change of one word the commit made three times or more.
    case findReplaced = "find_replaced"
    /// An added line of at least two words that the commit added in another hunk as well.
    case copyPasted = "copy_pasted"
    /// A removed line that is none of these.
    case deleted
    /// A deleted line of at least two words that came back to its path within ``Restorations/days``.
    case deletedThenRestored = "deleted_then_restored"
    /// An added line that is none of these.
    case added
    /// A pair of lines that differ in white space only; outside every share.
    case noOp = "no_op"

    /// Those that are shares of a whole.
    package static let counted = allCases.filter { $0 != .noOp }
}

/// How many lines each operation touched, pairs once.
package struct OperationCounts: Hashable, Sendable, BitwiseCopyable {
    /// One number for each operation.
    private var values = SIMD8<UInt32>()

    package init() {}

    package internal(set) subscript(operation: LineOperation) -> Int {
        get { Int(values[operation.index]) }
        set { values[operation.index] = UInt32(newValue) }
    }

    /// All operations but no-ops.
    package var total: Int {
        Int(SIMD8<UInt64>(truncatingIfNeeded: values).wrappedSum()) - self[.noOp]
    }

    /// Meaningful added lines of the diff.
    package var addedLines: Int {
        self[.moved] + self[.updated] + self[.findReplaced] + self[.copyPasted] + self[.added]
    }

    /// Meaningful deleted lines of the diff.
    package var deletedLines: Int {
        self[.moved] + self[.updated] + self[.findReplaced] + self[.deleted] + self[.deletedThenRestored]
    }

    package static func += (sum: inout OperationCounts, other: OperationCounts) {
        sum.values &+= other.values
    }
}

extension LineOperation {
    fileprivate var index: Int {
        switch self {
        case .moved: 0
        case .updated: 1
        case .findReplaced: 2
        case .copyPasted: 3
        case .deleted: 4
        case .deletedThenRestored: 5
        case .added: 6
        case .noOp: 7
        }
    }
}
