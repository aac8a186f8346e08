/// The lines of a text around its middle, by number: 0 is the middle's first line, lines above it are negative.
///
/// Lines above and below are looked for only when they are asked for.
struct LineTable {
    /// A line of the middle.
    struct Line {
        let bytes: Range<Int>
        /// A number that equal lines share.
        let hash: UInt64
    }

    private let text: UnsafeRawBufferPointer
    let middle: [Line]
    private let middleStart: Int
    private let middleEnd: Int
    private var above: [Range<Int>] = []
    private var below: [Range<Int>] = []

    /// - Parameter count: the number of lines in the middle.
    init(_ text: UnsafeRawBufferPointer, middle part: Range<Int>, count: Int) {
        self.text = text
        middleStart = part.lowerBound
        middleEnd = part.upperBound
        middle = Array(capacity: count) { lines in
            var start = part.lowerBound
            while start < part.upperBound {
                let line = text.line(from: start, limit: part.upperBound)
                lines.append(Line(bytes: start..<line.end, hash: line.hash))
                start = line.end
            }
        }
    }

    /// The number of lines in the middle.
    var count: Int { middle.count }

    /// The bytes of a line, nil beyond the ends of the text.
    mutating func line(_ number: Int) -> Range<Int>? {
        if number < 0 {
            while above.count < -number {
                let end = above.last?.lowerBound ?? middleStart
                if end == 0 { return nil }
                above.append(text.lineBefore(end))
            }
            return above[-number - 1]
        }
        if number < middle.count { return middle[number].bytes }
        while below.count <= number - middle.count {
            let start = below.last?.upperBound ?? middleEnd
            if start >= text.count { return nil }
            below.append(start..<text.endOfLine(from: start))
        }
        return below[number - middle.count]
    }

    /// Whether two lines exist and are equal.
    mutating func isEqual(_ left: Int, _ right: Int) -> Bool {
        guard let left = line(left), let right = line(right) else { return false }
        return text.isEqual(left, right)
    }

    /// The column in which a line's text begins, tabs at every eighth; at most 200; nil for a blank line.
    mutating func indent(_ number: Int) -> Int? {
        guard let range = line(number) else { return nil }
        var column = 0
        for byte in UnsafeRawBufferPointer(rebasing: text[range]) {
            switch byte {
            case UInt8(ascii: " "): column += 1
            case UInt8(ascii: "\t"): column += 8 - column % 8
            case 10...13: break
            default: return column
            }
            if column >= 200 { return 200 }
        }
        return nil
    }
}
