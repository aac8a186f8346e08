import Git

/// Hands out what a ``LineageWriter`` wrote of a lineage, version by version in their order, each part by itself.
struct KeptLineage {
    private var births: ByteReader
    private var removals: ByteReader
    private var deaths: ByteReader
    private var standing: ByteReader
    private var continued: ByteReader
    private let left: ByteReader
    private let end: Int

    /// - Parameters:
    ///   - position: where the first part begins.
    ///   - lengths: of the parts.
    init(_ bytes: [UInt8], at position: Int, lengths: [Int]) {
        var position = position
        func reader(_ part: LineagePart) -> ByteReader {
            defer { position += lengths[part.rawValue] }
            return ByteReader(bytes, position: position)
        }
        births = reader(.births)
        removals = reader(.removals)
        deaths = reader(.deaths)
        standing = reader(.standing)
        continued = reader(.continued)
        left = reader(.left)
        end = position
    }

    mutating func appendBirths(
        of version: VersionNumber, _ scripts: ScriptIndex, to result: inout [LineBirth]
    ) throws(ByteReader.Failure) {
        let count = try births.count()
        guard count > 0 else { return }
        var marks = MarkCursor(.added)
        marks.enter(version, scripts)
        var end = 0
        for _ in 0..<count {
            let line = end &+ (try births.number())
            let head = try births.number()
            let run = try Self.run(version, line, head >> 1)
            let place = try marks.next(at: head & 1 == 0 ? 0 : births.number(), count: run.count)
            result.append(LineBirth(run: run, marks: place))
            end = line &+ Int(run.count)
        }
    }

    mutating func appendRemovals(
        of version: VersionNumber, _ scripts: ScriptIndex, to result: inout [LineRemoval]
    ) throws(ByteReader.Failure) {
        var marks = MarkCursor(.removed)
        for _ in 0..<(try removals.count()) {
            let head = try removals.number()
            let flags = RemovalFlags(rawValue: head & (1 << RemovalFlags.width - 1))
            let run = try Self.run(
                Self.version(Int(version) &- (try removals.number())), try removals.number(), head >> RemovalFlags.width
            )
            let by = flags.contains(.isByOther) ? try Self.version(Int(version) &+ (try removals.number())) : version
            var place: MarkPlace?
            if !flags.contains(.hasNoMarks) {
                marks.enter(by, scripts)
                place = try marks.next(at: flags.contains(.hasDistance) ? removals.number() : 0, count: run.count)
            }
            result.append(LineRemoval(run: run, by: by, marks: place, continues: flags.contains(.continues)))
        }
    }

    mutating func appendDeaths(of version: VersionNumber, to result: inout [LineDeath]) throws(ByteReader.Failure) {
        var end = 0
        for _ in 0..<(try deaths.count()) {
            let line = end &+ (try deaths.number())
            let run = try Self.run(version, line, try deaths.number())
            let by = try Self.version(Int(version) &+ (try deaths.number()))
            guard let blank = UInt32(exactly: try deaths.number()), blank <= run.count else {
                throw ByteReader.Failure()
            }
            result.append(LineDeath(run: run, by: by, meaningfulCount: run.count - blank))
            end = line &+ Int(run.count)
        }
    }

    mutating func appendStanding(of version: VersionNumber, to result: inout [LineRun]) throws(ByteReader.Failure) {
        var end = 0
        for _ in 0..<(try standing.count()) {
            let line = end &+ (try standing.number())
            let run = try Self.run(version, line, try standing.number())
            result.append(run)
            end = line &+ Int(run.count)
        }
    }

    /// What the next version continues.
    mutating func continued(of version: VersionNumber) throws(ByteReader.Failure) -> [ContinuedRun] {
        var runs: [ContinuedRun] = []
        for _ in 0..<(try continued.count()) {
            guard let line = UInt32(exactly: try continued.number()) else { throw ByteReader.Failure() }
            runs.append(ContinuedRun(line: line, origin: try Self.run(from: version, &continued)))
        }
        return runs
    }

    /// Calls `body` for the files at the tip.
    func eachLeft(_ body: (VersionNumber, [LineRun]) -> Void) throws(ByteReader.Failure) {
        var reader = left
        while reader.position < end {
            let version = try Self.version(try reader.number())
            var runs: [LineRun] = []
            let count = try reader.count()
            runs.reserveCapacity(count)
            for _ in 0..<count { runs.append(try Self.run(from: version, &reader)) }
            body(version, runs)
        }
    }

    private static func run(
        from version: VersionNumber, _ reader: inout ByteReader
    ) throws(ByteReader.Failure) -> LineRun {
        try run(Self.version(Int(version) &- (try reader.number())), try reader.number(), try reader.number())
    }

    private static func run(
        _ version: VersionNumber, _ line: Int, _ count: Int
    ) throws(ByteReader.Failure) -> LineRun {
        guard let line = UInt32(exactly: line), let count = UInt32(exactly: count) else { throw ByteReader.Failure() }
        return LineRun(version: version, line: line, count: count)
    }

    private static func version(_ number: Int) throws(ByteReader.Failure) -> VersionNumber {
        guard let version = VersionNumber(exactly: number) else { throw ByteReader.Failure() }
        return version
    }
}

/// Lineages of which all is known, by number.
struct KnownLineages {
    private var lineages: [KeptLineage] = []
    /// By part: how many elements all of them have.
    private var counts = [Int](repeating: 0, count: LineagePart.allCases.count)

    var isEmpty: Bool { lineages.isEmpty }

    /// How many elements all of them have.
    func count(of part: LineagePart) -> Int { counts[part.rawValue] }

    /// - Parameter counts: by part, how many elements it has.
    /// - Returns: its number.
    mutating func add(_ lineage: KeptLineage, counts: [Int]) -> Int {
        for part in LineagePart.allCases { self.counts[part.rawValue] += counts[part.rawValue] }
        lineages.append(lineage)
        return lineages.count - 1
    }

    subscript(number: Int) -> KeptLineage {
        get { lineages[number] }
        _modify { yield &lineages[number] }
    }

    /// Calls `body` for the files at the tip.
    func eachLeft(_ body: (VersionNumber, [LineRun]) -> Void) throws(ByteReader.Failure) {
        for lineage in lineages { try lineage.eachLeft(body) }
    }
}

extension MarkCursor {
    /// The place of the next marks.
    fileprivate mutating func next(at distance: Int, count: UInt32) throws(ByteReader.Failure) -> MarkPlace {
        guard let start = UInt32(exactly: Int(next.start) &+ distance) else { throw ByteReader.Failure() }
        let place = MarkPlace(piece: next.piece, start: start)
        pass(place, count: count)
        return place
    }
}
