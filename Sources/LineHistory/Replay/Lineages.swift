/// All versions of a history, in groups that share no line: a file under all its names, with its copies.
///
/// No script leads from one group to another, so that each can be followed by itself.
struct Lineages: Sendable {
    /// Versions lineage by lineage, each in the order of commits.
    private let order: [VersionNumber]
    private let pieceStarts: [Int]
    /// By version: its piece, and its place there.
    private let places: [(piece: UInt32, place: UInt32)]
    /// By place in the order: how often another version, or the tip, asks for a version's lines.
    private let uses: [UInt32]

    /// - Parameter pieceLength: versions a piece, at least; a lineage is not cut.
    init(_ plan: HistoryPlan, pieceLength: Int = 4096) {
        let firsts = Self.firsts(of: plan)
        var starts: [UInt32] = Array(repeating: 0, count: firsts.count + 1)
        for first in firsts { starts[Int(first) + 1] += 1 }
        var pieceStarts: [Int] = []
        for version in firsts.indices {
            let isFirst = starts[version + 1] > 0
            starts[version + 1] += starts[version]
            if isFirst && Int(starts[version]) >= (pieceStarts.last ?? -pieceLength) + pieceLength {
                pieceStarts.append(Int(starts[version]))
            }
        }
        var order = [VersionNumber](repeating: 0, count: firsts.count)
        var orderPlaces: [UInt32] = []
        orderPlaces.reserveCapacity(firsts.count)
        for (version, first) in firsts.enumerated() {
            order[Int(starts[Int(first)])] = VersionNumber(version)
            orderPlaces.append(starts[Int(first)])
            starts[Int(first)] += 1
        }
        var uses = [UInt32](repeating: 0, count: order.count)
        for edge in plan.edges { uses[Int(orderPlaces[Int(edge.old)])] += 1 }
        for (_, version) in plan.tip { uses[Int(orderPlaces[Int(version)])] += 1 }
        pieceStarts.append(order.count)
        var places = Array(repeating: (piece: UInt32(0), place: UInt32(0)), count: order.count)
        for (piece, (start, end)) in zip(pieceStarts, pieceStarts.dropFirst()).enumerated() {
            for place in start..<end { places[Int(order[place])] = (UInt32(piece), UInt32(place - start)) }
        }
        self.order = order
        self.pieceStarts = pieceStarts
        self.uses = uses
        self.places = places
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

    var pieceCount: Int { pieceStarts.count - 1 }

    var versionCount: Int { order.count }

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
