/// What speaks for a candidate, or against it. Each is a number between 0 and about 1, and has one weight.
package enum LinkFeature: Int, CaseIterable, Sendable {
    /// Share of the fix's line evidence that is code which the candidate wrote and the fix removed or changed.
    case removedCode
    /// The same for comments (whole), blank lines and brackets (half).
    case removedFiller
    /// The same for lines nearest to hunks that only add.
    case besideAddition
    /// The same for lines nearest to other hunks.
    case besideChange
    /// The same for lines of test files, which count a tenth.
    case testLines
    /// Among all removed code lines, the candidate's share.
    case codeShare
    /// Among all lines around hunks, the nearer the heavier, the candidate's share.
    case around
    /// ln(1 + days from candidate to fix) ÷ 8.
    case age
    /// Candidate and fix are less than a day apart: most often one piece of work.
    case sameDay
    /// Rank among the candidates by position: 1 newest, 0 oldest.
    case recency
    /// ln(1 + changed lines of the candidate) ÷ 10.
    case size
    /// The candidate changed more than 20 files.
    case massChange
    /// The candidate has no parent: an import.
    case initialImport
    /// The candidate's subject speaks of layout or wording.
    case cosmetic
    /// Rare words that both subjects have, ÷ rare words that either has.
    case subjectLikeness
    /// Of the rare words of the candidate's subject, the share that the fix's message has.
    case subjectCovered
    /// Cosine of the messages' rare words.
    case messageLikeness
    /// ln(1 + commits between candidate and fix) ÷ 8.
    case distance
    /// ln(1 + removed lines that the candidate wrote) ÷ 5.
    case lines
    /// Files in which lines of the fix lead to the candidate.
    case files
    /// Of the files of the fix, the share that the candidate changed, too.
    case sharedFiles
    /// No line leads to the candidate: it is one of the last changes of the fix's files.
    case fileOnly
    /// How old that is what fixes of this project usually repair, on the scale of ``age``; the same for all candidates.
    case usualAge
    /// The same on the scale of ``distance``.
    case usualDistance
}

/// The weights of features: log odds between candidates of the same fix.
package struct LinkWeights: Sendable {
    private let values: [Double]

    /// - Parameter table: every feature once.
    init(_ table: [(LinkFeature, Double)]) {
        var values = [Double](repeating: 0, count: LinkFeature.allCases.count)
        for (feature, weight) in table { values[feature.rawValue] = weight }
        self.values = values
    }

    package subscript(feature: LinkFeature) -> Double { values[feature.rawValue] }

    /// The sum of weighted features.
    func score(_ features: LinkFeatures) -> Double {
        var total = 0.0
        for index in values.indices { total += values[index] * features.values[index] }
        return total
    }
}

/// The features of one candidate.
package struct LinkFeatures: Sendable {
    fileprivate(set) var values = [Double](repeating: 0, count: LinkFeature.allCases.count)

    init() {}

    package subscript(feature: LinkFeature) -> Double {
        get { values[feature.rawValue] }
        set { values[feature.rawValue] = newValue }
    }
}
