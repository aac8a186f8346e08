import Git

/// What an edit takes out of a file, and where.
struct EditTrace {
    /// Each removed run with the number of removed lines before it in the script, top to bottom.
    private(set) var removed: [(run: LineRun, before: UInt32)] = []
    /// Where each hunk begins and ends among the old lines.
    private(set) var places: [(start: FileLinesPlace, end: FileLinesPlace)] = []

    /// Room for what an edit leaves around its hunks.
    fileprivate var changed: [LineRun] = []

    /// Finds out what hunks take from a file. What the last edit took is forgotten, and the room for it kept.
    mutating func follow(_ hunks: [Hunk], through lines: FileLines) {
        removed.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        var reader = FileLinesReader(lines)
        var line: UInt32 = 0
        var before: UInt32 = 0
        for hunk in hunks {
            reader.skip(UInt32(hunk.oldStart) - line)
            let start = reader.place
            reader.read(UInt32(hunk.oldCount)) { run in
                removed.append((run, before))
                before += run.count
            }
            places.append((start, reader.place))
            line = UInt32(hunk.oldStart + hunk.oldCount)
        }
    }
}

extension FileLines {
    /// Makes an edit; what stands far from its hunks is not looked at, and not copied if nobody else has it.
    ///
    /// - Parameters:
    ///   - hunks: lead from these lines to those of `version`.
    ///   - trace: has followed the hunks through these lines.
    mutating func edit(by hunks: [Hunk], into version: VersionNumber, _ trace: inout EditTrace) {
        guard let first = trace.places.first, let last = trace.places.last else { return }
        // The run above the first hunk may go on in what is now below it, and so may the last change in the run below.
        let start = max(0, first.start.run - 1)
        let end = min(runs.count, last.end.run + 1)
        trace.changed.removeAll(keepingCapacity: true)
        var place = FileLinesPlace(run: start)
        for (hunk, next) in zip(hunks, trace.places) {
            trace.changed.add(runs, from: place, to: next.start)
            trace.changed.add(
                LineRun(version: version, line: UInt32(hunk.newStart), count: UInt32(hunk.newCount)))
            place = next.end
        }
        trace.changed.add(runs, from: place, to: FileLinesPlace(run: end))
        replace(start..<end, with: trace.changed)
    }

    /// The lines after an edit.
    ///
    /// - Parameters:
    ///   - hunks: lead from these lines to those of `version`.
    ///   - trace: is told what the hunks remove.
    func edited(by hunks: [Hunk], into version: VersionNumber, _ trace: inout EditTrace) -> FileLines {
        trace.follow(hunks, through: self)
        var result = self
        result.edit(by: hunks, into: version, &trace)
        return result
    }

    /// Of a merge: the lines that are new against one parent, taken from another parent where it has them.
    ///
    /// - Parameter other: the same file as seen from the other parent.
    func filled(from other: FileLines, version: VersionNumber) -> FileLines {
        var result: [LineRun] = []
        result.reserveCapacity(runs.count + other.runs.count)
        var reader = FileLinesReader(other)
        for run in runs {
            if run.version == version {
                reader.read(run.count) { result.add($0) }
            } else {
                reader.skip(run.count)
                result.add(run)
            }
        }
        return FileLines(runs: result)
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
