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
    /// Paths with any evidence, by number.
    package var paths: Set<UInt32> = []
    /// Removed lines that the commit wrote, of any kind.
    package var lines = 0

    package init() {}

    /// The same quantities in test files.
    package struct LineShare: Sendable {
        package var removed = 0.0
        package var beside = 0.0
    }
}

/// Reads the line evidence of commits out of a line history.
struct LineEvidenceReader {
    private let lines: LineHistory
    private let removals: VersionIndex
    private let isTest: [Bool]

    init(lines: LineHistory) {
        self.lines = lines
        removals = VersionIndex(lines.removals.map(\.by), versionCount: lines.versions.count)
        isTest = (0..<UInt32(lines.paths.count)).map {
            PathKind(path: String(decoding: lines.paths[$0], as: UTF8.self)) == .test
        }
    }

    /// The evidence of one commit against each earlier one.
    func evidence(of commit: CommitPosition) -> [CommitPosition: LineEvidence] {
        var result: [CommitPosition: LineEvidence] = [:]
        for version in lines.versions(of: commit) {
            let path = lines.versions[Int(version)].path
            addRemovals(version, path, to: &result)
            addSurroundings(version, path, to: &result)
        }
        result[commit] = nil
        return result
    }

    private func addRemovals(_ version: VersionNumber, _ path: UInt32, to result: inout [CommitPosition: LineEvidence])
    {
        let test = isTest[Int(path)]
        for index in removals[version] {
            let removal = lines.removals[Int(index)]
            guard !removal.continues else { continue }
            let marks = lines.marks(of: removal)
            guard !marks.isEmpty else { continue }
            var offset = 0
            lines.eachSubstantiveOrigin(of: removal.run) { run in
                let commit = lines.commit(of: run.version)
                for mark in marks[(marks.startIndex + offset)..<(marks.startIndex + offset + Int(run.count))] {
                    result[commit, default: LineEvidence()].addRemoved(mark.kind, isTest: test)
                }
                result[commit]?.paths.insert(path)
                result[commit]?.lines += Int(run.count)
                offset += Int(run.count)
            }
        }
    }

    private func addSurroundings(
        _ version: VersionNumber, _ path: UInt32, to result: inout [CommitPosition: LineEvidence]
    ) {
        let test = isTest[Int(path)]
        for hunk in lines.hunks(of: version) {
            let isAddition = hunk.hunk.oldCount == 0
            for (runs, isAbove) in [(hunk.above, true), (hunk.below, false)] {
                var found = false
                var distance = 0.0
                for run in isAbove ? Array(runs.reversed()) : Array(runs) {
                    for step in 0..<run.count {
                        let line = isAbove ? run.end - 1 - step : run.line + step
                        guard let kind = lines.mark(version: run.version, line: line)?.kind else { continue }
                        distance += 1
                        if kind == .blank { continue }
                        let (origin, _) = lines.substantiveOrigin(version: run.version, line: line)
                        let commit = lines.commit(of: origin)
                        let weight = kind == .punctuation ? 0.5 : 1
                        result[commit, default: LineEvidence()].around += weight / distance * (test ? 0.1 : 1)
                        if !found {
                            result[commit]!.addBeside(weight, isAddition: isAddition, isTest: test)
                            result[commit]!.paths.insert(path)
                            found = true
                        }
                    }
                }
            }
        }
    }
}

extension LineEvidence {
    fileprivate mutating func addRemoved(_ kind: LineMark.Kind, isTest: Bool) {
        if isTest {
            tests.removed += kind == .blank || kind == .punctuation ? 0.5 : 1
            return
        }
        switch kind {
        case .informative, .sparse, .dependency: code += 1
        case .comment: comment += 1
        case .blank, .punctuation: filler += 1
        }
    }

    fileprivate mutating func addBeside(_ weight: Double, isAddition: Bool, isTest: Bool) {
        if isTest {
            tests.beside += isAddition ? weight : 0.7 * weight
        } else if isAddition {
            besideAddition += weight
        } else {
            besideChange += weight
        }
    }
}

/// Numbers of facts by the version that each belongs to.
struct VersionIndex {
    private var starts: [UInt32]
    private var order: [UInt32]

    /// - Parameter owners: by number of the fact.
    init(_ owners: [VersionNumber], versionCount: Int) {
        starts = [UInt32](repeating: 0, count: versionCount + 1)
        for owner in owners { starts[Int(owner) + 1] += 1 }
        for version in 0..<versionCount { starts[version + 1] += starts[version] }
        var places = starts
        order = [UInt32](repeating: 0, count: owners.count)
        for (number, owner) in owners.enumerated() {
            order[Int(places[Int(owner)])] = UInt32(number)
            places[Int(owner)] += 1
        }
    }

    subscript(version: VersionNumber) -> ArraySlice<UInt32> {
        order[Int(starts[Int(version)])..<Int(starts[Int(version) + 1])]
    }
}
