import CLibgit2

/// The name of a git object: 20 bytes of SHA-1, kept as three numbers in big-endian order, so that comparing numbers
/// compares the hexadecimal text.
package struct ObjectID: Hashable, Comparable, Sendable {
    private let high: UInt64
    private let middle: UInt64
    private let low: UInt32

    /// The tree without entries, which every repository has.
    package static let emptyTree = ObjectID(hex: "4b825dc642cb6eb9a060e54bf8d69288fbee4904")!

    /// Bytes in an object name.
    package static let byteCount = 20

    init(bytes: UnsafeRawPointer) {
        high = UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self))
        middle = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        low = UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt32.self))
    }

    /// What the folders of loose objects are named by.
    var firstByte: Int { Int(high >> 56) }

    /// The object name that 40 hexadecimal digits spell, upper or lower case; nil for anything else.
    package init?(hex: some StringProtocol) {
        let digits = Array(hex.utf8)
        guard digits.count == 2 * Self.byteCount else { return nil }
        var bytes: [UInt8] = []
        for pair in stride(from: 0, to: digits.count, by: 2) {
            guard let left = Self.value(of: digits[pair]), let right = Self.value(of: digits[pair + 1]) else {
                return nil
            }
            bytes.append(left << 4 | right)
        }
        self = bytes.withUnsafeBytes { ObjectID(bytes: $0.baseAddress!) }
    }

    /// 40 lower-case hexadecimal digits.
    package var hex: String {
        var digits = TextBuffer()
        appendHex(to: &digits)
        return digits.text
    }

    /// Appends ``hex``.
    package func appendHex(to text: inout TextBuffer) {
        text.append(count: 2 * Self.byteCount) { digits in
            digits.write(hexOf: UInt32(truncatingIfNeeded: high >> 32), at: 0)
            digits.write(hexOf: UInt32(truncatingIfNeeded: high), at: 8)
            digits.write(hexOf: UInt32(truncatingIfNeeded: middle >> 32), at: 16)
            digits.write(hexOf: UInt32(truncatingIfNeeded: middle), at: 24)
            digits.write(hexOf: low, at: 32)
        }
    }

    /// Appends the 20 bytes in order.
    func append(to bytes: inout [UInt8]) {
        let words = (high.bigEndian, middle.bigEndian, low.bigEndian)
        withUnsafeBytes(of: words) {
            bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: $0[..<Self.byteCount]))
        }
    }

    /// A part of an object name tells names apart as well as the whole.
    package var digest: UInt64 { high }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(digest)
    }

    package static func < (left: ObjectID, right: ObjectID) -> Bool {
        (left.high, left.middle, left.low) < (right.high, right.middle, right.low)
    }

    /// libgit2's form of the same name.
    var oid: git_oid {
        var oid = git_oid()
        withUnsafeMutableBytes(of: &oid) { buffer in
            buffer.storeBytes(of: high.bigEndian, as: UInt64.self)
            buffer.storeBytes(of: middle.bigEndian, toByteOffset: 8, as: UInt64.self)
            buffer.storeBytes(of: low.bigEndian, toByteOffset: 16, as: UInt32.self)
        }
        return oid
    }

    init(_ oid: git_oid) {
        self = withUnsafeBytes(of: oid) { ObjectID(bytes: $0.baseAddress!) }
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

extension ObjectID {
    /// From the first to the last of all names that begin with some digits; nil where these are more than 40, or no hexadecimal digits.
    package static func all(beginningWith digits: String) -> ClosedRange<ObjectID>? {
        var first: InlineArray<3, UInt64> = [0, 0, 0]
        var last: InlineArray<3, UInt64> = [.max, .max, .max]
        for (index, digit) in digits.utf8.enumerated() {
            guard index < 2 * byteCount, let value = value(of: digit) else { return nil }
            let shift = UInt64(60 - index % 16 * 4)
            first[index / 16] |= UInt64(value) << shift
            last[index / 16] ^= UInt64(~value & 15) << shift
        }
        return ObjectID(first)...ObjectID(last)
    }

    private init(_ words: InlineArray<3, UInt64>) {
        (high, middle, low) = (words[0], words[1], UInt32(words[2] >> 32))
    }
}
