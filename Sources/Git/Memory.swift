import CLibgit2
import Foundation

/// Whether two stretches of memory hold the same bytes.
func memoryIsEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, _ count: Int) -> Bool {
    memcmp(left, right, count) == 0
}

/// The order of two stretches of memory, as `memcmp` has it.
func memoryOrder(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, _ count: Int) -> Int32 {
    memcmp(left, right, count)
}

extension UnsafeRawBufferPointer {
    /// The number of line feeds.
    var newlineCount: Int {
        guard let baseAddress else { return 0 }
        return andon_count_newlines(baseAddress.assumingMemoryBound(to: UInt8.self), count)
    }

    /// The number of lines; a last line need not end in a line feed.
    var lineCount: Int {
        newlineCount + (isEmpty || last == UInt8(ascii: "\n") ? 0 : 1)
    }

    /// The number of lines of a part that begins where a line begins.
    func lineCount(in part: Range<Int>) -> Int { UnsafeRawBufferPointer(rebasing: self[part]).lineCount }

    /// The position after the next line feed from `start` on, or the end.
    func endOfLine(from start: Int) -> Int {
        guard start < count, let found = memchr(baseAddress! + start, Int32(UInt8(ascii: "\n")), count - start) else {
            return count
        }
        return UnsafeRawPointer(found) - baseAddress! + 1
    }

    /// Where a byte is first met from `start` on.
    func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        guard start < count, let found = memchr(baseAddress! + start, Int32(byte), count - start) else { return nil }
        return UnsafeRawPointer(found) - baseAddress!
    }

    /// The position after some lines from `start` on, or the end.
    func endOfLines(_ lines: Int, from start: Int) -> Int {
        guard lines > 0, start < count else { return start }
        return start + andon_skip_lines(baseAddress!.assumingMemoryBound(to: UInt8.self) + start, count - start, lines)
    }

    /// The end of the line that begins at `start`, its line feed included, and a number that equal lines share.
    ///
    /// - Parameter limit: where the line ends at the latest; beyond `start`.
    func line(from start: Int, limit: Int) -> (end: Int, hash: UInt64) {
        var hash: UInt64 = 0
        let text = baseAddress!.assumingMemoryBound(to: UInt8.self)
        let length = andon_read_line(text + start, limit - start, &hash)
        return (start + length, hash)
    }

    /// The common head with another buffer, in bytes.
    func commonPrefix(with other: UnsafeRawBufferPointer) -> Int {
        let limit = Swift.min(count, other.count)
        guard limit > 0 else { return 0 }
        return andon_common_prefix(
            baseAddress!.assumingMemoryBound(to: UInt8.self), other.baseAddress!.assumingMemoryBound(to: UInt8.self),
            limit)
    }

    /// The common tail with another buffer, in bytes, at most `limit`.
    func commonSuffix(with other: UnsafeRawBufferPointer, limit: Int) -> Int {
        guard limit > 0 else { return 0 }
        return andon_common_suffix(
            baseAddress!.assumingMemoryBound(to: UInt8.self) + count,
            other.baseAddress!.assumingMemoryBound(to: UInt8.self) + other.count, limit)
    }

    /// Whether the content is binary by git's rule: a NUL among the first 8,000 bytes.
    var looksBinary: Bool {
        guard let baseAddress else { return false }
        return memchr(baseAddress, 0, Swift.min(count, 8000)) != nil
    }

    /// Whether some bytes occur.
    func holds(_ bytes: StaticString) -> Bool {
        guard let baseAddress else { return false }
        return memmem(baseAddress, count, bytes.utf8Start, bytes.utf8CodeUnitCount) != nil
    }
}
