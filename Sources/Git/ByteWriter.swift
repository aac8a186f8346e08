/// Writes values in few bytes, to be read again by the same build of the program.
package struct ByteWriter: Sendable {
    package private(set) var bytes: [UInt8] = []

    /// - Parameter capacity: about how many bytes will be written, where they are so many that growing costs.
    package init(capacity: Int = 0) {
        bytes.reserveCapacity(capacity)
    }

    package mutating func write(byte: UInt8) {
        bytes.append(byte)
    }

    /// Seven bits a byte, the low ones first; small numbers of either sign take one byte.
    package mutating func write(_ number: Int) {
        var rest = UInt64(bitPattern: Int64((number << 1) ^ (number >> (Int.bitWidth - 1))))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    package mutating func write(_ number: Double) {
        withUnsafeBytes(of: number.bitPattern) { bytes.append(contentsOf: $0) }
    }

    /// The text's bytes, and before them how many.
    package mutating func write(_ text: String) {
        write(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    package mutating func write(_ id: ObjectID) {
        id.append(to: &bytes)
    }

    /// The names, and before them how many.
    package mutating func write(ids: [ObjectID]) {
        write(ids.count)
        for id in ids { write(id) }
    }

    package mutating func write(_ entry: TreeEntry?) {
        write(byte: entry?.kind.rawValue ?? UInt8.max)
        if let entry { write(entry.id) }
    }

    /// The memory of the values as it is, and before it their number.
    package mutating func write<Value: BitwiseCopyable>(values: [Value]) {
        write(values.count)
        values.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }

    /// Bytes that a writer wrote before.
    package mutating func write(bytes: ArraySlice<UInt8>) {
        self.bytes.append(contentsOf: bytes)
    }

    /// What another writer wrote.
    package mutating func write(_ other: ByteWriter) {
        bytes.append(contentsOf: other.bytes)
    }
}
