/// Lines that carry on older lines: the lines from `line` on go back to those of `origin`.
struct ContinuedRun: Sendable {
    let line: UInt32
    let origin: LineRun
}

/// Which lines go on with other white space only, or through an ignored revision, and where they began.
///
/// Versions are known by an index: their number, or their place among those that are followed together.
struct ContinuedLines: Sendable {
    private(set) var runs: [ContinuedRun] = []
    /// By index: the version's place in ``ends``; ``none`` where no line continues.
    private var places: [UInt32]
    /// Where the runs of a version end; they begin where the last ones ended.
    private var ends: [UInt32] = []

    private static let none = UInt32.max

    /// - Parameter count: the number of versions.
    init(count: Int) {
        places = Array(repeating: Self.none, count: count)
    }

    /// Adds what a version continues; to be called once for each.
    mutating func add(_ own: some Collection<ContinuedRun>, at index: Int) {
        places[index] = UInt32(ends.count)
        runs += own
        ends.append(UInt32(runs.count))
    }

    /// Adds what others continue.
    ///
    /// - Parameter versions: by index of the others, the version's number.
    mutating func add(_ others: ContinuedLines, at versions: ArraySlice<VersionNumber>) {
        for (index, version) in versions.enumerated() where others.places[index] != Self.none {
            add(others.runs[others.runs(at: index)], at: Int(version))
        }
    }

    /// Which of ``runs`` are the lines of a version that carry on others, top to bottom.
    func runs(at index: Int) -> Range<Int> {
        guard case let place = Int(places[index]), place < Self.none else { return 0..<0 }
        return (place > 0 ? Int(ends[place - 1]) : 0)..<Int(ends[place])
    }

    /// The line that a line carries on, or the line itself.
    ///
    /// - Parameter index: of the line's version.
    func root(of line: LineRun, at index: Int) -> LineRun {
        let own = runs(at: index)
        let next = own.firstIndexSorted { runs[$0].line > line.line }
        guard next > own.lowerBound, case let run = runs[next - 1], line.line < run.line + run.origin.count else {
            return line.part(0, 1)
        }
        return run.origin.part(line.line - run.line, 1)
    }

    /// Calls `body` for the runs of lines that a run goes back to, top to bottom.
    ///
    /// - Parameter index: of the run's version.
    func eachOrigin(of run: LineRun, at index: Int, _ body: (LineRun) -> Void) {
        let own = runs(at: index)
        guard !own.isEmpty else {
            body(run)
            return
        }
        var line = run.line
        var index = own.firstIndexSorted { runs[$0].line + runs[$0].origin.count > line }
        while line < run.end {
            guard index < own.upperBound, runs[index].line < run.end else {
                body(LineRun(version: run.version, line: line, count: run.end - line))
                return
            }
            let next = runs[index]
            if next.line > line { body(LineRun(version: run.version, line: line, count: next.line - line)) }
            let start = max(line, next.line)
            let end = min(run.end, next.line + next.origin.count)
            body(next.origin.part(start - next.line, end - start))
            line = end
            index += 1
        }
    }

    /// Calls `body` for the lines of a birth that carry on none, top to bottom.
    ///
    /// - Parameter index: of the birth's version.
    func eachNew(of birth: LineBirth, at index: Int, _ body: (LineBirth) -> Void) {
        eachOrigin(of: birth.run, at: index) { if $0.version == birth.run.version { body(birth.part($0)) } }
    }
}
