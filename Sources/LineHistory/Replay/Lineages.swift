import Git

/// All versions of a history, in groups that share no line: a file under all its names, with its copies.
///
/// No script leads from one group to another, so that each can be followed by itself.
struct Lineages: Sendable {
    /// Versions lineage by lineage, each in the order of commits; without those of lineages that are known.
    private let order: [VersionNumber]
    private let pieceStarts: [Int]
    /// By version: its piece, and its place there. The numbers of lineages that are known follow those of pieces.
    private let places: [(piece: UInt32, place: UInt32)]
    /// By place in the order: how often another version, or the tip, asks for a version's lines.
    private let uses: [UInt32]
    /// In the order of their first versions, without those that are known.
    private let keys: [LineageKey]
    /// By piece: its lineages, in ``keys``.
    private let pieceKeys: [Range<Int>]
    /// The first versions of lineages that may be others another time: something was unreadable.
    private let passing: Set<VersionNumber>

    /// - Parameters:
    ///   - pieceLength: versions a piece, at least; a lineage is not cut.
    ///   - unreadable: versions whose content, or that before, could not be read.
    ///   - known: a number for a lineage of which all is known; not asked about those with unreadable versions.
    init(
        _ plan: HistoryPlan, pieceLength: Int = 4096, unreadable: Set<VersionNumber> = [],
        known: (LineageKey) -> Int? = { _ in nil }
    ) {
        let firsts = Self.firsts(of: plan)
        let passing = Set(unreadable.map { firsts[Int($0)] })
        var starts: [UInt32] = Array(repeating: 0, count: firsts.count)
        // By first version: the number of a known lineage.
        var knownNumbers: [Int?] = Array(repeating: nil, count: firsts.count)
        var cut = LineageCut(pieceLength: pieceLength)
        for key in Self.keys(of: plan, firsts) {
            if !passing.contains(key.first), let number = known(key) {
                knownNumbers[Int(key.first)] = number
            } else {
                starts[Int(key.first)] = UInt32(cut.add(key))
            }
        }
        let pieceStarts = cut.pieceStarts + [cut.length]
        var order = [VersionNumber](repeating: 0, count: cut.length)
        var places: [(piece: UInt32, place: UInt32)] = []
        places.reserveCapacity(firsts.count)
        for (version, first) in firsts.enumerated() {
            if let number = knownNumbers[Int(first)] {
                places.append((UInt32(pieceStarts.count - 1 + number), 0))
                continue
            }
            order[Int(starts[Int(first)])] = VersionNumber(version)
            places.append((0, starts[Int(first)]))
            starts[Int(first)] += 1
        }
        var uses = [UInt32](repeating: 0, count: cut.length)
        func use(_ version: VersionNumber) {
            let (piece, place) = places[Int(version)]
            if Int(piece) < pieceStarts.count - 1 { uses[Int(place)] += 1 }
        }
        for edge in plan.edges { use(edge.old) }
        for (_, version) in plan.tip { use(version) }
        for (piece, (start, end)) in zip(pieceStarts, pieceStarts.dropFirst()).enumerated() {
            for place in start..<end { places[Int(order[place])] = (UInt32(piece), UInt32(place - start)) }
        }
        self.order = order
        self.pieceStarts = pieceStarts
        self.uses = uses
        self.places = places
        keys = cut.keys
        pieceKeys = cut.pieceKeys
        self.passing = passing
    }

    /// All lineages, in the order of their first versions.
    ///
    /// - Parameter firsts: by version, the first of its lineage.
    private static func keys(of plan: HistoryPlan, _ firsts: [VersionNumber]) -> [LineageKey] {
        var (counts, lasts) = ([UInt32](repeating: 0, count: firsts.count), firsts)
        var shapes = [UInt64](repeating: 0, count: firsts.count)
        for (number, first) in firsts.enumerated() {
            counts[Int(first)] += 1
            lasts[Int(first)] = VersionNumber(number)
            let version = plan.versions[number]
            let place = Checksum.mixed(
                Checksum.mixed(1, UInt64(number)), UInt64(version.commit) << 32 | UInt64(version.path))
            shapes[Int(first)] &+= Checksum.mixed(place, version.entry?.digest ?? 0)
        }
        for edge in plan.edges {
            let ends = Checksum.mixed(Checksum.mixed(2, UInt64(edge.old)), UInt64(edge.new))
            shapes[Int(firsts[Int(edge.new)])] &+= Checksum.mixed(
                ends, UInt64(edge.parent) << 1 | (edge.isRename ? 1 : 0))
        }
        for (_, version) in plan.tip { shapes[Int(firsts[Int(version)])] &+= Checksum.mixed(3, UInt64(version)) }
        return firsts.indices.filter { counts[$0] > 0 }.map {
            LineageKey(first: VersionNumber($0), last: lasts[$0], count: counts[$0], shape: shapes[$0])
        }
    }

