/// Short rules on a candidate: up to three questions each, and points for each way of answering them; the points of all are added up.
///
/// Rules and points were fitted together (boosted regression trees that rank the candidates of each fix). Each asks for what
/// ``LinkFeature`` names and nothing else.
struct LinkRules: Sendable {
    private struct Question {
        let feature: Int
        let threshold: Double
    }

    /// So many to each rule; a rule with fewer asks on what no candidate is above.
    private static let mostQuestions = 3
    private var questions: [Question] = []
    /// By rule and by its answers, a bit for each question, 1 for above.
    private var points: [Double] = []

    /// - Parameter table: one rule a line. A rule is a number of points, or a question: the name of a feature, a threshold, the rule
    ///   for candidates with at most so much, and the rule for those above.
    init(_ table: String) {
        let names = Dictionary(uniqueKeysWithValues: LinkFeature.allCases.map { (String(describing: $0), $0.rawValue) })
        for line in table.split(separator: "\n") {
            var words = line.split(separator: " ")[...]
            let first = questions.count
            let rule = read(&words, names)
            precondition(words.isEmpty, "a rule goes on behind its end: \(line)")
            precondition(questions.count - first <= Self.mostQuestions, "a rule asks too much: \(line)")
            while questions.count < first + Self.mostQuestions {
                questions.append(Question(feature: 0, threshold: .infinity))
            }
            points += (0..<1 << Self.mostQuestions).map { answers in
                rule.points { question in answers >> (question - first) & 1 == 1 }
            }
        }
    }

    private mutating func read(_ words: inout ArraySlice<Substring>, _ names: [String: Int]) -> Rule {
        guard let feature = words.first.flatMap({ names[String($0)] }) else { return .points(Self.number(&words)) }
        words.removeFirst()
        let question = questions.count
        questions.append(Question(feature: feature, threshold: Self.number(&words)))
        let below = read(&words, names)
        return .question(question, below: below, above: read(&words, names))
    }

    private static func number(_ words: inout ArraySlice<Substring>) -> Double {
        guard let word = words.popFirst(), let number = Double(word) else {
            preconditionFailure("a rule lacks a number or names no feature")
        }
        return number
    }

    /// The points of one candidate.
    func score(_ features: LinkFeatures) -> Double {
        let (values, questions, points) = (features.values.span, questions.span, points.span)
        var total = 0.0
        var first = 0
        for rule in 0..<questions.count / Self.mostQuestions {
            var answers = 0
            for place in 0..<Self.mostQuestions {
                let question = questions[first + place]
                if !(values[question.feature] <= question.threshold) { answers |= 1 << place }
            }
            total += points[rule << Self.mostQuestions | answers]
            first += Self.mostQuestions
        }
        return total
    }
}

/// A rule as it is written.
private indirect enum Rule {
    case points(Double)
    case question(Int, below: Rule, above: Rule)

    func points(isAbove: (Int) -> Bool) -> Double {
        switch self {
        case .points(let points): points
        case .question(let number, let below, let above): (isAbove(number) ? above : below).points(isAbove: isAbove)
        }
    }
}
