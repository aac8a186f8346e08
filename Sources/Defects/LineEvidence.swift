import Git
import Intent
import LineHistory

/// How the lines that a commit touched lead back to one earlier commit. Weights of lines, not yet of rules.
package struct LineEvidence: Sendable {
    /// Removed or changed lines of code, and dependencies.
    package var code = 0.0
    /// Removed or changed comments.
    package var comment = 0.0
    /// Removed or changed blank lines and lines of brackets.
    package var filler = 0.0
    /// The nearest lines around hunks that only add; half of one for a line of brackets.
    package var besideAddition = 0.0
    /// The nearest lines around other hunks.
    package var besideChange = 0.0
    /// All lines around, whichever hunk.
    package var around = 0.0
    /// Of all this, what lies in test files.
    package var tests = LineShare()
    /// Files with any evidence.
    package private(set) var files = 0
    /// The last of them, by path number.
    private var file: UInt32?
    /// Removed lines that the commit wrote, of any kind.
    package var lines = 0

    package init() {}

    /// The same quantities in test files.
    package struct LineShare: Sendable {
        package var removed = 0.0
        package var beside = 0.0
    }
}

/// What the lines of one fix lead to, ascending by commit.
typealias FoundEvidence = [(commit: CommitPosition, evidence: LineEvidence)]

/// Reads the line evidence of commits out of a line history.
struct LineEvidenceReader {
    private let lines: LineHistory
    /// By path number.
    private let kinds: [PathKind]
    private var found: CommitTally<LineEvidence>

    /// - Parameter kinds: by path number.
    init(lines: LineHistory, kinds: [PathKind]) {
        self.lines = lines
        self.kinds = kinds
        found = CommitTally(LineEvidence(), commitCount: lines.history.count)
    }

    /// The evidence of one commit against each earlier one.
    mutating func evidence(of commit: CommitPosition) -> FoundEvidence {
        defer { found.removeAll() }
        // Copied once: what closures take of `self` is copied at every call, with all of its arrays.
        let lines = lines
        for version in lines.versions(of: commit) {
            let path = lines.versions[Int(version)].path
            addRemovals(version, path, lines)
            addSurroundings(version, path)
        }
        return found.commits.sorted().filter { $0 != commit }.map { ($0, found[$0]) }
    }

    private mutating func addRemovals(_ version: VersionNumber, _ path: UInt32, _ lines: LineHistory) {
        let isTest = kinds[Int(path)] == .test
        for removal in lines.removals(of: version) where !removal.continues {
            let marks = lines.marks(of: removal)
            guard !marks.isEmpty else { continue }
            var start = marks.startIndex
            lines.eachSubstantiveOrigin(of: removal.run) { run in
                let end = start + Int(run.count)
                found[lines.commit(of: run.version)].addRemoved(marks[start..<end], path: path, isTest: isTest)
                start = end
            }
        }
    }

    private mutating func addSurroundings(_ version: VersionNumber, _ path: UInt32) {
        let isTest = kinds[Int(path)] == .test
        for hunk in lines.hunks(of: version) {
            let isAddition = hunk.hunk.oldCount == 0
            var side = HunkSide(path: path, isTest: isTest, isAddition: isAddition)
            for run in hunk.above.reversed() {
                guard let marks = lines.marks(of: run) else { continue }
                for (line, mark) in zip(run.line..<run.end, marks).reversed() {
                    add(run.version, line, mark, to: &side)
                }
            }
            side = HunkSide(path: path, isTest: isTest, isAddition: isAddition)
            for run in hunk.below {
                guard let marks = lines.marks(of: run) else { continue }
                for (line, mark) in zip(run.line..<run.end, marks) { add(run.version, line, mark, to: &side) }
            }
        }
    }

    /// One side of a hunk, gone through from the hunk on.
    private struct HunkSide {
        let path: UInt32
        let isTest: Bool
        let isAddition: Bool
        /// Lines so far.
        var distance = 0.0
        /// Whether one of them was more than blank.
        var isFound = false
    }

    private mutating func add(_ version: VersionNumber, _ line: UInt32, _ mark: LineMark, to side: inout HunkSide) {
        let kind = mark.kind
        side.distance += 1
        if kind == .blank { return }
        let commit = lines.commit(of: lines.substantiveOrigin(version: version, line: line).version)
        let weight = kind == .punctuation ? 0.5 : 1
        found[commit].around += weight / side.distance * (side.isTest ? 0.1 : 1)
        if side.isFound { return }
        found[commit].addBeside(weight, path: side.path, isAddition: side.isAddition, isTest: side.isTest)
        side.isFound = true
    }
}

extension LineEvidence {
    /// - Parameter path: of all of the fix's files the current one: they come one after another.
    private mutating func add(path: UInt32) {
        if file != path { files += 1 }
        file = path
    }

    fileprivate mutating func addRemoved(_ marks: ArraySlice<LineMark>, path: UInt32, isTest: Bool) {
        add(path: path)
        lines += marks.count
        for mark in marks {
            switch mark.kind {
            case .blank, .punctuation: if isTest { tests.removed += 0.5 } else { filler += 1 }
            case .informative, .sparse, .dependency: if isTest { tests.removed += 1 } else { code += 1 }
            case .comment: if isTest { tests.removed += 1 } else { comment += 1 }
            }
        }
    }

    fileprivate mutating func addBeside(_ weight: Double, path: UInt32, isAddition: Bool, isTest: Bool) {
        add(path: path)
        if isTest {
            tests.beside += isAddition ? weight : 0.7 * weight
        } else if isAddition {
            besideAddition += weight
        } else {
            besideChange += weight
        }
    }
}
