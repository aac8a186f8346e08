import Git

/// The edit scripts of earlier runs, by what they depend on.
///
/// Each is given out once: a script that two versions share would share the places of its lines, which have to be told apart.
struct KeptScripts {
    private(set) var pieces: [EditScripts] = []
    /// By piece: what tells it from others.
    private(set) var stamps: [UInt64] = []
    /// By piece: the number of its segment.
    private(set) var numbers: [Int64] = []
    /// Segments of which nothing is asked for.
    private(set) var idle: [Int64] = []
    private(set) var damaged: [Int64] = []
    /// Of the first versions, in the order of their scripts; ``ScriptPlace/none`` where a script is not there.
    private(set) var places: [ScriptPlace] = []
    /// Those of pieces that have none of these places.
    private var keys: [ScriptKey] = []
    /// By index of the key.
    private var keyPlaces: [ScriptPlace] = []
    private var isTaken: [Bool] = []
    /// The index behind the last script that was given out in passing.
    private var next = 0
    /// By digest of a piece's first key: its index.
    private var firsts: [UInt64: Int] = [:]
    private var rest: RestOfKeys?

    /// Keys that are looked at in passing, for some may not be asked for any more.
    private static let reach = 8

    /// - Parameters:
    ///   - memory: nil where nothing was kept.
    ///   - known: where the scripts of the first versions lie, and after which segment that was kept; nil where it is not known.
    ///   - expected: about how many scripts may have been.
    init(_ memory: LineMemory?, known: (places: KeptPlaces, number: Int64)?, expected: Int) throws {
        if memory != nil, known == nil { keys.reserveCapacity(expected) }
        let knownStamps = Set(known?.places.stamps ?? [])
        // Keys are read of segments that came later.
        let lastKnown = known?.number ?? 0
        try memory?.each(.contents, headsAfter: lastKnown) { segment in
            let keyCount = keys.count
            do throws(ByteReader.Failure) {
                try read(segment, hasKeys: segment.number > lastKnown, knownStamps)
            } catch {
                keys.removeSubrange(keyCount...)
                damaged.append(segment.number)
            }
        }
        isTaken = Array(repeating: false, count: keys.count)
        if let known { places = current(known.places) }
    }

    /// - Parameters:
    ///   - hasKeys: whether the scripts are found by their keys, not by where they are known to lie.
    ///   - knownStamps: of pieces in which scripts are known to lie.
    private mutating func read(
        _ segment: LineMemory.Segment, hasKeys: Bool, _ knownStamps: Set<UInt64>
    ) throws(ByteReader.Failure) {
        var reader = ByteReader(segment.bytes)
        let stamp = try ScriptStamp(from: &reader)
        guard hasKeys || knownStamps.contains(stamp.number) else {
            idle.append(segment.number)
            return
        }
        let start = keys.count
        if hasKeys {
            guard let head = segment.head, Checksum.of(head) == stamp.keys else { throw ByteReader.Failure() }
            try Self.readKeys(ByteReader(head), to: &keys)
        }
        let piece = try EditScripts(from: &reader)
        guard !hasKeys || keys.count - start == piece.scripts.count else { throw ByteReader.Failure() }
        if start < keys.count { firsts[keys[start].digest] = start }
        for index in start..<keys.count {
            keyPlaces.append(ScriptPlace(piece: UInt32(pieces.count), script: UInt32(index - start)))
        }
        pieces.append(piece)
        stamps.append(stamp.number)
        numbers.append(segment.number)
    }

    /// The places of an earlier run among the pieces of this one.
    private func current(_ known: KeptPlaces) -> [ScriptPlace] {
        let pieceOfStamp = Dictionary(zip(stamps, pieces.indices)) { first, _ in first }
        let numbers = known.stamps.map { pieceOfStamp[$0] }
        return known.places.map { place in
            guard place != .none, let piece = numbers[Int(place.piece)], place.script < pieces[piece].scripts.count
            else { return .none }
            return ScriptPlace(piece: UInt32(piece), script: place.script)
        }
    }

