import Git
import Metrics

/// What earlier runs found out about commits, and what this one finds out.
///
/// A commit with notes is never kept: notes come and go.
struct KeptCommits {
    /// Some commits of one segment.
    private struct Piece {
        let reader: ByteReader
        let shared: SharedFacts
    }

    private var pieces: [Piece] = []
    /// By piece: its number, and how many commits were taken from it.
    private var uses: [(number: Int64, count: Int)] = []
    /// By commit: the piece, and where its facts begin.
    private var places: [ObjectID: (piece: Int, position: Int)] = [:]
    private(set) var damaged: [Int64] = []
    private(set) var kept = 0
    private(set) var made = 0
    private var fresh = CommitSegment()
    private let keep: ([UInt8]) throws -> Void

    /// Commits a segment.
    private static let segmentLength = 2_048

    /// - Parameters:
    ///   - segments: each with a number that stands for it.
    ///   - keep: takes a new segment.
    init(_ segments: [(number: Int64, bytes: [UInt8])], keep: @escaping ([UInt8]) throws -> Void) {
        self.keep = keep
        var found: [[(id: ObjectID, position: Int)]] = []
        for (number, bytes) in segments {
            do {
                var reader = ByteReader(bytes)
                let (shared, places) = try CommitSegment.contents(&reader)
                found.append(places)
                pieces.append(Piece(reader: ByteReader(bytes), shared: shared))
                uses.append((number, 0))
            } catch {
                damaged.append(number)
            }
        }
        places.reserveCapacity(found.reduce(0) { $0 + $1.count })
        for (piece, commits) in found.enumerated() {
            for (id, position) in commits { places[id] = (piece, position) }
        }
    }

    /// How many commits are known.
    var count: Int { places.count }

    /// Segments of which nothing was taken.
    var idle: [Int64] { uses.filter { $0.count == 0 }.map(\.number) }

    /// nil for a commit that is to be read.
    ///
    /// - Parameter take: takes the facts of one that is not.
    mutating func known(_ id: ObjectID, _ take: (consuming CommitFacts) -> Void) -> KnownCommit? {
        guard let place = places[id] else { return nil }
        do {
            var reader = pieces[place.piece].reader
            try reader.skip(place.position)
            let tree = try reader.id()
            let parents = try reader.ids()
            let committedAt = Int64(try reader.number())
            var facts = CommitFactsReader(reader, pieces[place.piece].shared)
            take(try facts.facts())
            uses[place.piece].count += 1
            kept += 1
            return KnownCommit(tree: tree, parents: parents, committedAt: committedAt)
        } catch {
            return nil
        }
    }

    mutating func add(_ commit: CommitRecord, _ facts: CommitFacts, isLasting: Bool) throws {
        made += 1
        guard isLasting, facts.attribution.lineClaims.isEmpty else { return }
        fresh.add(commit, facts)
        if fresh.count >= Self.segmentLength { try flush() }
    }

    /// Keeps the commits that are left, and forgets those that were known: nobody will ask for one.
    mutating func close() throws {
        try flush()
        pieces = []
        places = [:]
    }

    private mutating func flush() throws {
        guard fresh.count > 0 else { return }
        try keep(fresh.bytes)
        fresh = CommitSegment()
    }
}

/// Commits that are kept together.
private struct CommitSegment {
    private var writer = CommitFactsWriter()
    private var places: [(id: ObjectID, position: Int)] = []

    var count: Int { places.count }

    mutating func add(_ commit: CommitRecord, _ facts: CommitFacts) {
        places.append((commit.id, writer.body.bytes.count))
        writer.write(commit.tree)
        writer.write(ids: commit.parents)
        writer.write(Int(commit.committer.seconds))
        writer.write(facts)
    }

    /// What the commits share, then places, then the commits.
    var bytes: [UInt8] {
        var result = writer.shared
        result.write(places.count)
        for place in places {
            result.write(place.id)
            result.write(place.position)
        }
        result.write(writer.body)
        return result.bytes
    }

    static func contents(
        _ reader: inout ByteReader
    ) throws(ByteReader.Failure) -> (shared: SharedFacts, places: [(id: ObjectID, position: Int)]) {
        let shared = try SharedFacts.read(from: &reader)
        var places: [(id: ObjectID, position: Int)] = []
        for _ in 0..<(try reader.count()) {
            let id = try reader.id()
            places.append((id, try reader.number()))
        }
        let start = reader.position
        return (shared, places.map { ($0.id, $0.position + start) })
    }
}
