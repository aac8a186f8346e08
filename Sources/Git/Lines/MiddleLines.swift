/// The lines of two texts between their common head and tail, numbered, and which of them git keeps in its search.
///
/// git leaves a line out that the other text does not have, and a line that the other text has very often if it stands
/// among lines that the other text has not at all. Both depend on how often a line occurs in the whole texts, not only in their middles.
struct MiddleLines: ~Copyable {
    private(set) var old: [Int32] = []
    private(set) var new: [Int32] = []
    /// By number: how often the line has been seen in the two texts.
    private var oldCounts: [Int32] = []
    private var newCounts: [Int32] = []
    private var numbers = LineNumbers()
    private var filter = LineFilter()
    /// Whether frequent lines may be left out, so that every line must be counted.
    private var countsAll = true

    /// Whether some line stands in both middles.
    private(set) var haveCommonLine = false

    /// Numbers the lines of two middles.
    mutating func read(old oldLines: LineTable, new newLines: LineTable) {
        numbers.removeAll()
        old = Self.numbered(oldLines.middle, by: &numbers)
        let distinct = numbers.count
        new = Self.numbered(newLines.middle, by: &numbers)
        Self.clear(&oldCounts, count: numbers.count)
        Self.clear(&newCounts, count: numbers.count)
        for number in old { oldCounts[Int(number)] += 1 }
        haveCommonLine = false
        for number in new {
            newCounts[Int(number)] += 1
            if number < distinct { haveCommonLine = true }
        }
    }

    private static func numbered(_ lines: [LineTable.Line], by numbers: inout LineNumbers) -> [Int32] {
        var result: [Int32] = []
        result.reserveCapacity(lines.count)
        for line in lines { result.append(numbers.insert(line.hash)) }
        return result
    }

    private static func clear(_ counts: inout [Int32], count: Int) {
        counts.removeAll(keepingCapacity: true)
        counts.append(contentsOf: repeatElement(0, count: count))
    }

    /// Which lines are changed, where that is plain without a search and without a look at the rest of the texts: what is left
    /// of the two middles without the lines of one side only is the same, so any shortest script keeps all of it. nil where it
    /// is not so plain, or where git might leave frequent lines out or give up early.
    func plainlyChanged() -> (old: [Bool], new: [Bool])? {
        var right = 0
        for line in old where newCounts[Int(line)] > 0 {
            while right < new.count && oldCounts[Int(new[right])] == 0 { right += 1 }
            guard right < new.count, new[right] == line else { return nil }
            right += 1
        }
        guard new[right...].allSatisfy({ oldCounts[Int($0)] == 0 }), keepsFrequentLines else { return nil }
        let changed = (old: old.map { newCounts[Int($0)] == 0 }, new: new.map { oldCounts[Int($0)] == 0 })
        let isCheap = [changed.old, changed.new].allSatisfy { $0.count(where: \.self) < EditSearch.expensive / 2 }
        return isCheap ? changed : nil
    }

    /// Whether git surely leaves out no line that the other text has, however frequent: nowhere do lines of one side only
    /// outnumber common ones among them three to one.
    private var keepsFrequentLines: Bool {
        Self.keepsFrequentLines(old, newCounts) && Self.keepsFrequentLines(new, oldCounts)
    }

    /// A line is left out if more than three times as many lines that the other text has not stand around it as frequent ones,
    /// itself counted twice. Such a stretch has a common line in it or beside it, for each middle has one; so common
    /// lines, wherever one stops counting around them, tell of all stretches.
    ///
    /// - Parameter counts: how often the other middle has each line, by number.
    private static func keepsFrequentLines(_ lines: [Int32], _ counts: [Int32]) -> Bool {
        // The most by which lines of one side only outweigh common ones: just before a line, and around a common line.
        var (before, around) = (0, Int.min / 2)
        for line in lines {
            if counts[Int(line)] == 0 {
                before = max(0, before) + 1
                around += 1
                // The line itself counts twice.
                if around > 6 { return false }
            } else {
                around = max(around - 3, before > 0 ? before : Int.min / 2)
                before = max(0, before) - 3
            }
        }
        return true
    }

