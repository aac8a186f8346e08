import Git

/// Hands out what a ``LineageWriter`` wrote of a lineage: version by version in their order, each part by itself; and where the
/// lists of a version lie.
struct KeptLineage {
    /// Of the segment.
    fileprivate let bytes: [UInt8]
    /// By list, where that of the next version begins.
    private var next = ListPlaces()
    private var sizes: ByteReader
    private var blocks: ByteReader
    private var losses: ByteReader
    private var dropped: ByteReader
    private var continued: ByteReader
    private let left: ByteReader
    private let end: Int

    /// - Parameters:
    ///   - position: where the first part begins.
    ///   - lengths: of the parts.
    init(_ bytes: [UInt8], at position: Int, lengths: PartNumbers) {
        self.bytes = bytes
        var position = position
        func reader(_ part: LineagePart) -> ByteReader {
            defer { position += Int(lengths[part.rawValue]) }
            return ByteReader(bytes, position: position)
        }
        for list in LineagePart.lists { next[list.rawValue] = UInt32(reader(list).position) }
        sizes = reader(.sizes)
        blocks = reader(.blocks)
        losses = reader(.losses)
        dropped = reader(.dropped)
        continued = reader(.continued)
        left = reader(.left)
        end = position
    }

    /// What the next version has, where its lists begin, and how many of the lines that it wrote are more than white space.
    mutating func sizes(
        of version: VersionNumber
    ) throws(ByteReader.Failure) -> (flags: VersionFlags, lists: ListPlaces, meaningful: UInt32) {
        let flags = VersionFlags(rawValue: try sizes.byte())
        var places = ListPlaces()
        for list in LineagePart.lists where flags.contains(.has(list)) {
            places[list.rawValue] = next[list.rawValue]
            next[list.rawValue] &+= try sizes.word()
        }
        return (flags, places, flags.contains(.hasMeaningful) ? try sizes.word() : 0)
    }

    /// - Parameter version: the next one that has blocks.
    mutating func appendBlocks(
        of version: VersionNumber, _ scripts: ScriptIndex, to result: inout [LineBirth]
    ) throws(ByteReader.Failure) {
        try LineBirth.read(from: &blocks, of: version, scripts, to: &result)
    }

    /// - Parameter version: the next one that has losses.
    mutating func appendLosses(of version: VersionNumber, to result: inout [LineLoss]) throws(ByteReader.Failure) {
        for _ in 0..<(try losses.count()) {
            let by = try losses.version(after: version)
            let count = try losses.word()
            let checksum = UInt64(bitPattern: Int64(try losses.number()))
            result.append(LineLoss(version: version, by: by, meaningfulCount: count, checksum: checksum))
        }
    }

    /// - Parameter version: the next one that has more.
    mutating func appendDropped(of version: VersionNumber, to result: inout [LineRun]) throws(ByteReader.Failure) {
        try LineRun.read(from: &dropped, of: version, to: &result)
    }

    /// What a version continues: the next one that has more.
    mutating func continued(of version: VersionNumber) throws(ByteReader.Failure) -> [ContinuedRun] {
        var runs: [ContinuedRun] = []
        for _ in 0..<(try continued.count()) {
            runs.append(ContinuedRun(line: try continued.word(), origin: try continued.run(from: version)))
        }
        return runs
    }

    /// Calls `body` for the files at the tip.
    func eachLeft(_ body: (VersionNumber, [LineRun]) -> Void) throws(ByteReader.Failure) {
        var reader = left
        while reader.position < end {
            let version = try reader.word()
            var runs: [LineRun] = []
            let count = try reader.count()
            runs.reserveCapacity(count)
            for _ in 0..<count { runs.append(try reader.run(from: version)) }
            body(version, runs)
        }
    }
}

/// By list of a version: where it begins in the bytes of a segment; 0 where it is empty.
typealias ListPlaces = SIMD4<UInt32>

/// Lineages of which all is known, by number.
struct KnownLineages: Sendable {
    private var lineages: [KeptLineage] = []
    /// By part: how many elements all of them have.
    private var counts = [Int](repeating: 0, count: LineagePart.allCases.count)
    /// By version; of those that are not known nothing.
    private var places: [ListPlaces] = []
    private var flags: [VersionFlags] = []

    var isEmpty: Bool { lineages.isEmpty }

    /// How many elements all of them have.
    func count(of part: LineagePart) -> Int { counts[part.rawValue] }

    /// - Parameter counts: by part, how many elements it has.
    /// - Returns: its number.
    mutating func add(_ lineage: KeptLineage, counts: PartNumbers) -> Int {
        for part in LineagePart.allCases { self.counts[part.rawValue] += Int(counts[part.rawValue]) }
        lineages.append(lineage)
        return lineages.count - 1
    }

    /// To be called before the first version is entered.
    mutating func expect(versions: Int) {
        places = Array(repeating: ListPlaces(), count: versions)
        flags = Array(repeating: [], count: versions)
    }

    /// Notes where the lists of a lineage's next version lie.
    ///
    /// - Returns: how many of the lines that the version wrote are more than white space.
    mutating func enter(_ version: VersionNumber, in lineage: Int) throws(ByteReader.Failure) -> UInt32 {
        let sizes = try lineages[lineage].sizes(of: version)
        places[Int(version)] = sizes.lists
        flags[Int(version)] = sizes.flags
        return sizes.meaningful
    }

