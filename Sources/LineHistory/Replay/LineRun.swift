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

/// The origins of a file's lines, top to bottom; no run goes on with the lines of the one before.
struct FileLines: Sendable {
    private(set) var runs: [LineRun]

    init(runs: [LineRun] = []) {
        self.runs = runs
    }

    /// A file all of whose lines are new.
    init(version: VersionNumber, count: UInt32) {
        runs = count > 0 ? [LineRun(version: version, line: 0, count: count)] : []
    }

    /// Puts other runs in the place of some.
    mutating func replace(_ range: Range<Int>, with others: [LineRun]) {
        runs.replaceSubrange(range, with: others)
    }
}

extension [LineRun] {
    /// Adds lines below those that stand here; what goes on with the lines of the run before becomes part of it.
    mutating func add(_ run: LineRun) {
        guard run.count > 0 else { return }
        if let last, last.version == run.version, last.end == run.line {
            self[count - 1].count += run.count
        } else {
            append(run)
        }
    }

    /// Adds the lines of some file that stand between two places.
    mutating func add(_ others: [LineRun], from start: FileLinesPlace, to end: FileLinesPlace) {
        if start.run == end.run {
            if start.line < end.line { add(others[start.run].part(start.line, end.line - start.line)) }
            return
        }
        add(others[start.run].part(start.line, others[start.run].count - start.line))
        append(contentsOf: others[start.run + 1..<end.run])
        if end.line > 0 { add(others[end.run].part(0, end.line)) }
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

    /// Passes over the next `count` lines.
    mutating func skip(_ count: UInt32) {
        var (run, left) = (place.run, place.line + count)
        // Hundreds of runs may lie above a hunk: they are summed up by eights, whose additions wait for no comparison.
        while run + 8 <= runs.count {
            var lines: UInt32 = 0
            for next in run..<run + 8 { lines &+= runs[next].count }
            guard lines <= left else { break }
            left -= lines
            run += 8
        }
        while run < runs.count, runs[run].count <= left {
            left -= runs[run].count
            run += 1
        }
        precondition(run < runs.count || left == 0, "a script reaches beyond the end of its file")
        place = FileLinesPlace(run: run, line: left)
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
