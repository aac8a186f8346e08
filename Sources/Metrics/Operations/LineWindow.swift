import Git
import LineHistory

/// Five consecutive meaningful lines that were written together.
struct LineWindow {
    let hash: UInt64
    /// All that was written together, and where the window's lines begin and end there.
    private let whole: LineRun
    private let first: Int
    private let last: Int
    /// Of the first line, among the meaningful ones written together.
    let number: Int

    /// The lines, blank ones between them included.
    var run: LineRun { whole.part(UInt32(first), UInt32(last - first + 1)) }

    static let length = LineLives.leastBlock
    private static let fewestInformative = 3

    /// Calls `body` for each window of lines written together, top to bottom.
    static func each(_ birth: (run: LineRun, marks: ArraySlice<LineMark>), _ body: (LineWindow) -> Void) {
        let marks = birth.marks.span
        guard marks.count >= length else { return }
        var (hash, informative, held, number) = (UInt64(0), 0, 0, 0)
        var first = 0
        for index in marks.indices where marks[index].isMeaningful {
            if held == 0 { first = index }
            if held == length {
                hash &-= UInt64(marks[first].number) &* weightOfFirst
                if marks[first].kind == .informative { informative -= 1 }
                repeat { first += 1 } while !marks[first].isMeaningful
                number += 1
            } else {
                held += 1
            }
            hash = hash &* weight &+ UInt64(marks[index].number)
            if marks[index].kind == .informative { informative += 1 }
            if held == length && informative >= fewestInformative {
                body(
                    LineWindow(
                        hash: Checksum.mixed(0, hash), whole: birth.run, first: first, last: index, number: number))
            }
        }
    }

    /// Whether some window may hold nothing but certain lines. Of every window one line is looked at, and those around it only
    /// where it is one of them; most are brackets, around which too few lines are informative.
    static func mayHold(only lines: RepeatFilter, _ birth: (run: LineRun, marks: ArraySlice<LineMark>)) -> Bool {
        let marks = birth.marks.span
        for index in stride(from: length - 1, to: marks.count, by: length) {
            // A window that goes on over a blank line goes on to the next that is none.
            var end = index
            while end < marks.count, !marks[end].isMeaningful { end += 1 }
            var (start, held, informative) = (end, 0, 0)
            while end < marks.count, held < length, !marks[end].isMeaningful || lines.hasMet(hash(of: marks[end])) {
                if marks[end].isMeaningful { held += 1 }
                if marks[end].kind == .informative { informative += 1 }
                end += 1
            }
            guard held > 0 else { continue }
            var above = 0
            while start > 0, above < length - 1,
                !marks[start - 1].isMeaningful || lines.hasMet(hash(of: marks[start - 1]))
            {
                start -= 1
                if marks[start].isMeaningful { above += 1 }
                if marks[start].kind == .informative { informative += 1 }
            }
            if held + above >= length && informative >= fewestInformative { return true }
        }
        return false
    }

    /// The hash of a single line.
    static func hash(of mark: LineMark) -> UInt64 { Checksum.mixed(0, UInt64(mark.number)) }

    /// Of the lines' numbers in the hash, a polynomial: what falls out of the window can be taken away again.
    private static let weight: UInt64 = 0x9E37_79B9_7F4A_7C15
    private static let weightOfFirst = weight &* weight &* weight &* weight
}