    /// The script of a key that follows the one given out last, or is the first of a piece; nil for any other.
    ///
    /// Whoever asks in the order of ``ScriptSlots/byPath(_:)`` finds nearly all scripts so, without looking one up.
    mutating func takeNext(_ key: ScriptKey) -> ScriptPlace? {
        for index in next..<min(next + Self.reach, keys.count) where keys[index] == key && !isTaken[index] {
            return give(index)
        }
        guard let first = firsts[key.digest], keys[first] == key, !isTaken[first] else { return nil }
        return give(first)
    }

    private mutating func give(_ index: Int) -> ScriptPlace {
        isTaken[index] = true
        next = index + 1
        return keyPlaces[index]
    }

    /// A script of those that were not given out in passing; nil for one that is to be made: one whose key is not known, or shares
    /// the digest of another.
    mutating func take(_ key: ScriptKey) -> ScriptPlace? {
        if rest == nil { rest = RestOfKeys(keys, isTaken) }
        return rest?.take(key, among: keys).map { keyPlaces[$0] }
    }

    /// Keeps scripts, one for each key, unless something was unreadable: that may be there another time.
    ///
    /// - Parameter first: the version that the first script leads to.
    /// - Returns: what tells the piece from others; nil where it is not kept.
    static func keep(
        _ keys: [ScriptKey], _ scripts: EditScripts, first: VersionNumber, in memory: LineMemory
    ) throws -> UInt64? {
        guard scripts.unreadable.isEmpty else { return nil }
        var head = ByteWriter()
        head.write(keys.count)
        for key in keys {
            head.write(key.old)
            head.write(key.new)
            head.write(byte: key.syntax)
            head.write(byte: key.purpose.rawValue)
        }
        let stamp = ScriptStamp(first: first, keys: Checksum.of(head.bytes))
        var writer = ByteWriter()
        stamp.write(to: &writer)
        scripts.write(to: &writer)
        try memory.add(writer, head: head, kind: .contents)
        return stamp.number
    }

    private static func readKeys(_ reader: ByteReader, to keys: inout [ScriptKey]) throws(ByteReader.Failure) {
        var reader = reader
        for _ in 0..<(try reader.count()) {
            let old = try reader.entry()
            let new = try reader.entry()
            let syntax = try reader.byte()
            guard let purpose = ScriptPurpose(rawValue: try reader.byte()) else { throw ByteReader.Failure() }
            keys.append(ScriptKey(old: old, new: new, syntax: syntax, purpose: purpose))
        }
    }
}

/// Tells a piece of scripts from all others: by its keys, and because two scripts of one key lead to different versions.
private struct ScriptStamp {
    let first: VersionNumber
    /// The checksum of the keys, which lie in the segment's head.
    let keys: UInt64

    var number: UInt64 { Checksum.mixed(keys, UInt64(first)) }

    init(first: VersionNumber, keys: UInt64) {
        self.first = first
        self.keys = keys
    }

    init(from reader: inout ByteReader) throws(ByteReader.Failure) {
        first = try reader.word()
        keys = UInt64(bitPattern: Int64(try reader.number()))
    }

    func write(to writer: inout ByteWriter) {
        writer.write(Int(first))
        writer.write(Int(Int64(bitPattern: keys)))
    }
}

/// The keys of scripts that are still to be given out.
private struct RestOfKeys {
    private var numbers = NumberedKeys()
    /// By number of a digest: one more than the index of its first key; 0 for none.
    private var heads: [Int] = []
    /// By index: the next key of the same digest, likewise.
    private var nexts: [Int]

    init(_ keys: [ScriptKey], _ isTaken: [Bool]) {
        nexts = Array(repeating: 0, count: keys.count)
        for index in keys.indices.reversed() where !isTaken[index] {
            let number = numbers.insert(keys[index].digest)
            if number == heads.count { heads.append(0) }
            nexts[index] = heads[number]
            heads[number] = index + 1
        }
    }

    mutating func take(_ key: ScriptKey, among keys: [ScriptKey]) -> Int? {
        guard let number = numbers.number(of: key.digest), case let head = heads[number], head > 0,
            keys[head - 1] == key
        else { return nil }
        heads[number] = nexts[head - 1]
        return head - 1
    }
}
