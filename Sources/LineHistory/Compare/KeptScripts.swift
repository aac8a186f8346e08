import Git

/// The edit scripts of earlier runs, by what they depend on.
///
/// Each is given out once: a script that two versions share would share the places of its lines, which have to be told apart.
struct KeptScripts {
    private(set) var pieces: [EditScripts] = []
    /// By piece: the number of its segment.
    private(set) var numbers: [Int64] = []
    private(set) var damaged: [Int64] = []
    private var keys: [ScriptKey] = []
    /// By index of the key.
    private var places: [ScriptIndex.Place] = []
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
    ///   - expected: about how many scripts may have been.
    init(_ memory: LineMemory?, expected: Int) throws {
        var counts: [Int] = []
        if memory != nil { keys.reserveCapacity(expected) }
        try memory?.each(.contents) { segment in
            let start = keys.count
            do throws(ByteReader.Failure) {
                var reader = ByteReader(segment.bytes)
                try Self.readKeys(from: &reader, to: &keys)
                let piece = try EditScripts(from: &reader)
                guard keys.count - start == piece.scripts.count else { throw ByteReader.Failure() }
                counts.append(piece.scripts.count)
                pieces.append(piece)
                numbers.append(segment.number)
            } catch {
                keys.removeSubrange(start...)
                damaged.append(segment.number)
            }
        }
        places.reserveCapacity(keys.count)
        for (piece, count) in counts.enumerated() where count > 0 {
            firsts[keys[places.count].digest] = places.count
            for script in 0..<count { places.append((UInt32(piece), UInt32(script))) }
        }
        isTaken = Array(repeating: false, count: keys.count)
    }

    /// The script of a key that follows the one given out last, or is the first of a piece; nil for any other.
    ///
    /// Whoever asks in the order of ``ScriptSlots/versionsByPath`` finds nearly all scripts so, without looking one up.
    mutating func takeNext(_ key: ScriptKey) -> ScriptIndex.Place? {
        for index in next..<min(next + Self.reach, keys.count) where keys[index] == key && !isTaken[index] {
            return give(index)
        }
        guard let first = firsts[key.digest], keys[first] == key, !isTaken[first] else { return nil }
        return give(first)
    }

    private mutating func give(_ index: Int) -> ScriptIndex.Place {
        isTaken[index] = true
        next = index + 1
        return places[index]
    }

    /// A script of those that were not given out in passing; nil for one that is to be made: one whose key is not known, or shares
    /// the digest of another.
    mutating func take(_ key: ScriptKey) -> ScriptIndex.Place? {
        if rest == nil { rest = RestOfKeys(keys, isTaken) }
        return rest?.take(key, among: keys).map { places[$0] }
    }

    /// A segment of scripts, one for each key; nil where something was unreadable, which may be there another time.
    static func bytes(_ keys: [ScriptKey], _ scripts: EditScripts) -> ByteWriter? {
        guard scripts.unreadable.isEmpty else { return nil }
        var writer = ByteWriter()
        writer.write(keys.count)
        for key in keys {
            writer.write(key.old)
            writer.write(key.new)
            writer.write(byte: key.syntax)
            writer.write(byte: key.purpose.rawValue)
        }
        scripts.write(to: &writer)
        return writer
    }

    private static func readKeys(
        from reader: inout ByteReader, to keys: inout [ScriptKey]
    ) throws(ByteReader.Failure) {
        for _ in 0..<(try reader.count()) {
            let old = try reader.entry()
            let new = try reader.entry()
            let syntax = try reader.byte()
            guard let purpose = ScriptPurpose(rawValue: try reader.byte()) else { throw ByteReader.Failure() }
            keys.append(ScriptKey(old: old, new: new, syntax: syntax, purpose: purpose))
        }
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
