/// Lines that neither stand at the tip nor were removed by a commit: a merge took the other side's file whole.
extension LineLives {
    /// By version of birth, then by line; see ``droppedLineCount``.
    package func dropped() -> [LineRun] {
        guard droppedLineCount > 0 else { return [] }
        var result: [LineRun] = []
        var ended = EndedRuns(self)
        for (run, _) in births {
            var line = run.line
            while line < run.end {
                let next = ended.first(from: line, of: run.version)
                let end = min(run.end, max(line, next?.line ?? run.end))
                if end > line { result.append(run.part(line - run.line, end - line)) }
                line = max(end, min(run.end, next?.end ?? run.end))
            }
        }
        return result
    }
}

/// Deaths and standing lines as one sequence, by version of birth, then by line.
private struct EndedRuns {
    private let lives: LineLives
    private var death = 0
    private var standing = 0

    init(_ lives: LineLives) {
        self.lives = lives
    }

    /// The first run of a version that ends behind a line; nil where there is none. Lines must not go back from call to call.
    mutating func first(from line: UInt32, of version: VersionNumber) -> LineRun? {
        while death < lives.deaths.count, Self.isBefore(lives.deaths[death].run, line, version) { death += 1 }
        while standing < lives.standing.count, Self.isBefore(lives.standing[standing], line, version) { standing += 1 }
        let died = death < lives.deaths.count ? lives.deaths[death].run : nil
        let stands = standing < lives.standing.count ? lives.standing[standing] : nil
        guard let died, died.version == version else { return stands?.version == version ? stands : nil }
        guard let stands, stands.version == version, stands.line < died.line else { return died }
        return stands
    }

    private static func isBefore(_ run: LineRun, _ line: UInt32, _ version: VersionNumber) -> Bool {
        (run.version, run.end) <= (version, line)
    }
}
