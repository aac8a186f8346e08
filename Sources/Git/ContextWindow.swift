/// The middles of two texts with some lines of context, and where they lie in the texts.
struct ContextWindow {
    let old: Range<Int>
    let new: Range<Int>
    /// The lines of context before the middles.
    let linesBefore: Int
    private let reachesStart: Bool
    private let reachesEnd: Bool

    /// Two screens are enough for nearly all runs to slide in; ``mayCut(_:old:new:)`` tells the others.
    private static let lineCount = 64

    init(_ trimmed: Trimmed, old text: UnsafeRawBufferPointer, new newText: UnsafeRawBufferPointer) {
        var start = trimmed.oldMiddle.lowerBound
        var before = 0
        while start > 0 && before < Self.lineCount {
            start = text.lineBefore(start).lowerBound
            before += 1
        }
        var end = trimmed.oldMiddle.upperBound
        var after = 0
        while end < text.count && after < Self.lineCount {
            end = text.endOfLine(from: end)
            after += 1
        }
        old = start..<end
        new = start..<(trimmed.newMiddle.upperBound + end - trimmed.oldMiddle.upperBound)
        linesBefore = before
        reachesStart = start == 0
        reachesEnd = end == text.count
    }

    func lineCount(of text: UnsafeRawBufferPointer, _ window: Range<Int>) -> Int {
        UnsafeRawBufferPointer(rebasing: text[window]).lineCount
    }

    /// Lines that must remain between a run and the edge of the window: the indent heuristic looks beyond 20 blank lines.
    private static let margin = 24

    /// Whether a hunk could slide so near to an edge of the window that the lines beyond it matter.
    ///
    /// - Parameter hunks: in lines of the window.
    func mayCut(_ hunks: [Hunk], old oldText: UnsafeRawBufferPointer, new newText: UnsafeRawBufferPointer) -> Bool {
        if !reachesStart, let first = hunks.first {
            if slidesToStart(first.oldLines, old, oldText) || slidesToStart(first.newLines, new, newText) { return true }
        }
        if !reachesEnd, let last = hunks.last {
            if slidesToEnd(last.oldLines, old, oldText) || slidesToEnd(last.newLines, new, newText) { return true }
        }
        return false
    }

    private func slidesToStart(_ run: Range<Int>, _ window: Range<Int>, _ text: UnsafeRawBufferPointer) -> Bool {
        guard !run.isEmpty else { return false }
        let starts = text.lineStarts(in: window)
        var (first, end) = (run.lowerBound, run.upperBound)
        while first > 0, text.isEqual(text.line(starts, end - 1), text.line(starts, first - 1)) {
            (first, end) = (first - 1, end - 1)
        }
        return first < Self.margin
    }

    private func slidesToEnd(_ run: Range<Int>, _ window: Range<Int>, _ text: UnsafeRawBufferPointer) -> Bool {
        guard !run.isEmpty else { return false }
        let starts = text.lineStarts(in: window)
        let count = starts.count - 1
        var (first, end) = (run.lowerBound, run.upperBound)
        while end < count, text.isEqual(text.line(starts, first), text.line(starts, end)) {
            (first, end) = (first + 1, end + 1)
        }
        return count - end < Self.margin
    }
}

extension UnsafeRawBufferPointer {
    /// Where the lines of a part start, and the part's end.
    fileprivate func lineStarts(in part: Range<Int>) -> [Int] {
        var starts = [part.lowerBound]
        var start = part.lowerBound
        while start < part.upperBound {
            start = Swift.min(endOfLine(from: start), part.upperBound)
            starts.append(start)
        }
        return starts
    }

    fileprivate func line(_ starts: [Int], _ index: Int) -> Range<Int> {
        starts[index]..<starts[index + 1]
    }
}
