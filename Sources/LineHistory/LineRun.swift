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
    private(set) var runs: [LineRun] = []

    init() {}

    /// A file all of whose lines are new.
    init(version: VersionNumber, count: UInt32) {
        append(LineRun(version: version, line: 0, count: count))
    }

    mutating func append(_ run: LineRun) {
        guard run.count > 0 else { return }
        if let last = runs.last, last.version == run.version, last.end == run.line {
            runs[runs.count - 1].count += run.count
        } else {
            runs.append(run)
        }
    }
}

/// Goes through the origins of a file's lines from the top.
struct FileLinesReader {
    private let runs: [LineRun]
    private var index = 0
    private var used: UInt32 = 0

    init(_ lines: FileLines) {
        runs = lines.runs
    }

    /// Hands over the next `count` lines, in runs.
    mutating func read(_ count: UInt32, _ body: (LineRun) -> Void) {
        var left = count
        while left > 0 {
            precondition(index < runs.count, "a script reaches beyond the end of its file")
            let run = runs[index]
            let part = min(left, run.count - used)
            body(run.part(used, part))
            left -= part
            used += part
            if used == run.count {
                index += 1
                used = 0
            }
        }
    }

    /// Hands over what is left.
    mutating func readRest(_ body: (LineRun) -> Void) {
        if used > 0 {
            body(runs[index].part(used, runs[index].count - used))
            index += 1
            used = 0
        }
        while index < runs.count {
            body(runs[index])
            index += 1
        }
    }
}
