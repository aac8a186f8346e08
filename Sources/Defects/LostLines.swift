import Git
import LineHistory

/// A line at a path.
struct PathLine {
    let path: UInt32
    let mark: LineMark

    /// A number that only equal lines at one path share.
    var key: UInt64 { UInt64(path) << 32 | UInt64(mark.number) << 3 | UInt64(mark.kind.rawValue) }
}

/// The lines that fixes took from files and did not put back there.
struct LostLines: Equatable, Sendable {
    /// What one fix took from one file.
    struct Loss: BitwiseCopyable, Equatable {
        let fix: UInt32
        let path: UInt32
        let lines: UInt32
    }

    /// That of a line, and the one of the same line before; ``none`` where this is the first.
    private struct Entry: BitwiseCopyable, Equatable {
        let loss: UInt32
        let before: UInt32
    }

    /// Ascending by fix.
    private(set) var losses: [Loss] = []
    private var numbers = NumberedKeys()
    private var entries: [Entry] = []
    /// By number of the line: its last entry.
    private var last: [UInt32] = []
    /// Sixteen bits a line; where a line's bit is not set, it is none of these, and need not be looked up.
    private var filter: [UInt64] = []
    private var shift: UInt64 = 0

    private static let none = UInt32.max

    /// The number of lines.
    var count: Int { numbers.count }

    /// - Parameters:
    ///   - keys: of lines at the path, each once.
    ///   - fix: not before that of the last call.
    mutating func add(_ keys: [UInt64], path: UInt32, fix: UInt32) {
        for key in keys {
            let number = numbers.insert(key)
            if number == last.count { last.append(Self.none) }
            entries.append(Entry(loss: UInt32(losses.count), before: last[number]))
            last[number] = UInt32(entries.count - 1)
        }
        losses.append(Loss(fix: fix, path: path, lines: UInt32(keys.count)))
    }

    /// To be called before the first question.
    mutating func finish() {
        let bits = max(6, Int.bitWidth - numbers.count.leadingZeroBitCount + 4)
        shift = UInt64(64 - bits)
        filter = Array(repeating: 0, count: 1 << (bits - 6))
        for key in numbers.keys {
            let place = Self.mixed(key) >> shift
            filter[Int(place >> 6)] |= 1 << (place & 63)
        }
    }

    func number(of line: PathLine) -> Int? {
        let key = line.key
        let place = Self.mixed(key) >> shift
        return filter[Int(place >> 6)] >> (place & 63) & 1 == 1 ? numbers.number(of: key) : nil
    }

    /// Calls `body` with the index of each loss of a line before a commit, the last first, and `limit` of them at most.
    func eachLoss(of number: Int, before commit: UInt32, limit: Int, _ body: (Int) -> Void) {
        var (next, left) = (last[number], limit)
        while next != Self.none, left > 0 {
            let entry = entries[Int(next)]
            if losses[Int(entry.loss)].fix < commit {
                body(Int(entry.loss))
                left -= 1
            }
            next = entry.before
        }
    }

    private static func mixed(_ key: UInt64) -> UInt64 { key &* 0x9E37_79B9_7F4A_7C15 }
}

extension LostLines {
    init(from reader: inout ByteReader) throws(ByteReader.Failure) {
        losses = try reader.values(of: Loss.self)
        let keys = try reader.values(of: UInt64.self)
        numbers = NumberedKeys(capacity: keys.count)
        for key in keys { _ = numbers.insert(key) }
        entries = try reader.values(of: Entry.self)
        last = try reader.words()
        guard last.count == numbers.count else { throw ByteReader.Failure() }
    }

    func write(to writer: inout ByteWriter) {
        writer.write(values: losses)
        writer.write(values: numbers.keys)
        writer.write(values: entries)
        writer.write(values: last)
    }

    static func == (left: LostLines, right: LostLines) -> Bool {
        left.losses == right.losses && left.numbers.keys == right.numbers.keys && left.entries == right.entries
            && left.last == right.last
    }
}
