/// Consecutive lines that came into being together: lines `line ..< line + count` of `version`.
///
/// The pair of version and line is a line's identity for life: the commit, the path and the line number at its birth.
package struct LineRun: Hashable, Sendable {
    package var version: VersionNumber
    package var line: UInt32
    package var count: UInt32

    package init(version: VersionNumber, line: UInt32, count: UInt32) {
        self.version = version
        self.line = line
        self.count = count
    }

    /// The line after the last.
    package var end: UInt32 { line + count }

    /// `count` lines from the `offset`th on.
    package func part(_ offset: UInt32, _ count: UInt32) -> LineRun {
        LineRun(version: version, line: line + offset, count: count)
    }
}

/// The origins of a file's lines, top to bottom.
struct FileLines: Sendable {
    let runs: [LineRun]

    init() {
        runs = []
    }

    /// A file all of whose lines are new.
    init(version: VersionNumber, count: UInt32) {
        runs = count > 0 ? [LineRun(version: version, line: 0, count: count)] : []
    }

    /// - Parameter capacity: the most runs that `body` adds.
    init(capacity: Int, _ body: (inout OutputSpan<LineRun>) -> Void) {
        runs = Array(capacity: capacity, initializingWith: body)
    }
}

extension OutputSpan<LineRun> {
    /// Adds lines below those that stand here; what goes on with the lines of the run before becomes part of it.
    mutating func add(_ run: LineRun) {
        guard run.count > 0 else { return }
        if count > 0, self[count - 1].version == run.version, self[count - 1].end == run.line {
            self[count - 1].count += run.count
        } else {
            append(run)
        }
    }

    /// Adds runs that follow one another in some file: none of them goes on with the lines of the one before.
    mutating func add(_ others: [LineRun], _ range: Range<Int>) {
        guard let first = range.first else { return }
        add(others[first])
        for index in range.dropFirst() { append(others[index]) }
    }
}

/// A place between the lines of a file: so many lines into one of its runs.
struct FileLinesPlace {
    var run = 0
    var line: UInt32 = 0
}

/// Goes through the origins of a file's lines from the top.
struct FileLinesReader {
    private let runs: [LineRun]
    private(set) var place = FileLinesPlace()

    init(_ lines: FileLines) {
        runs = lines.runs
    }

    /// Hands over the next `count` lines, in runs.
    mutating func read(_ count: UInt32, _ body: (LineRun) -> Void) {
        var left = count
        while left > 0 { body(part(of: &left)) }
    }

    /// Adds the next `count` lines to others.
    mutating func read(_ count: UInt32, into lines: inout OutputSpan<LineRun>) {
        var left = count
        if left > 0 && place.line > 0 { lines.add(part(of: &left)) }
        let first = place.run
        while left > 0, place.run < runs.count, runs[place.run].count <= left {
            left -= runs[place.run].count
            place.run += 1
        }
        lines.add(runs, first..<place.run)
        if left > 0 { lines.add(part(of: &left)) }
    }

    /// Adds what is left to other lines.
    mutating func readRest(into lines: inout OutputSpan<LineRun>) {
        if place.line > 0 {
            var left = UInt32.max
            lines.add(part(of: &left))
        }
        lines.add(runs, place.run..<runs.count)
        place.run = runs.count
    }

    /// The next lines of one run, `left` of them at most.
    private mutating func part(of left: inout UInt32) -> LineRun {
        precondition(place.run < runs.count, "a script reaches beyond the end of its file")
        let run = runs[place.run]
        let count = min(left, run.count - place.line)
        let part = run.part(place.line, count)
        left -= count
        place.line += count
        if place.line == run.count { place = FileLinesPlace(run: place.run + 1) }
        return part
    }
}
