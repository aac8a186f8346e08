import Git

/// The death of lines: each line of a history dies once at most.
package struct LineDeath: Sendable {
    /// The lines as their writer left them, seen through reindentation and ignored revisions.
    package let run: LineRun
    /// The removing commit and the path.
    package let by: VersionNumber
    /// How many of the lines are more than white space.
    package let meaningfulCount: UInt32
}

/// Lines written, each once, and how they ended.
///
/// The commits' own removals say the same line's end several times where branches removed it each for themselves, and end lines that another
/// branch kept. Here a line that stands at the tip lives; of several removals the first in the order of commits counts, a
/// merge's only where no other commit removed the line.
package struct LineLives: Sendable {
    /// Lines written that carry on no older line, with their marks; by version, then by line.
    package let births: WrittenLines
    /// By version of birth, then by line.
    package let deaths: [LineDeath]
    /// Lines that stand at the tip; by version of birth, then by line.
    package let standing: [LineRun]
    /// Lines that neither stand at the tip nor were removed by a commit: a merge took the other side's file whole.
    package let droppedLineCount: Int

    init(births: WrittenLines, deaths: [LineDeath], standing: [LineRun]) {
        self.births = births
        self.deaths = deaths
        self.standing = standing
        let ended = deaths.reduce(0) { $0 + Int($1.run.count) } + standing.reduce(0) { $0 + Int($1.count) }
        droppedLineCount = births.lineCount - ended
    }
}

extension LineLives {
    /// The number of lines of a run that are more than white space.
    package func meaningfulCount(of run: LineRun) -> Int {
        var index = births.firstIndexSorted { ($0.run.version, $0.run.end) > (run.version, run.line) }
        return births.meaningfulCount(of: run, from: &index)
    }
}
