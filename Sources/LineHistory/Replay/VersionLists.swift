import Git

/// What became of lines, in a list for each version: lists of lineages that were followed as they were made, those of known
/// lineages as an earlier scan kept them, read when somebody asks. Few are asked for in a scan that has little new.
final class VersionLists: Sendable {
    /// The lists of the versions of one piece.
    struct Piece: Sendable {
        /// Lines that merges wrote. Other births are the added lines of the version's script.
        var mergeBirths = PieceList<LineBirth>()
        var removals = PieceList<LineRemoval>()
        var deaths = PieceList<LineDeath>()
        var standing = PieceList<LineRun>()

        /// The same with no room to grow.
        var withoutSpareRoom: Piece {
            var piece = self
            piece.mergeBirths = mergeBirths.withoutSpareRoom
            piece.removals = removals.withoutSpareRoom
            piece.deaths = deaths.withoutSpareRoom
            piece.standing = standing.withoutSpareRoom
            return piece
        }
    }

    private let lineages: Lineages
    private let scripts: ScriptIndex
    private let pieces: [Piece]
    private let known: KnownLineages

    init(_ lineages: Lineages, _ scripts: ScriptIndex, pieces: [Piece], known: KnownLineages) {
        self.lineages = lineages
        self.scripts = scripts
        self.pieces = pieces
        self.known = known
    }

    /// Those of no version.
    static let empty = VersionLists(Lineages(HistoryPlan()), .empty, pieces: [], known: KnownLineages())

    /// Lines that a merge wrote, by line.
    func mergeBirths(of version: VersionNumber) -> ArraySlice<LineBirth> {
        list(.mergeBirths, \.mergeBirths, of: version) { reader, list throws(ByteReader.Failure) in
            try LineBirth.read(from: &reader, of: version, scripts, to: &list)
        }
    }

    /// The removals that stand in the place of a version, whichever version of the commit no longer has the lines.
    func removals(at version: VersionNumber) -> ArraySlice<LineRemoval> {
        list(.removals, \.removals, of: version) { reader, list throws(ByteReader.Failure) in
            try LineRemoval.read(from: &reader, of: version, scripts, to: &list)
        }
    }

    /// The deaths of the lines that a version brought, by line.
    func deaths(of version: VersionNumber) -> ArraySlice<LineDeath> {
        list(.deaths, \.deaths, of: version) { reader, list throws(ByteReader.Failure) in
            try LineDeath.read(from: &reader, of: version, to: &list)
        }
    }

    /// The lines that a version brought and that stand at the tip, by line.
    func standing(of version: VersionNumber) -> ArraySlice<LineRun> {
        list(.standing, \.standing, of: version) { reader, list throws(ByteReader.Failure) in
            try LineRun.read(from: &reader, of: version, to: &list)
        }
    }

    private func list<Element>(
        _ part: LineagePart, _ list: (Piece) -> PieceList<Element>, of version: VersionNumber,
        _ read: (inout ByteReader, inout [Element]) throws(ByteReader.Failure) -> Void
    ) -> ArraySlice<Element> {
        if let lineage = lineages.knownLineage(of: version) {
            return known.list(part, of: version, in: lineage, read)[...]
        }
        return list(pieces[lineages.piece(of: version)])[lineages.place(of: version)]
    }
}
