/// Finds many literals in one pass over a text, without regard to the case of ASCII letters.
///
/// The automaton of Aho and Corasick (1975) with all transitions filled in: one table look-up a byte.
struct LiteralScanner {
    private let classes: [UInt8]
    private let classCount: Int
    /// Where the next state's row begins, by the row and the class of the byte; with ``hit`` if a literal ends there.
    private let transitions: [UInt32]
    private static let hit: UInt32 = 1 << 31
    /// Where each state's hits begin in `outputs`; one more than there are states.
    private let outputStarts: [Int32]
    private let outputs: [UInt16]

    /// - Parameter literals: what to find, lower case, each with the number that a hit reports. No more than 65,535
    ///   bytes together.
    init(_ literals: [(text: String, number: UInt16)]) {
        var classes = [UInt8](repeating: 0, count: 256)
        var classCount = 1
        for byte in Set(literals.flatMap { $0.text.utf8 }).sorted() {
            classes[Int(byte)] = UInt8(classCount)
            classCount += 1
        }
        for byte in UInt8(ascii: "A")...UInt8(ascii: "Z") { classes[Int(byte)] = classes[Int(byte) | 0x20] }
        // By state, then by class: the next state, 0 where there is none yet.
        var trie = [UInt16](repeating: 0, count: classCount)
        var outputs: [[UInt16]] = [[]]
        for literal in literals {
            var state = 0
            for byte in literal.text.utf8 {
                let place = state * classCount + Int(classes[Int(byte)])
                if trie[place] == 0 {
                    precondition(outputs.count < Int(UInt16.max), "the literals are too many for one scanner")
                    trie[place] = UInt16(outputs.count)
                    trie.append(contentsOf: repeatElement(0, count: classCount))
                    outputs.append([])
                }
                state = Int(trie[place])
            }
            if !outputs[state].contains(literal.number) { outputs[state].append(literal.number) }
        }
        var failures = [Int](repeating: 0, count: outputs.count)
        var queue = trie[..<classCount].filter { $0 != 0 }.map(Int.init)
        var head = 0
        while head < queue.count {
            let state = queue[head]
            head += 1
            for number in outputs[failures[state]] where !outputs[state].contains(number) {
                outputs[state].append(number)
            }
            for column in 0..<classCount {
                let child = Int(trie[state * classCount + column])
                let fallback = trie[failures[state] * classCount + column]
                if child == 0 {
                    trie[state * classCount + column] = fallback
                } else {
                    failures[child] = Int(fallback)
                    queue.append(child)
                }
            }
        }
        self.classes = classes
        self.classCount = classCount
        let row = UInt32(classCount)
        transitions = trie.map { UInt32($0) * row | (outputs[Int($0)].isEmpty ? 0 : Self.hit) }
        var starts: [Int32] = [0]
        for numbers in outputs { starts.append(starts[starts.count - 1] + Int32(numbers.count)) }
        self.outputStarts = starts
        self.outputs = outputs.flatMap { $0 }
    }

    /// Whether any of the literals occurs in a text.
    func finds(in text: String) -> Bool {
        var isFound = false
        scan(text) { _, _ in isFound = true }
        return isFound
    }

    /// Calls `found` for every hit with its number and the position behind its last byte.
    func scan(_ text: String, found: (UInt16, Int) -> Void) {
        var text = text
        text.makeContiguousUTF8()
        let bytes = text.utf8.span
        let classes = classes.span
        let transitions = transitions.span
        var row: UInt32 = 0
        for position in 0..<bytes.count {
            row = transitions[Int(row) + Int(classes[Int(bytes[position])])]
            guard row & Self.hit != 0 else { continue }
            row &= ~Self.hit
            let state = Int(row) / classCount
            for index in outputStarts[state]..<outputStarts[state + 1] { found(outputs[Int(index)], position + 1) }
        }
    }
}
