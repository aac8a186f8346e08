/// Lines that carry on older lines: the lines from `line` on go back to those of `origin`.
struct ContinuedRun: Sendable {
    let line: UInt32
    let origin: LineRun
}

/// Which lines go on with other white space only, or through an ignored revision, and where they began.
struct ContinuedLines: Sendable {
    private(set) var runs: [ContinuedRun] = []
    /// By version: its place in ``ends``; ``none`` where no line continues.
    private var places: [UInt32]
    /// Where the runs of a version end; they begin where the last ones ended.
    private var ends: [UInt32] = []

    private static let none = UInt32.max

    init(versionCount: Int) {
        places = Array(repeating: Self.none, count: versionCount)
    }

    /// Adds what a version continues; versions come in order, each once.
    mutating func add(_ own: [ContinuedRun], of version: VersionNumber) {
        places[Int(version)] = UInt32(ends.count)
        runs += own
        ends.append(UInt32(runs.count))
    }

    /// Which of ``runs`` are the lines of a version that carry on others, top to bottom.
    func runs(of version: VersionNumber) -> Range<Int> {
        guard case let place = Int(places[Int(version)]), place < Self.none else { return 0..<0 }
        return (place > 0 ? Int(ends[place - 1]) : 0)..<Int(ends[place])
    }

    /// The line that a line carries on, or the line itself.
    func root(of line: LineRun) -> LineRun {
        let own = runs(of: line.version)
        let next = own.firstIndexSorted { runs[$0].line > line.line }
        guard next > own.lowerBound, case let run = runs[next - 1], line.line < run.line + run.origin.count else {
            return line.part(0, 1)
        }
        return run.origin.part(line.line - run.line, 1)
    }
}
