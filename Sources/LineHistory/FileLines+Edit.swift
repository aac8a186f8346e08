import Git

extension FileLines {
    /// The lines after an edit.
    ///
    /// - Parameters:
    ///   - hunks: lead from these lines to those of `version`.
    ///   - places: told where each hunk begins and ends among these lines.
    ///   - removed: told each removed run, with the number of removed lines before it in the script.
    func edited(
        by hunks: ArraySlice<Hunk>, into version: VersionNumber,
        places: (FileLinesPlace, FileLinesPlace) -> Void = { _, _ in }, removed: (LineRun, UInt32) -> Void
    ) -> FileLines {
        var result = FileLines()
        result.reserveCapacity(runs.count + 2 * hunks.count)
        var reader = FileLinesReader(self)
        var line: UInt32 = 0
        var removedBefore: UInt32 = 0
        for hunk in hunks {
            reader.read(UInt32(hunk.oldStart) - line, into: &result)
            let start = reader.place
            reader.read(UInt32(hunk.oldCount)) { run in
                removed(run, removedBefore)
                removedBefore += run.count
            }
            places(start, reader.place)
            line = UInt32(hunk.oldStart + hunk.oldCount)
            result.append(LineRun(version: version, line: UInt32(hunk.newStart), count: UInt32(hunk.newCount)))
        }
        reader.readRest(into: &result)
        return result
    }

    /// Of a merge: the lines that are new against one parent, taken from another parent where it has them.
    ///
    /// - Parameter other: the same file as seen from the other parent.
    func filled(from other: FileLines, version: VersionNumber) -> FileLines {
        var result = FileLines()
        var reader = FileLinesReader(other)
        for run in runs {
            if run.version == version {
                reader.read(run.count, into: &result)
            } else {
                reader.read(run.count) { _ in }
                result.append(run)
            }
        }
        return result
    }

    /// The parts of `candidates` that are not among these lines.
    func missing(from candidates: [LineRun]) -> [LineRun] {
        let standing = runs.sorted { ($0.version, $0.line) < ($1.version, $1.line) }
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
                start = max(start, standing[index].end)
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
