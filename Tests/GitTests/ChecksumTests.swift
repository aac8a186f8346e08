import Testing

@testable import Git

@Suite struct ChecksumTests {
    @Test("Another byte anywhere, one more or one less, makes another checksum", arguments: 0..<100)
    func everyByteCounts(count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7) }
        let sum = Checksum.of(bytes)
        for index in bytes.indices {
            var other = bytes
            other[index] ^= 0x10
            #expect(Checksum.of(other) != sum)
        }
        #expect(Checksum.of(bytes + [0]) != sum)
        #expect(Checksum.of(Array(bytes.dropLast())) != sum || bytes.isEmpty)
        #expect(Checksum.of(bytes.reversed()) != sum || bytes.count < 2)
    }
}
