/// Finds the added lines of a hunk that carry on a removed one, and those that a removed one was changed into.
struct LineAlignment {
    /// The lines of one side: the number and the text of each, and where its mark lies.
    private struct Side {
        var numbers: [UInt64] = []
        var texts: [UnsafeRawBufferPointer] = []
        var firstMark = 0
    }

    private var oldSide = Side()
    private var newSide = Side()

    /// Hunks with more pairs of lines than this are aligned greedily.
    private static let exactLimit = 40_000

    /// How many added lines are looked at for the one that a removed line was changed into.
    private static let updateReach = 8

    /// Longer lines, in bytes, are data: a few words are not what changed in them.
    private static let updateLength = 1_000

    private var old: [UInt64] { oldSide.numbers }
    private var new: [UInt64] { newSide.numbers }

    mutating func readOld(
        _ cursor: inout LineCursor, _ lines: Range<Int>, _ reader: LineReader, marks: inout [LineMark]
    ) {
        Self.read(&cursor, lines, reader, into: &oldSide, marks: &marks)
    }

    mutating func readNew(
        _ cursor: inout LineCursor, _ lines: Range<Int>, _ reader: LineReader, marks: inout [LineMark]
    ) {
        Self.read(&cursor, lines, reader, into: &newSide, marks: &marks)
    }

    /// Appends pairs of lines that are equal but for white space, in order, and between them pairs of lines that differ in a
    /// few words. For an ignored revision, line answers line in turn instead.
    mutating func pair(_ hunk: Hunk, looksThrough: Bool, into scripts: inout EditScripts) {
        let pairs = equalPairs()
        for (left, right) in looksThrough ? filled(pairs) : pairs {
            scripts.continuations.append(
                Continuation(oldLine: UInt32(Int(hunk.oldStart) + left), newLine: UInt32(Int(hunk.newStart) + right)))
        }
        if looksThrough { return }
        var (left, right) = (0, 0)
        for (nextLeft, nextRight) in pairs + [(old.count, new.count)] {
            if left < nextLeft && right < nextRight { addUpdates(left..<nextLeft, right..<nextRight, to: &scripts) }
            (left, right) = (nextLeft + 1, nextRight + 1)
        }
    }

    private static func read(
        _ cursor: inout LineCursor, _ lines: Range<Int>, _ reader: LineReader, into side: inout Side,
        marks: inout [LineMark]
    ) {
        side.numbers.removeAll(keepingCapacity: true)
        side.texts.removeAll(keepingCapacity: true)
        side.firstMark = marks.count
        guard !lines.isEmpty else { return }
        cursor.skip(to: lines.lowerBound)
        for _ in lines {
            let line = cursor.next()
            let (mark, number) = reader.read(line)
            marks.append(mark)
            side.numbers.append(number)
            side.texts.append(line)
        }
    }

    /// Each removed line takes the nearest of the next added lines, if one is near enough; no two pairs cross.
    private func addUpdates(_ lefts: Range<Int>, _ rights: Range<Int>, to scripts: inout EditScripts) {
        let olds = lefts.filter {
            scripts.removedMarks[oldSide.firstMark + $0].hasWords && oldSide.texts[$0].count <= Self.updateLength
        }
        let news = rights.filter {
            scripts.addedMarks[newSide.firstMark + $0].hasWords && newSide.texts[$0].count <= Self.updateLength
        }
        guard !olds.isEmpty && !news.isEmpty else { return }
        var newWords: [LineWords] = []
        var next = 0
        for left in olds {
            guard next < news.count else { return }
            let words = LineWords(oldSide.texts[left])
            var best: (place: Int, distance: LineWords.Distance)?
            for place in next..<min(news.count, next + Self.updateReach) {
                while newWords.count <= place { newWords.append(LineWords(newSide.texts[news[newWords.count]])) }
                guard let distance = words.distance(to: newWords[place]) else { continue }
                if distance.words < best?.distance.words ?? .max { best = (place, distance) }
            }
            guard let best else { continue }
            scripts.updates.append(
                LineUpdate(
                    removed: UInt32(oldSide.firstMark + left), added: UInt32(newSide.firstMark + news[best.place]),
                    substitution: best.distance.substitution))
            next = best.place + 1
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
