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

    /// By position.
    private let messages: [MessageWords]
    /// How many of the messages so far have a word.
    private var counts = WordCounts()
    /// By number: its natural logarithm; 0 for 0.
    private let logarithms: [Double]
    /// How many messages are counted.
    private var counted = 0

    /// - Parameter messages: by position.
    init(_ messages: [MessageWords]) {
        self.messages = messages
        logarithms = [0] + (0...messages.count).map { ln(Double($0 + 1)) }
    }

    /// Counts the messages up to a commit; positions must not go back from call to call.
    mutating func advance(through commit: CommitPosition) {
        while counted <= commit {
            counts.add(messages[counted].all)
            counted += 1
        }
    }

    /// The words of a commit that is counted.
    func weights(of commit: CommitPosition) -> Weights {
        var result = Weights()
        var words = MarkedWords(messages[commit])
        while let (word, isInSubject) = words.next() { add(word, isInSubject: isInSubject, to: &result) }
        result.subjectInMessage = result.subject
        return result
    }

    /// The words that two commits share, both counted: subject with subject, message with the other's subject, and message with
    /// message.
    func sharedWeights(_ commit: CommitPosition, with other: CommitPosition) -> Weights {
        var result = Weights()
        var (own, others) = (MarkedWords(messages[commit]), MarkedWords(messages[other]))
        var (left, right) = (own.next(), others.next())
        while let one = left, let two = right {
            if one.word == two.word {
                add(one.word, isInSubject: one.isInSubject && two.isInSubject, to: &result)
                if two.isInSubject { result.subjectInMessage += weight(of: two.word) }
                (left, right) = (own.next(), others.next())
            } else if one.word < two.word {
                left = own.next()
            } else {
                right = others.next()
            }
        }
        return result
    }

    private func add(_ word: UInt32, isInSubject: Bool, to weights: inout Weights) {
        let weight = weight(of: word)
        weights.message += weight
        if isInSubject { weights.subject += weight }
    }

    private func weight(of word: UInt32) -> Double { logarithms[counted + 1] - logarithms[counts[word]] }
}

/// Hands out the words of a message in order, with whether the subject has them.
private struct MarkedWords {
    private var all: ArraySlice<UInt32>
    private var subject: ArraySlice<UInt32>

    init(_ words: MessageWords) {
        all = words.all
        subject = words.subject
    }

    mutating func next() -> (word: UInt32, isInSubject: Bool)? {
        guard let word = all.popFirst() else { return nil }
        let isInSubject = subject.first == word
        if isInSubject { subject.removeFirst() }
        return (word, isInSubject)
    }
}

/// How often words were met: a table with open places, for words are hashes already and millions of them are counted.
private struct WordCounts {
    /// By place: a word, and above it how often it was met; 0 where there is none. Two for each word, or more.
    private var places: [UInt64]
    /// A place is made of the upper bits of a product.
    private var shift: UInt32
    private var count = 0

    /// Odd, and another in each run, so that nobody can write words that all want the same place.
    private static let factor = UInt32.random(in: .min ... .max) | 1

    init() {
        places = Array(repeating: 0, count: 1 << 16)
        shift = 16
    }

    subscript(word: UInt32) -> Int { Int(places[place(of: word)] >> 32) }

    mutating func add(_ words: ArraySlice<UInt32>) {
        // Room for all of them, so that none has to ask for it.
        while 2 * (count + words.count) > places.count { grow() }
        let (factor, shift) = (Self.factor, shift)
        var met = count
        var places = places.mutableSpan
        for word in words {
            let place = Self.place(of: word, in: places.span, factor, shift)
            if places[place] == 0 {
                places[place] = UInt64(word)
                met += 1
            }
            places[place] += 1 << 32
        }
        count = met
    }

    private func place(of word: UInt32) -> Int { Self.place(of: word, in: places.span, Self.factor, shift) }

    /// The place that holds a word, or else the free one that it would get.
    private static func place(of word: UInt32, in places: Span<UInt64>, _ factor: UInt32, _ shift: UInt32) -> Int {
        var place = Int((word &* factor) >> shift)
        while places[place] != 0, UInt32(truncatingIfNeeded: places[place]) != word {
            place = (place + 1) & (places.count - 1)
        }
        return place
    }

    private mutating func grow() {
        let old = places
        places = Array(repeating: 0, count: 2 * old.count)
        shift -= 1
        for entry in old where entry != 0 { places[place(of: UInt32(truncatingIfNeeded: entry))] = entry }
    }
}
