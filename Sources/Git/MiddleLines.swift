/// The lines of two texts between their common head and tail, and which of them xdiff would keep in its search.
///
/// xdiff leaves a line out that the other text does not have, and a line that the other text has very often if it stands
/// among lines that the other text has not at all. Both depend on how often a line occurs in a whole text; so counts are taken over
/// more and more of the texts, and where the answer stays the same, the smaller part is as good as the whole.
struct MiddleLines {
    private var old: [Int] = []
    private var new: [Int] = []
    /// By distinct line: how often it has been seen in the two texts.
    private var oldCounts: [Int] = []
    private var newCounts: [Int] = []
    private var numbers: [UInt64: Int] = [:]
    private var filter = LineFilter()

    /// Whether some line stands in both middles.
    private(set) var haveCommonLine = false

    mutating func read(
        old oldText: UnsafeRawBufferPointer, _ oldMiddle: Range<Int>, new newText: UnsafeRawBufferPointer,
        _ newMiddle: Range<Int>
    ) {
        numbers.removeAll(keepingCapacity: true)
        oldCounts.removeAll(keepingCapacity: true)
        newCounts.removeAll(keepingCapacity: true)
        filter.removeAll()
        haveCommonLine = false
        old = read(oldText, oldMiddle)
        let distinct = numbers.count
        new = read(newText, newMiddle)
        for number in old { oldCounts[number] += 1 }
        for number in new {
            newCounts[number] += 1
            if number < distinct { haveCommonLine = true }
        }
    }

    private mutating func read(_ text: UnsafeRawBufferPointer, _ part: Range<Int>) -> [Int] {
        var result: [Int] = []
        text.eachLine(in: part) { line in
            let hash = text.hash(of: line)
            if let known = numbers[hash] {
                result.append(known)
            } else {
                let number = numbers.count
                numbers[hash] = number
                filter.insert(length: line.count, hash: hash)
                oldCounts.append(0)
                newCounts.append(0)
                result.append(number)
            }
        }
        return result
    }

    /// Whether each line of the two middles is kept.
    ///
    /// - Parameters:
    ///   - old: the number of lines of the old text, as far as it is looked at.
    ///   - new: the number of lines of the new text, likewise.
    ///   - parts: common to both texts; their lines are added to what was counted before.
    ///   - text: the text that the parts lie in.
    mutating func kept(
        old oldLineCount: Int, new newLineCount: Int, countingCommon parts: [Range<Int>], of text: UnsafeRawBufferPointer
    ) -> [Bool] {
        for part in parts {
            text.eachLine(in: part) { line in
                guard filter.mayHold(length: line.count) else { return }
                let hash = text.hash(of: line)
                guard filter.mayHold(hash: hash), let number = numbers[hash] else { return }
                oldCounts[number] += 1
                newCounts[number] += 1
            }
        }
        return Self.kept(old.map { newCounts[$0] }, frequentFrom: Self.frequency(lineCount: oldLineCount))
            + Self.kept(new.map { oldCounts[$0] }, frequentFrom: Self.frequency(lineCount: newLineCount))
    }

    /// The number of occurrences from which a line is frequent: a power of two near the square root of the number of
    /// lines, at most 1,024.
    private static func frequency(lineCount: Int) -> Int {
        var root = 1
        var rest = lineCount
        while rest > 0 {
            root <<= 1
            rest >>= 2
        }
        return min(root, 1024)
    }

    private enum Presence {
        case absent, present, frequent
    }

    /// - Parameter counts: how often the other text has each line.
    private static func kept(_ counts: [Int], frequentFrom limit: Int) -> [Bool] {
        let presences: [Presence] = counts.map { $0 == 0 ? .absent : $0 >= limit ? .frequent : .present }
        return presences.indices.map { index in
            switch presences[index] {
            case .absent: false
            case .present: true
            case .frequent: !standsAmongAbsent(presences, index)
            }
        }
    }

    /// How far around a frequent line is looked.
    private static let reach = 100

    /// Whether the run of absent and frequent lines around a frequent one has absent lines on both sides, and more than three times
    /// as many of them as frequent ones.
    private static func standsAmongAbsent(_ presences: [Presence], _ index: Int) -> Bool {
        var (absent, frequent) = (0, 2)
        for direction in [-1, 1] {
            var found = 0
            var place = index + direction
            while presences.indices.contains(place), abs(place - index) <= reach, presences[place] != .present {
                if presences[place] == .absent { found += 1 } else { frequent += 1 }
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
    private var lengths = [Bool](repeating: false, count: 256)
    private var bits = [Bool](repeating: false, count: 4096)
    private var used: [(Int, Int)] = []

    mutating func removeAll() {
        for (length, bit) in used {
            lengths[length] = false
            bits[bit] = false
        }
        used.removeAll(keepingCapacity: true)
    }

    mutating func insert(length: Int, hash: UInt64) {
        let places = (length & 255, Int(hash & 4095))
        lengths[places.0] = true
        bits[places.1] = true
        used.append(places)
    }

    func mayHold(length: Int) -> Bool { lengths[length & 255] }

    func mayHold(hash: UInt64) -> Bool { bits[Int(hash & 4095)] }
}

extension UnsafeRawBufferPointer {
    /// Calls `body` for each line of a part, its line feed included.
    fileprivate func eachLine(in part: Range<Int>, _ body: (Range<Int>) -> Void) {
        var start = part.lowerBound
        while start < part.upperBound {
            let end = Swift.min(endOfLine(from: start), part.upperBound)
            body(start..<end)
            start = end
        }
    }

    /// A number that equal bytes share: eight bytes at a time, multiplied and folded.
    fileprivate func hash(of part: Range<Int>) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: part.count) &* 0x9E37_79B9_7F4A_7C15
        var position = part.lowerBound
        while position + 8 <= part.upperBound {
            hash = Self.fold(hash ^ loadUnaligned(fromByteOffset: position, as: UInt64.self))
            position += 8
        }
        var tail: UInt64 = 0
        while position < part.upperBound {
            tail = tail << 8 | UInt64(self[position])
            position += 1
        }
        return Self.fold(hash ^ tail)
    }

    private static func fold(_ value: UInt64) -> UInt64 {
        let (high, low) = (value | 1).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return high ^ low ^ value
    }
}
