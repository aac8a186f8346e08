import Git

/// Lines written that carry on no older line, with their marks; by version, then by line.
package struct WrittenLines: RandomAccessCollection, Sendable {
    private let births: [LineBirth]
    private let scripts: ScriptIndex

    /// - Parameter births: of lines that carry on no older line; those of a version together, then by line.
    init(_ births: [LineBirth], scripts: ScriptIndex) {
        self.births = births
        self.scripts = scripts
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { births.count }

    /// Lines without their marks, for those who do not look at these.
    package func run(at index: Int) -> LineRun { births[index].run }

    /// How many of the lines are more than white space.
    package func meaningfulCount(at index: Int) -> Int { meaningfulCount(of: births[index]) }

    private func meaningfulCount(of birth: LineBirth) -> Int {
        scripts.marks(of: birth).count(where: \.isMeaningful)
    }

    package subscript(index: Int) -> (run: LineRun, marks: ArraySlice<LineMark>) {
        (births[index].run, scripts.marks(of: births[index]))
    }
}

extension WrittenLines {
    /// The number of lines of a run that are more than white space.
    ///
    /// - Parameter index: of a birth that does not lie behind the run; moved on to the last that the run needs.
    func meaningfulCount(of run: LineRun, from index: inout Int) -> Int {
        while index < births.count, (births[index].run.version, births[index].run.end) <= (run.version, run.line) {
            index += 1
        }
        var total = 0
        while index < births.count, births[index].run.version == run.version, births[index].run.line < run.end {
            let birth = births[index]
            let start = Swift.max(birth.run.line, run.line)
            let end = Swift.min(birth.run.end, run.end)
            let part = birth.part(LineRun(version: run.version, line: start, count: end - start))
            total += meaningfulCount(of: part)
            guard birth.run.end < run.end else { break }
            index += 1
        }
        return total
    }
}
