/// Finds the added lines of a hunk that carry on a removed one.
struct LineAlignment {
    private var old: [UInt64] = []
    private var new: [UInt64] = []

    /// Hunks with more pairs of lines than this are aligned greedily.
    private static let exactLimit = 40_000

    mutating func readOld(
        _ cursor: inout LineCursor, _ lines: Range<Int>, _ reader: LineReader, marks: inout [LineMark]
    ) {
        Self.read(&cursor, lines, reader, numbers: &old, marks: &marks)
    }

    mutating func readNew(
        _ cursor: inout LineCursor, _ lines: Range<Int>, _ reader: LineReader, marks: inout [LineMark]
    ) {
        Self.read(&cursor, lines, reader, numbers: &new, marks: &marks)
    }

    /// Appends pairs of lines that are equal but for white space, in order; for an ignored revision, then the others in turn.
    mutating func pair(_ hunk: Hunk, looksThrough: Bool, into continuations: inout [Continuation]) {
        let pairs = equalPairs()
        for (left, right) in looksThrough ? filled(pairs) : pairs {
            continuations.append(
                Continuation(oldLine: UInt32(Int(hunk.oldStart) + left), newLine: UInt32(Int(hunk.newStart) + right)))
        }
    }

    private static func read(
        _ cursor: inout LineCursor, _ lines: Range<Int>, _ reader: LineReader, numbers: inout [UInt64],
        marks: inout [LineMark]
    ) {
        numbers.removeAll(keepingCapacity: true)
        guard !lines.isEmpty else { return }
        cursor.skip(to: lines.lowerBound)
        for _ in lines {
            let (mark, number) = reader.read(cursor.next())
            marks.append(mark)
            numbers.append(number)
        }
    }

    private func equalPairs() -> [(Int, Int)] {
        let known = Set(new)
        guard old.contains(where: known.contains) else { return [] }
        return old.count * new.count <= Self.exactLimit ? longestCommonSequence() : greedySequence()
    }

    private func longestCommonSequence() -> [(Int, Int)] {
        let width = new.count + 1
        var lengths = [UInt32](repeating: 0, count: (old.count + 1) * width)
        for left in stride(from: old.count - 1, through: 0, by: -1) {
            for right in stride(from: new.count - 1, through: 0, by: -1) {
                lengths[left * width + right] =
                    old[left] == new[right]
                    ? lengths[(left + 1) * width + right + 1] + 1
                    : max(lengths[(left + 1) * width + right], lengths[left * width + right + 1])
            }
        }
        var pairs: [(Int, Int)] = []
        var (left, right) = (0, 0)
        while left < old.count && right < new.count {
            if old[left] == new[right] {
                pairs.append((left, right))
                (left, right) = (left + 1, right + 1)
            } else if lengths[(left + 1) * width + right] >= lengths[left * width + right + 1] {
                left += 1
            } else {
                right += 1
            }
        }
        return pairs
    }

    /// Each removed line takes the first equal added line after the last one taken, unless that skips very far.
    private func greedySequence() -> [(Int, Int)] {
        var places: [UInt64: [Int]] = [:]
        for (index, number) in new.enumerated().reversed() { places[number, default: []].append(index) }
        var pairs: [(Int, Int)] = []
        var next = 0
        for (index, number) in old.enumerated() {
            guard var waiting = places[number] else { continue }
            while let first = waiting.last, first < next { waiting.removeLast() }
            if let first = waiting.last, first - next <= 64 + abs(index - next) {
                pairs.append((index, first))
                next = first + 1
                waiting.removeLast()
            }
            places[number] = waiting
        }
        return pairs
    }

    /// Between pairs that are sure, line answers line in turn, as far as both sides reach.
    private func filled(_ pairs: [(Int, Int)]) -> [(Int, Int)] {
        var result: [(Int, Int)] = []
        var (left, right) = (0, 0)
        for (nextLeft, nextRight) in pairs + [(old.count, new.count)] {
            while left < nextLeft && right < nextRight {
                result.append((left, right))
                (left, right) = (left + 1, right + 1)
            }
            if nextLeft < old.count { result.append((nextLeft, nextRight)) }
            (left, right) = (nextLeft + 1, nextRight + 1)
        }
        return result
    }
}
