/// Where the lines of a message begin and end, in bytes.
struct LineRanges {
    private let bytes: [UInt8]
    private let starts: [Int]

    init(_ message: String) {
        let bytes = Array(message.utf8)
        var lines = [0]
        lines.reserveCapacity(32)
        let span = bytes.span
        for position in 0..<span.count where span[position] == UInt8(ascii: "\n") { lines.append(position + 1) }
        self.bytes = bytes
        starts = lines
    }

    var count: Int { starts.count }

    /// The first line that is not blank.
    var subject: Int {
        (0..<count).first { line in range(line).contains { bytes[$0] > UInt8(ascii: " ") } } ?? 0
    }

    /// The line that holds a byte; logarithmic.
    func line(at position: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= position { low = middle } else { high = middle }
        }
        return low
    }

    func range(_ line: Int) -> Range<Int> {
        starts[line]..<(line + 1 < starts.count ? starts[line + 1] - 1 : bytes.count)
    }

    func first(_ line: Int) -> UInt8? {
        let range = range(line)
        return range.isEmpty ? nil : bytes[range.lowerBound]
    }

    func has(_ line: Int, prefix: String) -> Bool {
        let range = range(line)
        guard prefix.utf8.count <= range.count else { return false }
        var position = range.lowerBound
        for byte in prefix.utf8 {
            guard bytes[position] == byte else { return false }
            position += 1
        }
        return true
    }

    /// Whether a line is one byte, nine times or more.
    func isRule(_ line: Int, of byte: UInt8) -> Bool {
        let range = range(line)
        return range.count >= 9 && range.allSatisfy { bytes[$0] == byte || bytes[$0] == UInt8(ascii: "\r") }
    }

    /// - Parameter limit: in bytes.
    func text(_ line: Int, atMost limit: Int = .max) -> String {
        let range = range(line)
        var end = min(range.upperBound, range.lowerBound + min(limit, bytes.count))
        if end > range.lowerBound, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return String(decoding: bytes[range.lowerBound..<end], as: UTF8.self)
    }
}
