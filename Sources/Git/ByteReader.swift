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
        // Most take one.
        if position < bytes.count, case let byte = bytes[position], byte < 0x80 {
            position += 1
            return Self.signed(UInt64(byte))
        }
        return try longNumber()
    }

    private mutating func longNumber() throws(Failure) -> Int {
        guard bytes.count - position >= 8 else { return try numberByByte() }
        // Eight bytes at once: those up to the first without its high bit, then two parts of seven bits joined, four, eight.
        let eight = bytes.withUnsafeBytes {
            UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: UInt64.self))
        }
        let ends = ~eight & 0x8080_8080_8080_8080
        guard ends != 0 else { return try numberByByte() }
        position += ends.trailingZeroBitCount / 8 + 1
        var parts = eight & (ends ^ (ends &- 1)) & 0x7F7F_7F7F_7F7F_7F7F
        parts = parts & 0x007F_007F_007F_007F | (parts & 0x7F00_7F00_7F00_7F00) >> 1
        parts = parts & 0x0000_3FFF_0000_3FFF | (parts & 0x3FFF_0000_3FFF_0000) >> 2
        parts = parts & 0x0000_0000_0FFF_FFFF | (parts & 0x0FFF_FFFF_0000_0000) >> 4
        return Self.signed(parts)
    }

    private mutating func numberByByte() throws(Failure) -> Int {
        var result: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let byte = try byte()
            guard shift < 64 else { throw Failure() }
            result |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return Self.signed(result) }
            shift += 7
        }
    }

    private static func signed(_ number: UInt64) -> Int {
        Int(Int64(bitPattern: number >> 1)) ^ -Int(number & 1)
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
