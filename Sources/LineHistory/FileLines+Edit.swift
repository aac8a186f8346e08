import Git

/// What an edit takes out of a file, and where.
struct EditTrace {
    /// Each removed run with the number of removed lines before it in the script, top to bottom.
    private(set) var removed: [(run: LineRun, before: UInt32)] = []
    /// Where each hunk begins and ends among the old lines.
    private(set) var places: [(start: FileLinesPlace, end: FileLinesPlace)] = []

    /// Forgets the last edit, and keeps the room that it took.
    fileprivate mutating func begin() {
        removed.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
    }

    /// Takes the next lines of a hunk.
    fileprivate mutating func take(_ count: UInt32, from reader: inout FileLinesReader, after before: inout UInt32) {
        let start = reader.place
        reader.read(count) { run in
            removed.append((run, before))
            before += run.count
        }
        places.append((start, reader.place))
    }
}

extension FileLines {
    /// The lines after an edit.
    ///
    /// - Parameters:
    ///   - hunks: lead from these lines to those of `version`.
    ///   - trace: is told what the hunks remove.
    func edited(by hunks: ArraySlice<Hunk>, into version: VersionNumber, _ trace: inout EditTrace) -> FileLines {
        trace.begin()
        // A hunk cuts one run in two at most, and adds one.
        return FileLines(capacity: runs.count + 2 * hunks.count) { result in
            var reader = FileLinesReader(self)
            var line: UInt32 = 0
            var removedBefore: UInt32 = 0
            for hunk in hunks {
                reader.read(UInt32(hunk.oldStart) - line, into: &result)
                trace.take(UInt32(hunk.oldCount), from: &reader, after: &removedBefore)
                line = UInt32(hunk.oldStart + hunk.oldCount)
                result.add(LineRun(version: version, line: UInt32(hunk.newStart), count: UInt32(hunk.newCount)))
            }
            reader.readRest(into: &result)
        }
    }

    /// Of a merge: the lines that are new against one parent, taken from another parent where it has them.
    ///
    /// - Parameter other: the same file as seen from the other parent.
    func filled(from other: FileLines, version: VersionNumber) -> FileLines {
        // Each run of this file cuts one of the other's in two at most.
        FileLines(capacity: 2 * runs.count + other.runs.count) { result in
            var reader = FileLinesReader(other)
            for run in runs {
                if run.version == version {
                    reader.read(run.count, into: &result)
                } else {
                    reader.read(run.count) { _ in }
                    result.add(run)
                }
            }
        }
    }
}

extension [LineRun] {
    /// The parts of `candidates` that are not among these lines.
    func missing(from candidates: [LineRun]) -> [LineRun] {
        // Of a merge's long files, few lines are of the versions that lost some.
        let versions = candidates.map(\.version).sorted()
        let standing = filter { run in
            let place = versions.firstIndexSorted { $0 >= run.version }
            return place < versions.count && versions[place] == run.version
        }.sorted { ($0.version, $0.line) < ($1.version, $1.line) }
        var result: [LineRun] = []
        for candidate in candidates {
            var start = candidate.line
            var index = standing.firstIndexSorted { ($0.version, $0.end) > (candidate.version, candidate.line) }
            while index < standing.count, standing[index].version == candidate.version,
                standing[index].line < candidate.end
            {
                if standing[index].line > start {
                    result.append(LineRun(version: candidate.version, line: start, count: standing[index].line - start))
                }
                start = Swift.max(start, standing[index].end)
                index += 1
            }
            if start < candidate.end {
                result.append(LineRun(version: candidate.version, line: start, count: candidate.end - start))
            }
        }
        return result
    }
}

extension RandomAccessCollection where Index == Int {
    /// The first index from which on a condition holds, of elements sorted by it; the end where it never does.
    ///
    /// Public and inlinable, so that other modules have it for their own elements, without a witness for each.
    @inlinable public func firstIndexSorted(where holds: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
