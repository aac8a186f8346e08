/// The common tail of two texts.
struct CommonTail {
    /// Bytes, not yet cut at a line's start.
    let byteCount: Int
    /// What `git blame` leaves away: whole blocks of 1,024 bytes, but for the rest of the line that the cut goes through.
    let blameCut: Int

    init(old: UnsafeRawBufferPointer, new: UnsafeRawBufferPointer) {
        byteCount = old.commonSuffix(with: new, limit: min(old.count, new.count))
        let blocks = byteCount / 1024 * 1024
        blameCut = blocks == 0 ? 0 : old.count - old.endOfLine(from: old.count - blocks)
    }
}

/// Two texts without their common head and tail, cut at line boundaries.
struct Trimmed {
    let oldMiddle: Range<Int>
    let newMiddle: Range<Int>
    let headLineCount: Int

    var isSame: Bool { oldMiddle.isEmpty && newMiddle.isEmpty }

    /// The head is as long as it can be; the tail has what is left.
    ///
    /// - Parameter commonTail: the length of the common tail, in bytes, as if there were no head.
    init(old: UnsafeRawBufferPointer, new: UnsafeRawBufferPointer, commonTail: Int) {
        var head = old.commonPrefix(with: new)
        if head == old.count && head == new.count {
            oldMiddle = head..<head
            newMiddle = head..<head
            headLineCount = 0
            return
        }
        while head > 0, old[head - 1] != UInt8(ascii: "\n") { head -= 1 }
        let tail = min(commonTail, min(old.count, new.count) - head)
        var oldEnd = old.count - tail
        var newEnd = new.count - tail
        // A tail that begins within a line begins after it.
        let startsLine =
            (oldEnd == head || old[oldEnd - 1] == UInt8(ascii: "\n"))
            && (newEnd == head || new[newEnd - 1] == UInt8(ascii: "\n"))
        if !startsLine {
            let end = old.endOfLine(from: oldEnd)
            newEnd += end - oldEnd
            oldEnd = end
        }
        oldMiddle = head..<oldEnd
        newMiddle = head..<newEnd
        headLineCount = UnsafeRawBufferPointer(rebasing: old[..<head]).newlineCount
    }

    /// Whether a run of lines on one side only could as well stand some lines earlier: its last line equals the line
    /// before it. (It cannot stand later: the common head is as long as it can be.)
    func canSlide(old: UnsafeRawBufferPointer, new: UnsafeRawBufferPointer) -> Bool {
        let (text, run) = oldMiddle.isEmpty ? (new, newMiddle) : (old, oldMiddle)
        guard run.lowerBound > 0 else { return false }
        return text.isEqual(text.lineBefore(run.upperBound), text.lineBefore(run.lowerBound))
    }
}

extension UnsafeRawBufferPointer {
    /// The line that ends at `end`, its line feed included.
    func lineBefore(_ end: Int) -> Range<Int> {
        var start = end - 1
        while start > 0, self[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        return start..<end
    }

    /// Whether two parts hold the same bytes.
    func isEqual(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        left.count == right.count
            && (left.isEmpty
                || memoryIsEqual(baseAddress! + left.lowerBound, baseAddress! + right.lowerBound, left.count))
    }
}
