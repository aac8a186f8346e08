import Git
import Intent
import LineHistory

/// Reads the shape of changes out of a line history.
struct FixShapeReader {
    private let lines: LineHistory
    /// By path number.
    private let kinds: [PathKind]

    /// - Parameter kinds: by path number.
    init(lines: LineHistory, kinds: [PathKind]) {
        self.lines = lines
        self.kinds = kinds
    }

    /// The shapes of commits.
    ///
    /// - Parameters:
    ///   - commits: ascending.
    ///   - kept: of an earlier run.
    /// - Returns: the shapes, and what they are made of.
    func shapes(of commits: [CommitPosition], kept: KeptChanges) -> (shapes: [FixShape], changes: KeptChanges) {
        var (kept, changes) = (kept, KeptChanges())
        var shapes: [FixShape] = []
        shapes.reserveCapacity(commits.count)
        for commit in commits {
            let versions = lines.versions(of: commit)
            let counts = kept.take(commit) { lines.versions(of: $0).count } ?? versions.map(count)[...]
            changes.add(commit, counts)
            shapes.append(
                FixShape(
                    zip(versions, counts).map { version, count in
                        PathChange(
                            kind: kinds[Int(lines.versions[Int(version)].path)], code: Int(count.code),
                            comment: Int(count.comment))
                    }))
        }
        return (shapes, changes)
    }

    private func count(of version: VersionNumber) -> ChangedLineKinds {
        var count = ChangedLineKinds()
        for birth in lines.births(of: version) {
            let marks = lines.marks(of: birth)
            lines.eachSubstantiveOrigin(of: birth.run) { run in
                guard run.version == version else { return }
                let start = marks.startIndex + Int(run.line - birth.run.line)
                count.add(marks[start..<start + Int(run.count)])
            }
        }
        for removal in lines.removals(of: version) where !removal.continues { count.add(lines.marks(of: removal)) }
        return count
    }
}

/// The lines of code and of comments that a version added and removed.
struct ChangedLineKinds: BitwiseCopyable, Equatable, Sendable {
    private(set) var code: UInt32 = 0
    private(set) var comment: UInt32 = 0

    fileprivate mutating func add(_ marks: ArraySlice<LineMark>) {
        for mark in marks {
            switch mark.kind {
            case .comment: comment += 1
            case .blank: break
            case .informative, .sparse, .dependency, .punctuation: code += 1
            }
        }
    }
}

/// Which kinds of lines commits changed, for the next run to take. What a path is for is not kept: the tip may say otherwise.
struct KeptChanges: Equatable, Sendable {
    /// Positions, ascending.
    private var commits: ArraySlice<UInt32> = []
    /// Of each of their versions, one commit after the other.
    private var counts: ArraySlice<ChangedLineKinds> = []

    mutating func add(_ commit: CommitPosition, _ counts: some Sequence<ChangedLineKinds>) {
        commits.append(UInt32(commit))
        self.counts += counts
    }

    /// What is known of a commit, and nothing of those before it any more.
    ///
    /// - Parameter versionCount: of a commit.
    mutating func take(
        _ commit: CommitPosition, versionCount: (CommitPosition) -> Int
    ) -> ArraySlice<ChangedLineKinds>? {
        while let first = commits.first.map(CommitPosition.init), first <= commit {
            let count = versionCount(first)
            defer {
                commits.removeFirst()
                counts = counts.dropFirst(count)
            }
            if first == commit { return counts.prefix(count) }
        }
        return nil
    }

    /// What is kept of the first commits.
    func prefix(_ count: Int) -> KeptChanges {
        var result = self
        result.commits = commits.prefix { $0 < count }
        return result
    }
}

extension KeptChanges {
    init(from reader: inout ByteReader) throws(ByteReader.Failure) {
        commits = try reader.words()[...]
        counts = try reader.values(of: ChangedLineKinds.self)[...]
    }

    func write(to writer: inout ByteWriter) {
        writer.write(values: Array(commits))
        writer.write(values: Array(counts))
    }
}
