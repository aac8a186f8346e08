/// Finds every phrase of a table in a run of tokens, in one pass: a trie whose edges are words.
///
/// Cost: a look-up per token, and at most ``longest`` steps where a phrase begins.
struct PhraseIndex: Sendable {
    private struct Node {
        var edges: [(word: UInt64, node: Int)] = []
        /// What ends here.
        var values: [Int] = []
    }

    private var nodes: [Node] = [Node()]
    private var slots: [(word: UInt64, node: Int)] = []
    /// Words of the longest phrase.
    private(set) var longest = 0

    /// - Parameter phrases: words separated by spaces, in lower case and without apostrophes, each with the number to
    /// report.
    init(_ phrases: [(phrase: String, value: Int)]) {
        for (phrase, value) in phrases {
            var node = 0
            let words = phrase.split(separator: " ")
            longest = max(longest, words.count)
            for word in words {
                let hash = Token.hash(word.utf8)
                if let edge = nodes[node].edges.first(where: { $0.word == hash }) {
                    node = edge.node
                } else {
                    nodes.append(Node())
                    nodes[node].edges.append((hash, nodes.count - 1))
                    node = nodes.count - 1
                }
            }
            precondition(node != 0, "an empty phrase in a table")
            nodes[node].values.append(value)
        }
        var size = 64
        while size < nodes[0].edges.count * 4 { size *= 2 }
        slots = Array(repeating: (0, 0), count: size)
        for edge in nodes[0].edges {
            var slot = Int(truncatingIfNeeded: edge.word >> 20) & (size - 1)
            while slots[slot].node != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = edge
        }
    }

    /// Calls `found` with each value whose phrase begins at a token, and the index behind the phrase's last token.
    ///
    /// The words of a phrase stand side by side or on two successive lines; a mark other than a hyphen ends it.
    @inline(__always)
    func matches(_ tokens: [Token], at start: Int, below end: Int, found: (_ value: Int, _ end: Int) -> Void) {
        guard tokens[start].kind == .word, var node = root(tokens[start].hash) else { return }
        var next = start + 1
        while true {
            for value in nodes[node].values { found(value, next) }
            guard next < end, tokens[next].kind == .word, tokens[next].line - tokens[next - 1].line <= 1,
                let edge = nodes[node].edges.first(where: { $0.word == tokens[next].hash })
            else { return }
            node = edge.node
            next += 1
        }
    }

    @inline(__always)
    private func root(_ word: UInt64) -> Int? {
        var slot = Int(truncatingIfNeeded: word >> 20) & (slots.count - 1)
        while slots[slot].node != 0 {
            if slots[slot].word == word { return slots[slot].node }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }
}
