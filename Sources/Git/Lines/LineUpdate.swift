/// A removed line and the added one that it was changed into: a few of their words differ.
package struct LineUpdate: BitwiseCopyable, Sendable {
    /// An index of ``EditScripts/removedMarks``.
    package let removed: UInt32
    /// An index of ``EditScripts/addedMarks``.
    package let added: UInt32
    /// A number that pairs share in which the same word took the place of the same other one; 0 where several words or none did.
    package let substitution: UInt32
}

/// The words of a line, by hash.
struct LineWords {
    private let words: [UInt64]

    /// Longer lines are data; what follows is taken to be equal only if all of it is.
    private static let mostWords = 64
    /// How many words may differ in an updated line; see METRICS §3.
    private static let mostDifferent = 3

    init(_ line: UnsafeRawBufferPointer) {
        var words: [UInt64] = []
        words.reserveCapacity(16)
        var hash: UInt64 = 0
        for byte in line {
            if LineReader.isWordByte(byte) {
                if hash == 0 { hash = LineReader.hashStart }
                hash = LineReader.hash(hash, byte)
                continue
            }
            // Beyond the last word that is kept, all others are one.
            if hash != 0 && words.count < Self.mostWords {
                words.append(hash)
                hash = 0
            }
        }
        if hash != 0 { words.append(hash) }
        self.words = words
    }

    /// How far two lines are apart.
    struct Distance {
        /// The number of words that differ.
        let words: Int
        let substitution: UInt32
    }

    /// The distance of two lines of which one may have become the other: few words differ, and no fewer are shared. Else nil.
    ///
    /// In lines with as many words, word answers word; in others, what lies between the words that both begin and end with
    /// differs.
    func distance(to other: LineWords) -> Distance? {
        let (shorter, longer) = (min(words.count, other.words.count), max(words.count, other.words.count))
        guard longer - shorter <= Self.mostDifferent else { return nil }
        return shorter == longer ? distanceInPlace(to: other) : distanceBetweenEnds(to: other, shorter, longer)
    }

    private func distanceInPlace(to other: LineWords) -> Distance? {
        var different = 0
        var change: (UInt64, UInt64)?
        var isOneChange = true
        for (word, otherWord) in zip(words, other.words) where word != otherWord {
            different += 1
            if different > Self.mostDifferent { return nil }
            if let change, change != (word, otherWord) { isOneChange = false }
            change = (word, otherWord)
        }
        guard different <= words.count - different else { return nil }
        guard let change, isOneChange else { return Distance(words: different, substitution: 0) }
        let number = (change.0 &* 31 ^ change.1) &* 0x9E37_79B9_7F4A_7C15 >> 32
        return Distance(words: different, substitution: max(1, UInt32(truncatingIfNeeded: number)))
    }

    private func distanceBetweenEnds(to other: LineWords, _ shorter: Int, _ longer: Int) -> Distance? {
        var head = 0
        while head < shorter && words[head] == other.words[head] { head += 1 }
        var tail = 0
        while tail < shorter - head, words[words.count - 1 - tail] == other.words[other.words.count - 1 - tail] {
            tail += 1
        }
        let different = longer - head - tail
        guard different <= Self.mostDifferent && different <= head + tail else { return nil }
        return Distance(words: different, substitution: 0)
    }
}
