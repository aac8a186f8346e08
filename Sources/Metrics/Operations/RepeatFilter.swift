/// Tells the hashes that were met twice from nearly all others: two bits for each of as many places as a table sixteen times as large as
/// the hashes has, where sorting them all takes several times as long.
struct RepeatFilter {
    private var once: [UInt64]
    private var twice: [UInt64]
    private let mask: Int

    init(capacity: Int) {
        var words = 64
        while words * 4 < capacity { words *= 2 }
        once = Array(repeating: 0, count: words)
        twice = once
        mask = words - 1
    }

    mutating func insert(_ hash: UInt64) {
        let (word, bit) = place(of: hash)
        if once[word] & bit != 0 { twice[word] |= bit }
        once[word] |= bit
    }

    /// Whether a hash was inserted.
    func hasMet(_ hash: UInt64) -> Bool {
        let (word, bit) = place(of: hash)
        return once[word] & bit != 0
    }

    /// Inserts a hash if it was met before; tells whether it was.
    mutating func insertAgain(_ hash: UInt64) -> Bool {
        let (word, bit) = place(of: hash)
        guard once[word] & bit != 0 else { return false }
        twice[word] |= bit
        return true
    }

    func contains(_ hash: UInt64) -> Bool {
        let (word, bit) = place(of: hash)
        return twice[word] & bit != 0
    }

    private func place(of hash: UInt64) -> (word: Int, bit: UInt64) {
        (Int(truncatingIfNeeded: hash >> 6) & mask, 1 << (hash & 63))
    }
}
