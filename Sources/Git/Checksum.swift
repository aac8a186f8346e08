import Foundation

/// A number that tells whether bytes are still what they were; no protection against somebody who wants it to agree.
public enum Checksum {
    /// Four sums side by side, of eight bytes a step: none waits for another's multiplication.
    package static func of(_ bytes: [UInt8]) -> UInt64 {
        bytes.withUnsafeBytes { of($0) }
    }

    /// That of a text's UTF-8 bytes.
    ///
    /// - Parameter seed: where nobody knows it, nobody can write texts of the same checksum.
    package static func of(_ text: String, seed: UInt64) -> UInt64 {
        text.utf8Span.span.bytes.withUnsafeBytes { of($0, seed: seed) }
    }

    private static func of(_ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) -> UInt64 {
        let start = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count) ^ seed
        var sums = (start, ~start, start &+ 1, ~start &- 1)
        var position = 0
        while position + 32 <= bytes.count {
            sums.0 = mixed(sums.0, bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            sums.1 = mixed(sums.1, bytes.loadUnaligned(fromByteOffset: position + 8, as: UInt64.self))
            sums.2 = mixed(sums.2, bytes.loadUnaligned(fromByteOffset: position + 16, as: UInt64.self))
            sums.3 = mixed(sums.3, bytes.loadUnaligned(fromByteOffset: position + 24, as: UInt64.self))
            position += 32
        }
        var sum = mixed(mixed(mixed(sums.0, sums.1), sums.2), sums.3)
        while position + 8 <= bytes.count {
            sum = mixed(sum, bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            position += 8
        }
        var rest: UInt64 = 0
        while position < bytes.count {
            rest = rest << 8 | UInt64(bytes[position])
            position += 1
        }
        return mixed(sum, rest)
    }

    /// One step: what comes of a sum and eight bytes more. Public, for other modules inline nothing that is only `package`.
    public static func mixed(_ sum: UInt64, _ word: UInt64) -> UInt64 {
        let product = (sum ^ word) &* 0xD6E8_FEB8_6659_FD93
        return product ^ (product >> 32)
    }

    /// That of a file's content.
    package static func ofFile(at path: String) throws -> UInt64 {
        try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped).withUnsafeBytes { of($0) }
    }
}
