import Foundation

/// A number that tells whether bytes are still what they were; no protection against somebody who wants it to agree.
public enum Checksum {
    /// Eight bytes a step: reading costs far more.
    package static func of(_ bytes: [UInt8]) -> UInt64 {
        bytes.withUnsafeBytes(of)
    }

    private static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var sum = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
        var position = 0
        while position + 8 <= bytes.count {
            sum = mixed(sum, bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            position += 8
        }
        while position < bytes.count {
            sum = mixed(sum, UInt64(bytes[position]))
            position += 1
        }
        return sum
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