    /// To be called after the lines were read, before lines outside their middles are counted. Where frequent lines are kept
    /// anyway, only lines of one side are counted, for only they may have no counterpart at all.
    mutating func startCounting(old oldLines: LineTable, new newLines: LineTable) {
        countsAll = !keepsFrequentLines
        filter.removeAll()
        for (table, lines, others) in [(oldLines, old, newCounts), (newLines, new, oldCounts)] {
            for (line, number) in zip(table.middle, lines) where countsAll || others[Int(number)] == 0 {
                filter.insert(length: line.bytes.count, hash: line.hash)
            }
        }
    }

    /// Adds lines that both texts have outside their middles to what has been counted.
    mutating func count(common part: Range<Int>, of text: UnsafeRawBufferPointer) {
        var start = part.lowerBound
        while start < part.upperBound {
            let end = min(text.endOfLine(from: start), part.upperBound)
            if filter.mayHold(length: end - start), case let hash = text.line(from: start, limit: end).hash,
                filter.mayHold(hash: hash),
                let number = numbers.number(of: hash)
            {
                oldCounts[Int(number)] += 1
                newCounts[Int(number)] += 1
            }
            start = end
        }
    }

    /// Whether each line of the two middles is kept, by what has been counted so far.
    ///
    /// - Parameters:
    ///   - oldLineCount: the number of lines of the old text, as far as they were counted.
    ///   - newLineCount: the number of lines of the new text, likewise.
    func kept(oldLineCount: Int, newLineCount: Int) -> (old: [Bool], new: [Bool]) {
        guard countsAll else { return (old.map { newCounts[Int($0)] > 0 }, new.map { oldCounts[Int($0)] > 0 }) }
        return (
            Self.kept(old, newCounts, frequentFrom: Int32(min(Self.roughRoot(oldLineCount), 1024))),
            Self.kept(new, oldCounts, frequentFrom: Int32(min(Self.roughRoot(newLineCount), 1024)))
        )
    }

    /// A power of two near the square root.
    static func roughRoot(_ number: Int) -> Int {
        var root = 1
        var rest = number
        while rest > 0 {
            root <<= 1
            rest >>= 2
        }
        return root
    }

    /// - Parameter counts: how often the other text has each line, by number.
    private static func kept(_ lines: [Int32], _ counts: [Int32], frequentFrom limit: Int32) -> [Bool] {
        Array(capacity: lines.count) { kept in
            for (index, line) in lines.enumerated() {
                let count = counts[Int(line)]
                let isLeftOut = count >= limit && standsAmongAbsent(lines, counts, index, frequentFrom: limit)
                kept.append(count > 0 && !isLeftOut)
            }
        }
    }

    /// How far around a frequent line is looked.
    private static let reach = 100

    /// Whether the run of absent and frequent lines around a frequent one has absent lines on both sides, and more than three times
    /// as many of them as frequent ones.
    private static func standsAmongAbsent(
        _ lines: [Int32], _ counts: [Int32], _ index: Int, frequentFrom limit: Int32
    ) -> Bool {
        var (absent, frequent) = (0, 2)
        for direction in [-1, 1] {
            var found = 0
            var place = index + direction
            while lines.indices.contains(place), abs(place - index) <= reach {
                let count = counts[Int(lines[place])]
                if count == 0 { found += 1 } else if count >= limit { frequent += 1 } else { break }
                place += direction
            }
            if found == 0 { return false }
            absent += found
        }
        return frequent * 4 < frequent + absent
    }
}

/// Tells most lines that are not in a small set, by their length and a few bits of their hash.
private struct LineFilter {
    private var lengths = InlineArray<4, UInt64>(repeating: 0)
    private var hashes = InlineArray<64, UInt64>(repeating: 0)

    mutating func removeAll() {
        lengths = InlineArray(repeating: 0)
        hashes = InlineArray(repeating: 0)
    }

    mutating func insert(length: Int, hash: UInt64) {
        lengths[length >> 6 & 3] |= 1 << UInt64(length & 63)
        hashes[Int(hash >> 6 & 63)] |= 1 << (hash & 63)
    }

    func mayHold(length: Int) -> Bool { lengths[length >> 6 & 3] >> UInt64(length & 63) & 1 == 1 }

    func mayHold(hash: UInt64) -> Bool { hashes[Int(hash >> 6 & 63)] >> (hash & 63) & 1 == 1 }
}
