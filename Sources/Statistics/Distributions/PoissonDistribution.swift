/// The number of events where `mean` are expected.
package struct PoissonDistribution: Hashable, Sendable {
    package let mean: Double

    package init(mean: Double) {
        precondition(mean >= 0 && mean.isFinite, "a Poisson mean is finite and not negative")
        self.mean = mean
    }

    /// P(X = count).
    package func mass(_ count: Int) -> Double {
        count < 0 ? 0 : SaddlePoint.poisson(Double(count), mean: mean)
    }

    /// P(X ≤ count), through the incomplete gamma function.
    package func cumulative(_ count: Int) -> Double {
        count < 0 ? 0 : GammaFunction.incomplete(shape: Double(count + 1), mean).upper
    }

    /// P(X > count).
    package func survival(_ count: Int) -> Double {
        count < 0 ? 1 : GammaFunction.incomplete(shape: Double(count + 1), mean).lower
    }
}
