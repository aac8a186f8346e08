import Git

/// What is kept of a lineage, apart from each other: each is read in one go.
enum LineagePart: Int, CaseIterable {
    case births, removals, deaths, standing, continued, left
}

/// Writes what became of the lines of a lineage, for a later scan to take where nothing was added to it; ``KeptLineage`` reads it.
///
/// Versions are told by their distance, lines by that from the end of those before, and marks only where they do not follow the
/// last ones: most numbers take a byte.
struct LineageWriter {
    private var parts = [ByteWriter](repeating: ByteWriter(), count: LineagePart.allCases.count)
    /// By part: how many elements it has, for whoever makes room for them.
    private var counts = [Int](repeating: 0, count: LineagePart.allCases.count)

    /// All lineages of a piece that would be the same another time.
    ///
    /// - Parameter number: the piece's.
    static func bytes(
        of piece: ReplayedPiece, _ lives: PieceLives, number: Int, lineages: Lineages, scripts: ScriptIndex
    ) -> ByteWriter {
        var result = ByteWriter()
        let versions = lineages.versions(in: number)
        var left = piece.left[...]
        var place = 0
        for key in lineages.keys(in: number) {
            guard lineages.isLasting(key) else {
                place += Int(key.count)
                left = left.drop { lineages.place(of: $0.version) < place }
                continue
            }
            var writer = LineageWriter()
            for version in versions.dropFirst(place).prefix(Int(key.count)) {
                writer.write(births: piece.births.elements[piece.births.indices(at: place)], of: version, scripts)
                writer.write(
                    removals: piece.removals.elements[piece.removals.indices(at: place)], of: version, scripts)
                writer.write(deaths: lives.deaths.elements[lives.deaths.indices(at: place)], of: version)
                writer.write(standing: lives.standing.elements[lives.standing.indices(at: place)])
                writer.write(continued: piece.continued.runs[piece.continued.runs(at: place)], of: version)
                if left.first?.version == version { writer.write(left: left.removeFirst().runs, of: version) }
                place += 1
            }
            key.write(to: &result)
            for count in writer.counts { result.write(count) }
            for part in writer.parts { result.write(part.bytes.count) }
            for part in writer.parts { result.write(part) }
        }
        return result
    }

    private mutating func write(births: ArraySlice<LineBirth>, of version: VersionNumber, _ scripts: ScriptIndex) {
        begin(births, in: .births)
        guard !births.isEmpty else { return }
        var marks = MarkCursor(.added)
        var end: UInt32 = 0
        marks.enter(version, scripts)
        for birth in births {
            let distance = marks.distance(to: birth.marks)
            write(Int(birth.run.line) - Int(end), to: .births)
            write(Int(birth.run.count) << 1 | (distance == 0 ? 0 : 1), to: .births)
            if distance != 0 { write(distance, to: .births) }
            marks.pass(birth.marks, count: birth.run.count)
            end = birth.run.end
        }
    }

    private mutating func write(removals: ArraySlice<LineRemoval>, of version: VersionNumber, _ scripts: ScriptIndex) {
        begin(removals, in: .removals)
        var marks = MarkCursor(.removed)
        for removal in removals {
            if removal.marks != nil { marks.enter(removal.by, scripts) }
            let distance = removal.marks.map { marks.distance(to: $0) } ?? 0
            var flags: RemovalFlags = []
            if removal.continues { flags.insert(.continues) }
            if removal.by != version { flags.insert(.isByOther) }
            if removal.marks == nil { flags.insert(.hasNoMarks) }
            if distance != 0 { flags.insert(.hasDistance) }
            write(Int(removal.run.count) << RemovalFlags.width | flags.rawValue, to: .removals)
            write(Int(version) - Int(removal.run.version), to: .removals)
            write(Int(removal.run.line), to: .removals)
            if removal.by != version { write(Int(removal.by) - Int(version), to: .removals) }
            if distance != 0 { write(distance, to: .removals) }
            if let place = removal.marks { marks.pass(place, count: removal.run.count) }
        }
    }

    private mutating func write(deaths: ArraySlice<LineDeath>, of version: VersionNumber) {
        begin(deaths, in: .deaths)
        var end: UInt32 = 0
        for death in deaths {
            write(Int(death.run.line) - Int(end), to: .deaths)
            write(Int(death.run.count), to: .deaths)
            write(Int(death.by) - Int(version), to: .deaths)
            write(Int(death.run.count) - Int(death.meaningfulCount), to: .deaths)
            end = death.run.end
        }
    }

    private mutating func write(standing: ArraySlice<LineRun>) {
        begin(standing, in: .standing)
        var end: UInt32 = 0
        for run in standing {
            write(Int(run.line) - Int(end), to: .standing)
            write(Int(run.count), to: .standing)
            end = run.end
        }
    }

    private mutating func write(continued: ArraySlice<ContinuedRun>, of version: VersionNumber) {
        begin(continued, in: .continued)
        for run in continued {
            write(Int(run.line), to: .continued)
            write(run.origin, from: version, to: .continued)
        }
    }

    private mutating func write(left: [LineRun], of version: VersionNumber) {
        write(Int(version), to: .left)
        begin(left, in: .left)
        for run in left { write(run, from: version, to: .left) }
    }

    private mutating func begin(_ elements: some Collection, in part: LineagePart) {
        write(elements.count, to: part)
        counts[part.rawValue] += elements.count
    }

    private mutating func write(_ run: LineRun, from version: VersionNumber, to part: LineagePart) {
        write(Int(version) - Int(run.version), to: part)
        write(Int(run.line), to: part)
        write(Int(run.count), to: part)
    }

    private mutating func write(_ number: Int, to part: LineagePart) { parts[part.rawValue].write(number) }
}

/// What is said of a removal beside the number of its lines.
struct RemovalFlags: OptionSet {
    let rawValue: Int

    static let continues = RemovalFlags(rawValue: 1)
    /// The version that no longer has the lines is another than that in whose place the removal stands.
    static let isByOther = RemovalFlags(rawValue: 2)
    static let hasNoMarks = RemovalFlags(rawValue: 4)
    /// The marks do not follow the last ones.
    static let hasDistance = RemovalFlags(rawValue: 8)

    /// Bits.
    static let width = 4
}

/// Where the marks of a version's next lines lie if they follow the last ones of its first script.
struct MarkCursor {
    enum Side {
        case added, removed
    }

    private let side: Side
    private var version: VersionNumber?
    private(set) var next = MarkPlace(piece: 0, start: 0)

    init(_ side: Side) {
        self.side = side
    }

    /// Goes to the first of a version's marks, unless it is there already.
    mutating func enter(_ version: VersionNumber, _ scripts: ScriptIndex) {
        guard version != self.version else { return }
        self.version = version
        let (piece, script) = scripts.script(of: version)
        next = MarkPlace(piece: UInt32(piece), start: side == .added ? script.addedMarks : script.removedMarks)
    }

    func distance(to place: MarkPlace) -> Int {
        precondition(place.piece == next.piece, "the marks of a version lie in its script")
        return Int(place.start) - Int(next.start)
    }

    mutating func pass(_ place: MarkPlace, count: UInt32) {
        next = MarkPlace(piece: place.piece, start: place.start + count)
    }
}
