import Git

/// What tells a lineage from others and from what it was before, as long as the history up to its last version is the same.
struct LineageKey: Hashable, Sendable {
    let first: VersionNumber
    let last: VersionNumber
    /// The number of versions.
    let count: UInt32
    /// A checksum of its versions, of the edges between them, and of those that stand at the tip: a merge may choose others and make
    /// none, and a rename may be found once an object can be read.
    let shape: UInt64
}

extension LineageKey {
    init(from reader: inout ByteReader) throws(ByteReader.Failure) {
        first = try reader.word()
        last = try reader.word()
        count = try reader.word()
        shape = UInt64(bitPattern: Int64(try reader.number()))
    }

    func write(to writer: inout ByteWriter) {
        for word in [first, last, count] { writer.write(Int(word)) }
        writer.write(Int(Int64(bitPattern: shape)))
    }
}
