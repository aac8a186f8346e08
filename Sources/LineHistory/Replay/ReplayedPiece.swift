/// What became of the lines of one piece of a history's lineages.
struct ReplayedPiece: Sendable {
    var births = PieceList<LineBirth>()
    var removals = PieceList<LineRemoval>()
    /// By place in the piece.
    var continued: ContinuedLines
    var surroundings = PieceSurroundings()
    /// The origins of files that somebody still asks for: those at the tip.
    var left: [(version: VersionNumber, runs: [LineRun])] = []

    init(versionCount: Int) {
        continued = ContinuedLines(count: versionCount)
    }

    /// Notes that all is said of the next version.
    mutating func endVersion() {
        births.endVersion()
        removals.endVersion()
    }

    /// The same with no room to grow.
    var withoutSpareRoom: ReplayedPiece {
        var piece = self
        piece.surroundings = surroundings.withoutSpareRoom
        return piece
    }
}
