/// The number of trials without the event before a trial with it, each with probability `probability`.
package struct GeometricDistribution: Hashable, Sendable {
    package let probability: Double

    package init(probability: Double) {
        precondition(probability > 0 && probability <= 1, "a geometric probability lies above 0 and up to 1")
        self.probability = probability
    }

    /// P(X ≤ count) = 1 − (1 − p)^(count + 1).
    package func cumulative(_ count: Int) -> Double {
        if count < 0 { return 0 }
        return probability == 1 ? 1 : -exponentialMinusOne(Double(count + 1) * ln1p(-probability))
    }

    /// The least count with P(X ≤ count) ≥ `share`, 0 < share < 1.
    package func quantile(_ share: Double) -> Int {
        precondition(share > 0 && share < 1, "a quantile needs a probability strictly between 0 and 1")
        if probability == 1 { return 0 }
        var count = max(0, Int((ln1p(-share) / ln1p(-probability)).rounded(.up)) - 1)
        // The logarithms can miss by one where the quotient is a whole number.
        while count > 0, cumulative(count - 1) >= share { count -= 1 }
        while cumulative(count) < share { count += 1 }
        return count
    }
}
