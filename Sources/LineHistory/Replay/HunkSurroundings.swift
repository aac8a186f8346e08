import Git

/// The lines around every hunk, as they stood before the change: a few runs a hunk, of lines that stayed.
///
/// A change that only adds removes nothing that could be traced; what it stands between can.
struct HunkSurroundings: Sendable {
    private let pieces: [PieceSurroundings]
    /// By version.
    private let places: [(version: VersionNumber, piece: UInt32, firstEnd: UInt32)]

    /// - Parameter pieces: those of each piece of the lineages.
    init(_ pieces: [PieceSurroundings] = []) {
        self.pieces = pieces
        places = pieces.enumerated().flatMap { number, piece in
            piece.places.map { (version: $0.version, piece: UInt32(number), firstEnd: $0.firstEnd) }
        }.sorted { $0.version < $1.version }
    }

    /// The runs above and below the nth hunk of a version, each top to bottom; nil for a version that changed no older one.
    func around(_ version: VersionNumber, hunk: Int) -> (above: ArraySlice<LineRun>, below: ArraySlice<LineRun>)? {
        let index = places.firstIndexSorted { $0.version >= version }
        guard index < places.count, case let place = places[index], place.version == version else { return nil }
        return pieces[Int(place.piece)].around(Int(place.firstEnd) + 2 * hunk)
    }
}

/// The lines around the hunks of one piece of the lineages.
struct PieceSurroundings: Sendable {
    private var runs: [LineRun] = []
    /// Two for each hunk: where its runs above end, and where those below do. They begin where the last ones ended.
    private var ends: [UInt32] = []
    /// Versions that have an older version to change, in the order in which they were added, and the first of their ends.
    fileprivate private(set) var places: [(version: VersionNumber, firstEnd: UInt32)] = []

    /// Lines kept on either side: enough to find one that is not blank.
    static let reach: Int32 = 8

    /// - Parameters:
    ///   - hunks: lead from these lines to those of `version`.
    ///   - hunkPlaces: of each hunk, where it begins and ends among these lines.
    mutating func add(
        _ old: FileLines, _ hunks: [Hunk], at hunkPlaces: [(start: FileLinesPlace, end: FileLinesPlace)],
        of version: VersionNumber
    ) {
        places.append((version, UInt32(ends.count)))
        var free: Int32 = 0
        for (place, index) in zip(hunkPlaces, hunks.indices) {
            let end = hunks[index].oldStart + hunks[index].oldCount
            old.append(UInt32(min(Self.reach, hunks[index].oldStart - free)), before: place.start, to: &runs)
            ends.append(UInt32(runs.count))
            let next = index + 1 < hunks.endIndex ? hunks[index + 1].oldStart : .max
            old.append(UInt32(min(Self.reach, next - end)), after: place.end, to: &runs)
            ends.append(UInt32(runs.count))
            free = end
        }
    }

    /// The same with no room to grow.
    var withoutSpareRoom: PieceSurroundings {
        var piece = self
        piece.runs = runs.withoutSpareRoom
        piece.ends = ends.withoutSpareRoom
        return piece
    }

    fileprivate func around(_ end: Int) -> (above: ArraySlice<LineRun>, below: ArraySlice<LineRun>) {
        let start = end > 0 ? Int(ends[end - 1]) : 0
        return (runs[start..<Int(ends[end])], runs[Int(ends[end])..<Int(ends[end + 1])])
    }
}

extension FileLines {
    /// Appends the `count` lines right before a place.
    fileprivate func append(_ count: UInt32, before place: FileLinesPlace, to result: inout [LineRun]) {
        var run = place.run
        var lines = place.line
        while lines < count && run > 0 {
            run -= 1
            lines += runs[run].count
        }
        guard lines > 0 else { return }
        append(min(lines, count), after: FileLinesPlace(run: run, line: lines > count ? lines - count : 0), to: &result)
    }

    /// Appends the `count` lines right after a place, or as many as there are.
    fileprivate func append(_ count: UInt32, after place: FileLinesPlace, to result: inout [LineRun]) {
        var (left, place) = (count, place)
        while left > 0 && place.run < runs.count {
            let part = min(left, runs[place.run].count - place.line)
            result.append(runs[place.run].part(place.line, part))
            left -= part
            place = FileLinesPlace(run: place.run + 1)
        }
    }
}

/// One hunk of a commit's change to a file.
package struct ChangedHunk: Sendable {
    package let hunk: Hunk
    /// Unchanged lines right above and below, top to bottom, as they stood before the change.
    package let above: ArraySlice<LineRun>
    package let below: ArraySlice<LineRun>
    let marks: (piece: UInt32, removed: UInt32)

    /// Whether a removal is part of this hunk.
    package func holds(_ removal: LineRemoval) -> Bool {
        guard let place = removal.marks, place.piece == marks.piece else { return false }
        return place.start >= marks.removed && place.start < marks.removed + UInt32(hunk.oldCount)
    }
}

extension LineHistory {
    /// The hunks that lead to a version from the first parent's, top to bottom; none for a version of a merge or without an
    /// older one. Only commits of ``surrounded(at:jobs:)`` can be asked for.
    package func hunks(of version: VersionNumber) -> [ChangedHunk] {
        precondition(surrounded[commit(of: version)], "the commit was followed without its hunks")
        let (piece, script) = scripts.script(of: version)
        var removed = script.removedMarks
        var result: [ChangedHunk] = []
        for (index, hunk) in scripts.pieces[piece].hunks(of: script).enumerated() {
            guard let (above, below) = surroundings.around(version, hunk: index) else { return [] }
            result.append(ChangedHunk(hunk: hunk, above: above, below: below, marks: (UInt32(piece), removed)))
            removed += UInt32(hunk.oldCount)
        }
        return result
    }

    /// The versions that a commit made, in the order of its paths.
    package func versions(of commit: Int) -> Range<VersionNumber> {
        plan.versions(of: commit)
    }
}
