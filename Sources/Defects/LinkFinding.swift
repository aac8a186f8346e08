import LineHistory

/// What lines and words tell of one fix, whatever it declares.
///
/// It rests on nothing but the fix, the commits and fixes before it, and when they landed.
package struct LinkFinding: Equatable, Sendable {
    /// An earlier commit that the lines lead to.
    struct Trace: Equatable, Sendable {
        let commit: CommitPosition
        /// Removed lines that it wrote.
        let lines: Int
        /// Files in which lines lead to it.
        let files: Int
    }

    /// An inducer, and why.
    struct Pick: Equatable, Sendable {
        let inducer: CommitPosition
        let link: InferredLink
    }

    package let fix: CommitPosition
    /// Ascending by commit.
    let traces: [Trace]
    /// Ascending by inducer.
    var picks: [Pick] = []

    /// The commit that wrote most of the removed lines, of several the last; nil where none was removed.
    var repaired: CommitPosition? {
        let most = traces.max { ($0.lines, $0.commit) < ($1.lines, $1.commit) }
        return most.flatMap { $0.lines > 0 ? $0.commit : nil }
    }

    func trace(to commit: CommitPosition) -> Trace? { traces.first { $0.commit == commit } }
}
