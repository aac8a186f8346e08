import Foundation
import Git

/// Standard output in blocks. On a terminal, control characters are shown as escapes: what a repository holds must not steer it.
struct StandardOutput {
    private var buffer: [UInt8] = []
    private let isTerminal = isatty(STDOUT_FILENO) == 1

    mutating func write(_ bytes: [UInt8]) throws(UsageError) {
        if isTerminal { append(harmless: bytes) } else { buffer.append(contentsOf: bytes) }
        if buffer.count >= 1 << 16 { try flush() }
    }

    mutating func flush() throws(UsageError) {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(buffer))
        } catch {
            throw Self.failure(error)
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Writes out what was printed and is not written yet: an answer that nobody can read is none.
    static func finish() throws(UsageError) {
        guard fflush(nil) != 0 else { return }
        throw failure(POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO))
    }

    private static func failure(_ error: any Error) -> UsageError {
        UsageError(description: "cannot write to standard output: \(error.localizedDescription)")
    }

    private mutating func append(harmless bytes: [UInt8]) {
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast() {
            // Tabs are harmless and part of most source lines, and so is a carriage return before the line feed.
            let text = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            let cells = text.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            buffer += cells.map { String(decoding: $0, as: UTF8.self).withoutControls }.joined(separator: "\t").utf8
            buffer.append(UInt8(ascii: "\n"))
        }
    }
}
