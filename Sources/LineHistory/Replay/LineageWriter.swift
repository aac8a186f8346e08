import Git

/// What is kept of a lineage, apart from each other.
enum LineagePart: Int, CaseIterable {
    /// Lists that are read when somebody asks for a version's.
    case mergeBirths, removals, deaths, standing
    /// Of all versions how many bytes their lists take.
    case sizes
    /// What is read in one go.
    case blocks, losses, dropped, continued, left

    static let lists: [LineagePart] = [.mergeBirths, .removals, .deaths, .standing]
}

/// A number for each part of a lineage, by ``LineagePart``'s raw value; the last places are free. An array would be two for each of
/// many thousand lineages.
typealias PartNumbers = SIMD16<UInt32>

/// What is known of a version besides its number.
struct VersionFlags: OptionSet {
    let rawValue: UInt8

    /// The version's list is not empty.
    static func has(_ list: LineagePart) -> VersionFlags { VersionFlags(rawValue: 1 << UInt8(list.rawValue)) }

    /// The version wrote lines that are more than white space.
    static let hasMeaningful = VersionFlags(rawValue: 1 << 4)
    static let hasBlocks = VersionFlags(rawValue: 1 << 5)
    static let hasLosses = VersionFlags(rawValue: 1 << 6)
    /// What few versions have: lines that a merge dropped, or that continue others.
    static let hasMore = VersionFlags(rawValue: 1 << 7)
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
                let continued = piece.continued.runs[piece.continued.runs(at: place)]
                var flags: VersionFlags = []
                if !lives.blocks[place].isEmpty {
                    flags.insert(.hasBlocks)
                    writer.write(births: lives.blocks[place], of: version, scripts, to: .blocks)
                }
                if !lives.losses[place].isEmpty {
                    flags.insert(.hasLosses)
                    writer.write(losses: lives.losses[place], of: version)
                }
                if !lives.dropped[place].isEmpty || !continued.isEmpty {
                    flags.insert(.hasMore)
                    writer.write(lives.dropped[place], to: .dropped)
                    writer.write(continued: continued, of: version)
                }
                writer.write(flags, lists: lives, at: place, of: version, scripts)
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

    /// The lists of a version, which follow each other without those that are empty, and how many bytes each takes.
    ///
    /// - Parameters:
    ///   - flags: what else the version has.
    ///   - place: of the version in the piece.
    private mutating func write(
        _ flags: VersionFlags, lists lives: PieceLives, at place: Int, of version: VersionNumber,
        _ scripts: ScriptIndex
    ) {
        let (lists, meaningful) = (lives.lists, lives.meaningfulCounts[place])
        let before = LineagePart.lists.map { parts[$0.rawValue].bytes.count }
        if !lists.mergeBirths[place].isEmpty {
            write(births: lists.mergeBirths[place], of: version, scripts, to: .mergeBirths)
        }
        if !lists.removals[place].isEmpty { write(removals: lists.removals[place], of: version, scripts) }
        if !lists.deaths[place].isEmpty { write(deaths: lists.deaths[place], of: version) }
        if !lists.standing[place].isEmpty { write(lists.standing[place], to: .standing) }
        let sizes = zip(LineagePart.lists, before).map { parts[$0.rawValue].bytes.count - $1 }
        var flags = flags
        if meaningful > 0 { flags.insert(.hasMeaningful) }
        for (list, size) in zip(LineagePart.lists, sizes) where size > 0 { flags.insert(.has(list)) }
        parts[LineagePart.sizes.rawValue].write(byte: flags.rawValue)
        for size in sizes where size > 0 { write(size, to: .sizes) }
        if meaningful > 0 { write(Int(meaningful), to: .sizes) }
    }

    private mutating func write(
        births: ArraySlice<LineBirth>, of version: VersionNumber, _ scripts: ScriptIndex, to part: LineagePart
    ) {
        begin(births, in: part)
        guard !births.isEmpty else { return }
        var marks = MarkCursor(.added)
        var end: UInt32 = 0
        marks.enter(version, scripts)
        for birth in births {
            let distance = marks.distance(to: birth.marks)
            write(Int(birth.run.line) - Int(end), to: part)
            write(Int(birth.run.count) << 1 | (distance == 0 ? 0 : 1), to: part)
            if distance != 0 { write(distance, to: part) }
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

    private mutating func write(losses: ArraySlice<LineLoss>, of version: VersionNumber) {
        begin(losses, in: .losses)
        for loss in losses {
            write(Int(loss.by) - Int(version), to: .losses)
            write(Int(loss.meaningfulCount), to: .losses)
            write(Int(Int64(bitPattern: loss.checksum)), to: .losses)
        }
    }

    /// Lines of one version.
    private mutating func write(_ runs: ArraySlice<LineRun>, to part: LineagePart) {
        begin(runs, in: part)
        var end: UInt32 = 0
        for run in runs {
            write(Int(run.line) - Int(end), to: part)
            write(Int(run.count), to: part)
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
