/// How much a word tells in one history: a word that every other message has tells nothing.
struct WordRarity {
    private let weights: [UInt32: Double]
    private let highest: Double

    init(_ messages: [MessageWords]) {
        var counts: [UInt32: UInt32] = [:]
        for message in messages {
            for word in message.all { counts[word, default: 0] += 1 }
        }
        let highest = ln(Double(messages.count + 1))
        self.highest = highest
        weights = counts.mapValues { highest - ln(Double($0)) }
    }

    /// ln(messages ÷ messages with the word).
    func weight(of word: UInt32) -> Double {
        weights[word] ?? highest
    }

    func weight(of words: [UInt32]) -> Double {
        words.reduce(0) { $0 + weight(of: $1) }
    }

    /// - Parameters: sorted, each word once.
    func sharedWeight(_ left: [UInt32], _ right: [UInt32]) -> Double {
        var (i, j) = (0, 0)
        var total = 0.0
        while i < left.count && j < right.count {
            if left[i] == right[j] {
                total += weight(of: left[i])
                (i, j) = (i + 1, j + 1)
            } else if left[i] < right[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return total
    }
}
