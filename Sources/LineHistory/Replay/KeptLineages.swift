import Git

/// What an earlier scan found out of lineages to which nothing was added since.
///
/// Versions have numbers in the order of commits: what was kept holds for a lineage whose versions lie before the first commit that
/// was not there, or not in this place, and that consists of the same versions.
struct KeptLineages {
    private struct Place {
        let segment: Int
        /// From the key on, with all parts.
        let range: Range<Int>
        let parts: Int
        let counts: PartNumbers
        let lengths: PartNumbers
    }

    private var segments: [[UInt8]] = []
    private var places: [LineageKey: Place] = [:]
    private var taken: [Place] = []
    /// Those that were taken.
    private(set) var lineages = KnownLineages()
    /// Versions from here on are not those of the earlier scan.
    private var limit: VersionNumber = 0
    /// What became of the segments so far.
    var use = LineMemory.Use()
    private let numbers: [Int64]

    /// - Parameter same: how many of the first commits were there at the earlier scan; given its commits, and the positions of those
    ///   that it looked through.
    init(_ memory: LineMemory, plan: HistoryPlan, same: ([ObjectID], [UInt32]) -> Int) throws {
        var segments: [LineMemory.Segment] = []
        try memory.each(.lineages) { segments.append($0) }
        numbers = segments.map(\.number)
        var head: LineageHead?
        for segment in segments {
            if let found = try? LineageHead(segment.bytes) { head = found }
        }
        guard let head else {
            use.idle = numbers
            return
        }
        limit = plan.firstVersions[same(head.ids, head.ignored)]
        // Nearly every path has a lineage of its own.
        places.reserveCapacity(plan.paths.count)
        for segment in segments {
            do {
                var reader = ByteReader(segment.bytes)
                guard try reader.number() == head.stamp else {
                    use.idle.append(segment.number)
                    continue
                }
                if try reader.byte() == LineageHead.mark { continue }
                self.segments.append(segment.bytes)
                try read(&reader)
            } catch {
                use.damaged.append(segment.number)
            }
        }
    }

    private mutating func read(_ reader: inout ByteReader) throws(ByteReader.Failure) {
        while !reader.isAtEnd {
            let start = reader.position
            let key = try LineageKey(from: &reader)
            var (counts, lengths) = (PartNumbers(), PartNumbers())
            for part in LineagePart.allCases { counts[part.rawValue] = UInt32(clamping: try reader.count()) }
            for part in LineagePart.allCases { lengths[part.rawValue] = UInt32(clamping: try reader.count()) }
            let parts = reader.position
            for part in LineagePart.allCases { try reader.skip(Int(lengths[part.rawValue])) }
            places[key] = Place(
                segment: segments.count - 1, range: start..<reader.position, parts: parts, counts: counts,
                lengths: lengths)
        }
    }

    /// A number for a lineage of which all is known; nil for one that is to be followed.
    mutating func take(_ key: LineageKey) -> Int? {
        guard key.last < limit, let place = places[key] else { return nil }
        taken.append(place)
        use.kept += 1
        return lineages.add(
            KeptLineage(segments[place.segment], at: place.parts, lengths: place.lengths), counts: place.counts)
    }

    /// What was kept of the lineages that were taken, some at a time.
    func eachTaken(_ body: (ByteWriter) throws -> Void) rethrows {
        var writer = ByteWriter()
        for place in taken {
            writer.write(bytes: segments[place.segment][place.range])
            if writer.bytes.count >= 1 << 20 {
                try body(writer)
                writer = ByteWriter()
            }
        }
        if !writer.bytes.isEmpty { try body(writer) }
    }

    /// Says that others took the place of all segments.
    mutating func areReplaced() { use.idle = numbers.filter { !use.damaged.contains($0) } }
}

/// About which history the lineages of a scan speak; a segment of its own.
struct LineageHead {
    /// By position.
    let ids: [ObjectID]
    /// Positions of commits that were looked through.
    let ignored: [UInt32]

    /// What follows the stamp in this segment, and in those of lineages.
    static let mark: UInt8 = 0
    static let lineagesMark: UInt8 = 1

    init(ids: [ObjectID], ignored: [UInt32]) {
        self.ids = ids
        self.ignored = ignored
    }

    /// Tells the segments of one scan from those of others.
    var stamp: Int {
        var sum = ignored.reduce(UInt64(ids.count)) { Checksum.mixed($0, UInt64($1)) }
        for id in ids { sum = Checksum.mixed(sum, id.digest) }
        return Int(Int64(bitPattern: sum))
    }

    init(_ bytes: [UInt8]) throws(ByteReader.Failure) {
        var reader = ByteReader(bytes)
        _ = try reader.number()
        guard try reader.byte() == Self.mark else { throw ByteReader.Failure() }
        ids = try reader.ids()
        ignored = try reader.words()
    }

    var bytes: ByteWriter {
        var writer = ByteWriter()
        writer.write(stamp)
        writer.write(byte: Self.mark)
        writer.write(ids: ids)
        writer.write(values: ignored)
        return writer
    }

    /// A segment of lineages.
    static func segment(_ lineages: ByteWriter, stamp: Int) -> ByteWriter {
        var writer = ByteWriter()
        writer.write(stamp)
        writer.write(byte: lineagesMark)
        writer.write(lineages)
        return writer
    }
}
