/// What a pipeline should do.
package enum GateAction: String, CaseIterable, Comparable, Sendable {
    /// Go on.
    case none
    /// Ask another person to look at it.
    case secondReviewer = "second_reviewer"
    /// Pull the cord.
    case stop

    package static func < (one: GateAction, other: GateAction) -> Bool { one.rank < other.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// A gate's answer.
package enum GateStatus: String, CaseIterable, Sendable {
    case pass, fail
    /// Too little data to answer.
    case insufficient
}