    /// By version: the first version of its lineage.
    private static func firsts(of plan: HistoryPlan) -> [VersionNumber] {
        var firsts = Array(0..<VersionNumber(plan.versions.count))
        func first(_ version: VersionNumber) -> VersionNumber {
            var version = version
            while firsts[Int(version)] != version {
                firsts[Int(version)] = firsts[Int(firsts[Int(version)])]
                version = firsts[Int(version)]
            }
            return version
        }
        func join(_ one: VersionNumber, _ other: VersionNumber) {
            let (one, other) = (first(one), first(other))
            firsts[Int(max(one, other))] = min(one, other)
        }
        for edge in plan.edges { join(edge.old, edge.new) }
        for (deletion, carried) in plan.carriedDeletions {
            for edge in carried.edges { join(deletion, plan.edges[Int(edge)].new) }
        }
        // Nobody points to a later version, so that whom a version points to has been led to the first already.
        for version in firsts.indices { firsts[version] = firsts[Int(firsts[version])] }
        return firsts
    }

    /// The number of pieces that are to be followed.
    var pieceCount: Int { pieceStarts.count - 1 }

    /// The number of all versions, and of those that are to be followed.
    var versionCount: Int { places.count }
    var followedCount: Int { order.count }

    /// The number of lineages that are to be followed.
    var followedLineages: Int { keys.count }

    /// The lineages of a piece, in the order of its versions.
    func keys(in piece: Int) -> ArraySlice<LineageKey> { keys[pieceKeys[piece]] }

    /// Whether a lineage would be the same at any time: nothing was unreadable.
    func isLasting(_ key: LineageKey) -> Bool { !passing.contains(key.first) }

    /// The number of the lineage that a version is in, where that is known.
    func knownLineage(of version: VersionNumber) -> Int? {
        let piece = Int(places[Int(version)].piece)
        return piece < pieceCount ? nil : piece - pieceCount
    }

    /// The versions of a piece, in the order in which they are followed.
    func versions(in piece: Int) -> ArraySlice<VersionNumber> {
        order[pieceStarts[piece]..<pieceStarts[piece + 1]]
    }

    /// By place in a piece: how often another version, or the tip, asks for a version's lines.
    func uses(in piece: Int) -> ArraySlice<UInt32> {
        uses[pieceStarts[piece]..<pieceStarts[piece + 1]]
    }

    /// The piece that a version is in.
    func piece(of version: VersionNumber) -> Int { Int(places[Int(version)].piece) }

    /// Where a version stands in its piece.
    func place(of version: VersionNumber) -> Int { Int(places[Int(version)].place) }
}

/// Cuts lineages that follow each other into pieces.
private struct LineageCut {
    let pieceLength: Int
    private(set) var pieceStarts: [Int] = []
    private(set) var keys: [LineageKey] = []
    /// By piece.
    private(set) var pieceKeys: [Range<Int>] = []
    /// The number of versions.
    private(set) var length = 0

    init(pieceLength: Int) {
        self.pieceLength = pieceLength
    }

    /// - Returns: where the lineage begins.
    mutating func add(_ key: LineageKey) -> Int {
        if length >= (pieceStarts.last ?? -pieceLength) + pieceLength {
            pieceStarts.append(length)
            pieceKeys.append(keys.count..<keys.count)
        }
        keys.append(key)
        pieceKeys[pieceKeys.count - 1] = pieceKeys.last!.lowerBound..<keys.count
        defer { length += Int(key.count) }
        return length
    }
}