    /// Whether a version that was entered has something.
    func has(_ flag: VersionFlags, _ version: VersionNumber) -> Bool { flags[Int(version)].contains(flag) }

    subscript(number: Int) -> KeptLineage {
        get { lineages[number] }
        _modify { yield &lineages[number] }
    }

    /// Calls `body` for the files at the tip.
    func eachLeft(_ body: (VersionNumber, [LineRun]) -> Void) throws(ByteReader.Failure) {
        for lineage in lineages { try lineage.eachLeft(body) }
    }

    /// A list of a version that was entered.
    func list<Element>(
        _ list: LineagePart, of version: VersionNumber, in lineage: Int,
        _ read: (inout ByteReader, inout [Element]) throws(ByteReader.Failure) -> Void
    ) -> [Element] {
        let place = places[Int(version)][list.rawValue]
        guard place > 0 else { return [] }
        var reader = ByteReader(lineages[lineage].bytes, position: Int(place))
        var result: [Element] = []
        do throws(ByteReader.Failure) {
            try read(&reader, &result)
        } catch {
            preconditionFailure("a segment with the right checksum is what was written")
        }
        return result
    }
}

extension LineBirth {
    /// Appends the births of a version.
    static func read(
        from reader: inout ByteReader, of version: VersionNumber, _ scripts: ScriptIndex, to result: inout [LineBirth]
    ) throws(ByteReader.Failure) {
        let count = try reader.count()
        guard count > 0 else { return }
        var marks = MarkCursor(.added)
        marks.enter(version, scripts)
        var end = 0
        for _ in 0..<count {
            let line = end &+ (try reader.number())
            let head = try reader.number()
            let run = try LineRun(version, line: line, count: head >> 1)
            let place = try marks.next(at: head & 1 == 0 ? 0 : reader.number(), count: run.count)
            result.append(LineBirth(run: run, marks: place))
            end = line &+ Int(run.count)
        }
    }
}

extension LineRemoval {
    /// Appends the removals that stand in the place of a version.
    static func read(
        from reader: inout ByteReader, of version: VersionNumber, _ scripts: ScriptIndex,
        to result: inout [LineRemoval]
    ) throws(ByteReader.Failure) {
        var marks = MarkCursor(.removed)
        for _ in 0..<(try reader.count()) {
            let head = try reader.number()
            let flags = RemovalFlags(rawValue: head & (1 << RemovalFlags.width - 1))
            let origin = try reader.version(before: version)
            let run = try LineRun(origin, line: reader.number(), count: head >> RemovalFlags.width)
            let by = flags.contains(.isByOther) ? try reader.version(after: version) : version
            var place: MarkPlace?
            if !flags.contains(.hasNoMarks) {
                marks.enter(by, scripts)
                place = try marks.next(at: flags.contains(.hasDistance) ? reader.number() : 0, count: run.count)
            }
            result.append(LineRemoval(run: run, by: by, marks: place, continues: flags.contains(.continues)))
        }
    }
}

extension LineDeath {
    /// Appends the deaths of a version's lines.
    static func read(
        from reader: inout ByteReader, of version: VersionNumber, to result: inout [LineDeath]
    ) throws(ByteReader.Failure) {
        var end = 0
        for _ in 0..<(try reader.count()) {
            let run = try reader.run(of: version, behind: &end)
            let by = try reader.version(after: version)
            guard case let blank = try reader.word(), blank <= run.count else { throw ByteReader.Failure() }
            result.append(LineDeath(run: run, by: by, meaningfulCount: run.count - blank))
        }
    }
}

extension LineRun {
    /// Appends some lines of a version.
    static func read(
        from reader: inout ByteReader, of version: VersionNumber, to result: inout [LineRun]
    ) throws(ByteReader.Failure) {
        var end = 0
        for _ in 0..<(try reader.count()) { result.append(try reader.run(of: version, behind: &end)) }
    }

    fileprivate init(_ version: VersionNumber, line: Int, count: Int) throws(ByteReader.Failure) {
        guard let line = UInt32(exactly: line), let count = UInt32(exactly: count) else { throw ByteReader.Failure() }
        self.init(version: version, line: line, count: count)
    }
}

extension ByteReader {
    /// A number of four bytes at most.
    mutating func word() throws(Failure) -> UInt32 {
        guard let word = UInt32(exactly: try number()) else { throw Failure() }
        return word
    }

    /// A version by its distance from a later one.
    fileprivate mutating func version(before version: VersionNumber) throws(Failure) -> VersionNumber {
        guard let version = VersionNumber(exactly: Int(version) &- (try number())) else { throw Failure() }
        return version
    }

    /// A version by its distance from an earlier one.
    fileprivate mutating func version(after version: VersionNumber) throws(Failure) -> VersionNumber {
        guard let version = VersionNumber(exactly: Int(version) &+ (try number())) else { throw Failure() }
        return version
    }

    /// Lines of a version that are told by their distance from the end of those before.
    fileprivate mutating func run(of version: VersionNumber, behind end: inout Int) throws(Failure) -> LineRun {
        let run = try LineRun(version, line: end &+ number(), count: number())
        end = Int(run.line) + Int(run.count)
        return run
    }

    /// Lines of a version that is told by its distance from a later one.
    fileprivate mutating func run(from version: VersionNumber) throws(Failure) -> LineRun {
        try LineRun(self.version(before: version), line: number(), count: number())
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
