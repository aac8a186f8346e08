import Git
import Intent
import LineHistory

/// A commit that its words or a label call a fix.
package struct Fix: Hashable, Sendable {
    package let commit: CommitPosition
    /// What the message says.
    package let verdict: FixVerdict
    /// What the change touches.
    package let shape: FixShape
    /// What a label of the user says, which beats both.
    package let label: Bool?

    /// Whether the commit counts as a fix.
    package var isFix: Bool { label ?? (verdict.isFix && shape.touchesProduction) }

    /// Whether a commit may count as one, as far as can be said before its lines are followed.
    package static func mayCount(verdict: FixVerdict, label: FixLabel?) -> Bool { label?.isFix ?? verdict.isFix }
}

/// What a user says of one commit.
package struct FixLabel: Hashable, Sendable {
    /// nil where the label says nothing of it.
    package let isFix: Bool?
    /// The commits that needed the fix; empty where the label names none.
    package let inducers: [CommitPosition]

    package init(isFix: Bool?, inducers: [CommitPosition] = []) {
        self.isFix = isFix
        self.inducers = inducers
    }
}

/// Reads the shape of changes out of a line history.
struct FixShapeReader {
    private let lines: LineHistory
    private let changes: VersionLines
    /// By path number.
    private let kinds: [PathKind]

    /// - Parameter kinds: by path number.
    init(lines: LineHistory, changes: VersionLines, kinds: [PathKind]) {
        self.lines = lines
        self.changes = changes
        self.kinds = kinds
    }

    func shape(of commit: CommitPosition) -> FixShape {
        FixShape(lines.versions(of: commit).map { change($0) })
    }

    private func change(_ version: VersionNumber) -> PathChange {
        var count = KindCount()
        for index in changes.births(of: version) {
            let birth = lines.births[index]
            let marks = lines.marks(of: birth)
            lines.eachSubstantiveOrigin(of: birth.run) { run in
                guard run.version == version else { return }
                let start = marks.startIndex + Int(run.line - birth.run.line)
                count.add(marks[start..<start + Int(run.count)])
            }
        }
        for index in changes.removals(of: version) where !lines.removals[Int(index)].continues {
            count.add(lines.marks(of: lines.removals[Int(index)]))
        }
        return PathChange(
            kind: kinds[Int(lines.versions[Int(version)].path)], code: count.code, comment: count.comment,
            blank: count.blank)
    }
}

/// Changed lines by kind.
private struct KindCount {
    private(set) var code = 0
    private(set) var comment = 0
    private(set) var blank = 0

    mutating func add(_ marks: ArraySlice<LineMark>) {
        for mark in marks {
            switch mark.kind {
            case .comment: comment += 1
            case .blank: blank += 1
            case .informative, .sparse, .dependency, .punctuation: code += 1
            }
        }
    }
}
