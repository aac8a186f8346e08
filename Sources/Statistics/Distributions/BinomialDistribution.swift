/// The number of events among `trials` independent trials of probability `probability`.
package struct BinomialDistribution: Hashable, Sendable {
    package let trials: Int
    package let probability: Double

    package init(trials: Int, probability: Double) {
        precondition(trials >= 0 && probability >= 0 && probability <= 1, "a probability lies in 0...1")
        self.trials = trials
        self.probability = probability
    }

    /// P(X = count).
    package func mass(_ count: Int) -> Double {
        guard count >= 0, count <= trials else { return 0 }
        return SaddlePoint.binomial(Double(count), of: Double(trials), p: probability, q: 1 - probability)
    }

    /// P(X ≤ count), through the incomplete beta function.
    package func cumulative(_ count: Int) -> Double {
        if count < 0 { return 0 }
        if count >= trials { return 1 }
        return BetaFunction.incomplete(Double(count + 1), Double(trials - count), probability).upper
    }

    /// P(X > count).
    package func survival(_ count: Int) -> Double {
        if count < 0 { return 1 }
        if count >= trials { return 0 }
        return BetaFunction.incomplete(Double(count + 1), Double(trials - count), probability).lower
    }
}
