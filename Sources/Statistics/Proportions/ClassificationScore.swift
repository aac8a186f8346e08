/// How well predictions agree with the truth: counts of hits, false alarms and misses.
package struct ClassificationScore: Hashable, Sendable {
    package let truePositives: Int
    package let falsePositives: Int
    package let falseNegatives: Int

    package init(truePositives: Int, falsePositives: Int, falseNegatives: Int) {
        precondition(truePositives >= 0 && falsePositives >= 0 && falseNegatives >= 0, "counts are not negative")
        self.truePositives = truePositives
        self.falsePositives = falsePositives
        self.falseNegatives = falseNegatives
    }

    /// Right predictions among all predictions.
    package var precision: Proportion {
        Proportion(events: truePositives, total: truePositives + falsePositives)
    }

    /// Right predictions among everything that should have been predicted.
    package var recall: Proportion {
        Proportion(events: truePositives, total: truePositives + falseNegatives)
    }

    /// 2tp ÷ (2tp + fp + fn); `nil` where nothing was predicted nor to be predicted.
    package var f1: Double? { overlap.value.map(Self.f1) }

    /// The interval of F1 from Wilson's interval of F* = tp ÷ (tp + fp + fn), of which F1 = 2F* ÷ (1 + F*).
    ///
    /// Source: D. Hand, P. Christen, N. Kirielle, *F\*: an interpretable transformation of the F-measure*, Machine
    /// Learning 110 (2021). Like every such interval it takes the cases as independent.
    package func f1Interval(_ confidence: Confidence = .percent95) -> Interval? {
        overlap.wilson(confidence).map { Interval(lower: Self.f1($0.lower), upper: Self.f1($0.upper)) }
    }

    private var overlap: Proportion {
        Proportion(events: truePositives, total: truePositives + falsePositives + falseNegatives)
    }

    private static func f1(_ overlap: Double) -> Double { 2 * overlap / (1 + overlap) }
}
