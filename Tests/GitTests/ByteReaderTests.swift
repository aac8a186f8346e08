import Testing

@testable import Git

@Suite struct ByteReaderTests {
    /// Around every length that a number can have.
    static let anyLength: [Int] =
        (0..<63).flatMap { shift in [-1, 0, 1].flatMap { [(1 << shift) + $0, -(1 << shift) + $0] } }
        + [.min, .min + 1, .max - 1, .max]

    @Test("Numbers of every length come back, in the middle of the bytes and at their end", arguments: anyLength)
    func numbers(number: Int) throws {
        for following in 0...9 {
            var writer = ByteWriter()
            writer.write(number)
            let length = writer.bytes.count
            for _ in 0..<following { writer.write(byte: 0xFF) }
            var reader = ByteReader(writer.bytes)
            #expect(try reader.number() == number)
            #expect(reader.position == length)
        }
    }

    @Test("A number that ends too early, or not in time, is none", arguments: [0, 1, 2, 7, 8, 9, 10, 11, 40])
    func tooLong(count: Int) {
        var reader = ByteReader(Array(repeating: 0x80, count: count))
        #expect(throws: ByteReader.Failure.self) { _ = try reader.number() }
    }

    @Test("Nothing is read behind the end")
    func end() throws {
        var reader = ByteReader([4, 1, 2])
        #expect(try reader.number() == 2)
        #expect(throws: ByteReader.Failure.self) { _ = try reader.id() }
        #expect(throws: ByteReader.Failure.self) { _ = try reader.double() }
        #expect(throws: ByteReader.Failure.self) { try reader.skip(3) }
        try reader.skip(2)
        #expect(reader.isAtEnd)
        #expect(throws: ByteReader.Failure.self) { _ = try reader.byte() }
    }
}
