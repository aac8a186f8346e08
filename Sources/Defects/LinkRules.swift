/// Short rules on a candidate: up to three questions each, and points for each way of answering them; the points of all are added up.
///
/// Rules and points were fitted together (boosted regression trees that rank the candidates of each fix). Each asks for what
/// ``LinkFeature`` names and nothing else.
struct LinkRules: Sendable {
    private var nodes: [Node] = []
    private var roots: [Int] = []

    private struct Node {
        /// nil where no further question is asked: ``value`` are points then, else the threshold.
        let feature: Int?
        let value: Double
        var below = 0
        var above = 0
    }

    /// - Parameter table: one rule a line. A rule is a number of points, or a question: the name of a feature, a threshold, the rule
    ///   for candidates with at most so much, and the rule for those above.
    init(_ table: String) {
        let names = Dictionary(uniqueKeysWithValues: LinkFeature.allCases.map { (String(describing: $0), $0.rawValue) })
        for line in table.split(separator: "\n") {
            var words = line.split(separator: " ")[...]
            roots.append(add(&words, names))
            precondition(words.isEmpty, "a rule goes on behind its end: \(line)")
        }
    }

    private mutating func add(_ words: inout ArraySlice<Substring>, _ names: [String: Int]) -> Int {
        let place = nodes.count
        guard let feature = words.first.flatMap({ names[String($0)] }) else {
            nodes.append(Node(feature: nil, value: Self.number(&words)))
            return place
        }
        words.removeFirst()
        nodes.append(Node(feature: feature, value: Self.number(&words)))
        nodes[place].below = add(&words, names)
        nodes[place].above = add(&words, names)
        return place
    }

    private static func number(_ words: inout ArraySlice<Substring>) -> Double {
        guard let word = words.popFirst(), let number = Double(word) else {
            preconditionFailure("a rule lacks a number or names no feature")
        }
        return number
    }

    /// The points of one candidate.
    func score(_ features: LinkFeatures) -> Double {
        var total = 0.0
        for root in roots {
            var node = nodes[root]
            while let feature = node.feature {
                node = nodes[features.values[feature] <= node.value ? node.below : node.above]
            }
            total += node.value
        }
        return total
    }
}
