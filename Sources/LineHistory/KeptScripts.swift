import Git

/// The edit scripts of earlier runs, by what they depend on.
///
/// Each is given out once: a script that two versions share would share the places of its lines, which have to be told apart.
struct KeptScripts {
    private(set) var pieces: [EditScripts] = []
    /// By piece: the number of its segment.
    private(set) var numbers: [Int64] = []
    private(set) var damaged: [Int64] = []
    /// By key: one more than the index of the first script that is still to be given out.
    private var heads: [ScriptKey: UInt32] = [:]
    private var places: [ScriptIndex.Place] = []
    /// By index: the next script of the same key; 0 for none.
    private var nexts: [UInt32] = []

    init(_ segments: [LineMemory.Segment]) {
        var keysByPiece: [[ScriptKey]] = []
        for segment in segments {
            do {
                var reader = ByteReader(segment.bytes)
                let keys = try Self.keys(from: &reader)
                let piece = try EditScripts(from: &reader)
                guard keys.count == piece.scripts.count else { throw ByteReader.Failure() }
                keysByPiece.append(keys)
                pieces.append(piece)
                numbers.append(segment.number)
            } catch {
                damaged.append(segment.number)
            }
        }
        let count = keysByPiece.reduce(0) { $0 + $1.count }
        heads.reserveCapacity(count)
        places.reserveCapacity(count)
        nexts.reserveCapacity(count)
        for (piece, keys) in keysByPiece.enumerated() {
            for (script, key) in keys.enumerated() {
                places.append((UInt32(piece), UInt32(script)))
                nexts.append(heads.updateValue(UInt32(places.count), forKey: key) ?? 0)
            }
        }
    }

    mutating func take(_ key: ScriptKey) -> ScriptIndex.Place? {
        guard let index = heads.index(forKey: key), case let head = heads.values[index], head > 0 else { return nil }
        heads.values[index] = nexts[Int(head) - 1]
        return places[Int(head) - 1]
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
