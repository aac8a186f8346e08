import Git

/// How much words tell in one history up to a commit: a word that every other message has tells nothing.
///
/// Later messages are not looked at, so that what is found out about a commit stays so, whatever is written after it.
struct WordRarity {
    /// Sums of ln(messages ÷ messages with the word), over some words.
    struct Weights {
        /// Words of the subject, or that both subjects have.
        var subject = 0.0
        /// Words that one message and the subject of another have; for one message alone, as ``subject``.
        var subjectInMessage = 0.0
        /// Words of the message, or that both messages have.
        var message = 0.0
    }

    /// The words of all messages, one message after another, sorted: twice a word's number, and one more where the subject has it.
    private var words: [UInt32] = []
    /// By commit: where its words begin; and the end of all.
    private var starts: [Int] = [0]
    /// By word number: how many of the messages so far have it.
    private var counts: [UInt32]
    /// By number: its natural logarithm; 0 for 0.
    private let logarithms: [Double]
    /// How many messages are counted.
    private var messages = 0

    /// - Parameter messages: by position.
    init(_ messages: [MessageWords]) {
        var numbers = NumberedKeys()
        words.reserveCapacity(messages.reduce(0) { $0 + $1.all.count })
        starts.reserveCapacity(messages.count + 1)
        for message in messages {
            var subject = message.subject[...]
            for word in message.all {
                let isInSubject = subject.first == word
                if isInSubject { subject.removeFirst() }
                words.append(UInt32(numbers.insert(UInt64(word))) << 1 | (isInSubject ? 1 : 0))
            }
            starts.append(words.count)
        }
        // Numbered in the order of the words, the words of each message are sorted by their numbers, too.
        var ranks = [UInt32](repeating: 0, count: numbers.count)
        for (rank, number) in numbers.keys.indices.sorted(by: { numbers.keys[$0] < numbers.keys[$1] }).enumerated() {
            ranks[number] = UInt32(rank)
        }
        for index in words.indices { words[index] = ranks[Int(words[index] >> 1)] << 1 | words[index] & 1 }
        counts = Array(repeating: 0, count: numbers.count)
        logarithms = [0] + (0...messages.count).map { ln(Double($0 + 1)) }
    }

    /// Counts the messages up to a commit; positions must not go back from call to call.
    mutating func advance(through commit: CommitPosition) {
        while messages <= commit {
            for word in words[starts[messages]..<starts[messages + 1]] { counts[Int(word >> 1)] += 1 }
            messages += 1
        }
    }

    /// The words of a commit that is counted.
    func weights(of commit: CommitPosition) -> Weights {
        var result = Weights()
        for word in words[starts[commit]..<starts[commit + 1]] { add(word, isInSubject: word & 1 == 1, to: &result) }
        result.subjectInMessage = result.subject
        return result
    }

    /// The words that two commits share, both counted: subject with subject, message with the other's subject, and message with
    /// message.
    func sharedWeights(_ commit: CommitPosition, with other: CommitPosition) -> Weights {
        var result = Weights()
        var (i, j) = (starts[commit], starts[other])
        let (iEnd, jEnd) = (starts[commit + 1], starts[other + 1])
        while i < iEnd && j < jEnd {
            let (left, right) = (words[i], words[j])
            if left >> 1 == right >> 1 {
                add(left, isInSubject: left & right & 1 == 1, to: &result)
                if right & 1 == 1 { result.subjectInMessage += weight(of: right) }
                (i, j) = (i + 1, j + 1)
            } else if left < right {
                i += 1
            } else {
                j += 1
            }
        }
        return result
    }

    private func add(_ word: UInt32, isInSubject: Bool, to weights: inout Weights) {
        let weight = weight(of: word)
        weights.message += weight
        if isInSubject { weights.subject += weight }
    }

    private func weight(of word: UInt32) -> Double {
        logarithms[messages + 1] - logarithms[Int(counts[Int(word >> 1)])]
    }
}
