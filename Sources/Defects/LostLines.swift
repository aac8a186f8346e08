import Git
import LineHistory

/// A line at a path.
struct PathLine: Hashable {
    let path: UInt32
    let mark: LineMark

    /// A number that few lines share.
    var mixed: UInt64 { (UInt64(path) << 32 | UInt64(mark.number)) &* 0x9E37_79B9_7F4A_7C15 }
}

struct FixedPath: Hashable {
    let path: UInt32
    let fix: UInt32
}

/// The lines that fixes took from files and did not put back there.
struct LostLines {
    /// How many each fix took from each file.
    private(set) var sizes: [FixedPath: Int] = [:]
    /// By number of the line: the fixes that took it, ascending.
    private(set) var owners: [[UInt32]] = []
    /// By path.
    private(set) var isWatched: [Bool] = []
    private var numbers: [PathLine: Int] = [:]
    /// Eight bits a line; where a line's bit is not set, it is none of these, and need not be looked up.
    private var filter: [UInt64] = []
    private var shift: UInt64 = 0

    /// - Parameter fix: not before that of the last call.
    mutating func add(_ marks: Set<LineMark>, path: UInt32, fix: UInt32) {
        sizes[FixedPath(path: path, fix: fix)] = marks.count
        for mark in marks {
            let number = numbers[PathLine(path: path, mark: mark), default: owners.count]
            if number == owners.count {
                numbers[PathLine(path: path, mark: mark)] = number
                owners.append([fix])
            } else {
                owners[number].append(fix)
            }
        }
    }

    /// To be called before the first question.
    mutating func finish(pathCount: Int) {
        isWatched = Array(repeating: false, count: pathCount)
        let bits = max(6, Int.bitWidth - numbers.count.leadingZeroBitCount + 3)
        shift = UInt64(64 - bits)
        filter = Array(repeating: 0, count: 1 << (bits - 6))
        for line in numbers.keys {
            isWatched[Int(line.path)] = true
            let place = line.mixed >> shift
            filter[Int(place >> 6)] |= 1 << (place & 63)
        }
    }

    func number(of line: PathLine) -> Int? {
        let place = line.mixed >> shift
        return filter[Int(place >> 6)] >> (place & 63) & 1 == 1 ? numbers[line] : nil
    }
}
