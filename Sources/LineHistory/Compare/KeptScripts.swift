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
    private var numbersOfKeys: NumberedKeys
    /// By number of the key: one more than the index of the first script that is still to be given out.
    private var heads: [UInt32] = []
    /// By index: the next script of the same key; 0 for none.
    private var nexts: [UInt32] = []

    /// - Parameters:
    ///   - memory: nil where nothing was kept.
    ///   - expected: how many scripts there may be.
    init(_ memory: LineMemory?, expected: Int) throws {
        var counts: [Int] = []
        let expected = memory == nil ? 0 : expected
        numbersOfKeys = NumberedKeys(capacity: expected)
        keys.reserveCapacity(expected)
        try memory?.each(.contents) { segment in
            do throws(ByteReader.Failure) {
                var reader = ByteReader(segment.bytes)
                let keys = try Self.keys(from: &reader)
                let piece = try EditScripts(from: &reader)
                guard keys.count == piece.scripts.count else { throw ByteReader.Failure() }
                self.keys += keys
                counts.append(keys.count)
                pieces.append(piece)
                numbers.append(segment.number)
            } catch {
                damaged.append(segment.number)
            }
        }
        places.reserveCapacity(keys.count)
        nexts.reserveCapacity(keys.count)
        heads.reserveCapacity(keys.count)
        for (piece, count) in counts.enumerated() {
            for script in 0..<count {
                let number = numbersOfKeys.insert(keys[places.count].digest)
                places.append((UInt32(piece), UInt32(script)))
                if number == heads.count { heads.append(0) }
                nexts.append(heads[number])
                heads[number] = UInt32(places.count)
            }
        }
    }

    /// nil for a script that is to be made: one whose key is not known, or shares the digest of another.
    mutating func take(_ key: ScriptKey) -> ScriptIndex.Place? {
        guard let number = numbersOfKeys.number(of: key.digest), case let head = Int(heads[number]), head > 0,
            keys[head - 1] == key
        else { return nil }
        heads[number] = nexts[head - 1]
        return places[head - 1]
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

    private static func keys(from reader: inout ByteReader) throws(ByteReader.Failure) -> [ScriptKey] {
        let count = try reader.count()
        var keys: [ScriptKey] = []
        keys.reserveCapacity(count)
        for _ in 0..<count {
            let old = try reader.entry()
            let new = try reader.entry()
            let syntax = try reader.byte()
            guard let purpose = ScriptPurpose(rawValue: try reader.byte()) else { throw ByteReader.Failure() }
            keys.append(ScriptKey(old: old, new: new, syntax: syntax, purpose: purpose))
        }
        return keys
    }
}
