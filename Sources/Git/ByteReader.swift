/// Reads what a ``ByteWriter`` of the same build wrote. Whoever keeps the bytes elsewhere in between guards them by a
/// ``Checksum``.
package struct ByteReader: Sendable {
    /// The bytes end early, or cannot have been written.
    package struct Failure: Error {
        package init() {}
    }

    private let bytes: [UInt8]
    package private(set) var position: Int

    package var isAtEnd: Bool { position == bytes.count }

    package init(_ bytes: [UInt8], position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    package mutating func byte() throws(Failure) -> UInt8 {
        guard position < bytes.count else { throw Failure() }
        defer { position += 1 }
        return bytes[position]
    }

    /// A number in as many bytes as it needs; see ``ByteWriter``.
    package mutating func number() throws(Failure) -> Int {
        var result: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let byte = try byte()
            guard shift < 64 else { throw Failure() }
            result |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return Int(Int64(bitPattern: result >> 1)) ^ -Int(result & 1) }
            shift += 7
        }
    }

    /// A number of things that take at least a byte each, so that no more are believed in than can follow.
    package mutating func count() throws(Failure) -> Int {
        let count = try number()
        guard (0...bytes.count - position).contains(count) else { throw Failure() }
        return count
    }

    package mutating func double() throws(Failure) -> Double {
        let size = MemoryLayout<UInt64>.size
        guard bytes.count - position >= size else { throw Failure() }
        defer { position += size }
        return bytes.withUnsafeBytes {
            Double(bitPattern: $0.loadUnaligned(fromByteOffset: position, as: UInt64.self))
        }
    }

    /// Bytes, and before them how many.
    package mutating func slice() throws(Failure) -> ArraySlice<UInt8> {
        let count = try count()
        defer { position += count }
        return bytes[position..<position + count]
    }

    package mutating func text() throws(Failure) -> String { String(decoding: try slice(), as: UTF8.self) }

    package mutating func id() throws(Failure) -> ObjectID {
        guard bytes.count - position >= ObjectID.byteCount else { throw Failure() }
        defer { position += ObjectID.byteCount }
        return bytes.withUnsafeBytes { ObjectID(bytes: $0.baseAddress! + position) }
    }

    package mutating func ids() throws(Failure) -> [ObjectID] {
        let count = try count()
        guard count <= (bytes.count - position) / ObjectID.byteCount else { throw Failure() }
        var ids: [ObjectID] = []
        ids.reserveCapacity(count)
        for _ in 0..<count { ids.append(try id()) }
        return ids
    }

    package mutating func entry() throws(Failure) -> TreeEntry? {
        let kind = try byte()
        if kind == UInt8.max { return nil }
        guard let kind = TreeEntry.Kind(rawValue: kind) else { throw Failure() }
        return TreeEntry(id: try id(), kind: kind)
    }

    /// Passes over what is read another time.
    package mutating func skip(_ count: Int) throws(Failure) {
        guard (0...bytes.count - position).contains(count) else { throw Failure() }
        position += count
    }

    /// Numbers of four bytes, as they are.
    package mutating func words() throws(Failure) -> [UInt32] { try values(of: UInt32.self) }

    package mutating func values<Value: BitwiseCopyable>(of type: Value.Type) throws(Failure) -> [Value] {
        let count = try count()
        let (size, overflows) = count.multipliedReportingOverflow(by: MemoryLayout<Value>.stride)
        guard !overflows, size <= bytes.count - position else { throw Failure() }
        defer { position += size }
        return bytes.withUnsafeBytes { source in
            [Value](unsafeUninitializedCapacity: count) { buffer, initialised in
                UnsafeMutableRawBufferPointer(buffer).copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: source[position..<position + size]))
                initialised = count
            }
        }
    }
}
