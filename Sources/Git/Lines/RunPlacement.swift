/// Puts runs of changed lines where git puts them.
///
/// A run can slide up if its last line equals the line above it, and down if its first line equals the line below it. Runs that meet
/// become one. A run that can stand beside a run of the other text does; else the indent heuristic decides.
struct RunPlacement {
    private var old: Side
    private var new: Side

    /// - Parameters:
    ///   - oldChanged: by line of the middle, whether it is removed.
    ///   - newChanged: by line of the middle, whether it is added.
    ///   - context: how many lines around the middles may be used.
    init(old: LineTable, _ oldChanged: [Bool], new: LineTable, _ newChanged: [Bool], context: Int) {
        self.old = Side(lines: old, changed: oldChanged, context: context)
        self.new = Side(lines: new, changed: newChanged, context: context)
    }

    /// Whether some run can stand elsewhere. Mostly none can, and then the runs are where they belong.
    static func isNeeded(
        old: inout LineTable, _ oldChanged: [Bool], new: inout LineTable, _ newChanged: [Bool]
    ) -> Bool {
        canSlide(&old, oldChanged) || canSlide(&new, newChanged)
    }

    private static func canSlide(_ lines: inout LineTable, _ changed: [Bool]) -> Bool {
        var end = 0
        while let start = changed[end...].firstIndex(of: true) {
            end = changed[start...].firstIndex(of: false) ?? changed.count
            if lines.isEqual(start - 1, end - 1) || lines.isEqual(start, end) { return true }
        }
        return false
    }

    /// The placed runs as hunks, in lines of the middles; nil if a run slid to the end of the context.
    mutating func hunks() -> [Hunk]? {
        guard Self.place(&old, beside: &new), Self.place(&new, beside: &old) else { return nil }
        return runs()
    }

    /// The runs as they stand, as hunks.
    func runs() -> [Hunk] {
        var result: [Hunk] = []
        var (left, right) = (old.first, new.first)
        while left < old.end || right < new.end {
            let (leftStart, rightStart) = (left, right)
            while old.isChanged(left) { left += 1 }
            while new.isChanged(right) { right += 1 }
            if left > leftStart || right > rightStart {
                result.append(
                    Hunk(
                        oldStart: leftStart, oldCount: left - leftStart, newStart: rightStart,
                        newCount: right - rightStart))
            }
            left += 1
            right += 1
        }
        return result
    }

    /// - Returns: false if a run reached the end of the context.
    private static func place(_ side: inout Side, beside other: inout Side) -> Bool {
        side.start()
        other.start()
        repeat {
            guard !side.isEmpty else { continue }
            var size: Int
            var highestEnd: Int
            var endBesideOther: Int?
            repeat {
                size = side.size
                endBesideOther = nil
                while side.slideUp() {
                    other.previous()
                }
                highestEnd = side.runEnd
                if !other.isEmpty { endBesideOther = side.runEnd }
                while side.slideDown() {
                    other.next()
                    if !other.isEmpty { endBesideOther = side.runEnd }
                }
            } while size != side.size
            if side.leftContext { return false }
            guard side.runEnd != highestEnd else { continue }
            if endBesideOther != nil {
                while other.isEmpty {
                    _ = side.slideUp()
                    other.previous()
                }
            } else {
                let best = side.bestEnd(highest: highestEnd, size: size)
                while side.runEnd > best {
                    _ = side.slideUp()
                    other.previous()
                }
            }
        } while side.next() && other.next()
        return !side.leftContext
    }
}

/// One text's changed lines, and the run that is being placed: between two unchanged lines there always is one, mostly empty.
private struct Side {
    private var lines: LineTable
    private var changed: [Bool]
    private let context: Int
    private(set) var runStart = 0
    private(set) var runEnd = 0
    /// Whether a run came to the end of the context, which need not be the end of the text.
    private(set) var leftContext = false

    init(lines: LineTable, changed: [Bool], context: Int) {
        self.lines = lines
        self.context = context
        let none = [Bool](repeating: false, count: context)
        self.changed = none + changed + none
    }

    var first: Int { -context }
    var end: Int { changed.count - context }
    var size: Int { runEnd - runStart }
    var isEmpty: Bool { runEnd == runStart }

    func isChanged(_ line: Int) -> Bool {
        line >= first && line < end && changed[line + context]
    }

    mutating func start() {
        runStart = first
        runEnd = first
        extendDown()
    }

    @discardableResult
    mutating func next() -> Bool {
        if runEnd >= end { return false }
        runStart = runEnd + 1
        runEnd = runStart
        extendDown()
        return true
    }

    mutating func previous() {
        runEnd = runStart - 1
        runStart = runEnd
        extendUp()
    }

    mutating func slideUp() -> Bool {
        guard lines.isEqual(runStart - 1, runEnd - 1) else { return false }
        guard runStart > first + 1 else {
            leftContext = true
            return false
        }
        runStart -= 1
        runEnd -= 1
        changed[runStart + context] = true
        changed[runEnd + context] = false
        extendUp()
        return true
    }

    mutating func slideDown() -> Bool {
        guard lines.isEqual(runStart, runEnd) else { return false }
        guard runEnd < end - 1 else {
            leftContext = true
            return false
        }
        changed[runStart + context] = false
        changed[runEnd + context] = true
        runStart += 1
        runEnd += 1
        extendDown()
        return true
    }

    private mutating func extendDown() {
        while isChanged(runEnd) { runEnd += 1 }
    }

    private mutating func extendUp() {
        while isChanged(runStart - 1) { runStart -= 1 }
    }

    /// A run does not slide further than this for its looks.
    private static let mostSliding = 100

    /// Of all places that the run can stand at, the end of the best; of equally good ones the lowest.
    mutating func bestEnd(highest: Int, size: Int) -> Int {
        var best: (end: Int, score: SplitScore)?
        for end in max(highest, runEnd - size - 1, runEnd - Self.mostSliding)...runEnd {
            var score = SplitScore()
            score.add(before: end, in: &lines)
            score.add(before: end - size, in: &lines)
            if let known = best?.score, !score.isAtLeastAsGood(as: known) { continue }
            best = (end, score)
        }
        return best!.end
    }
}
