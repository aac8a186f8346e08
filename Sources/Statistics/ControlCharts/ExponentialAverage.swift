/// The exponentially weighted moving average of standardised points, with its limit.
///
/// w ← λ z + (1 − λ) w; limit L √(λ/(2 − λ) · (1 − (1 − λ)²ⁱ)) after i points, exact from the first point on.
/// Source: S. W. Roberts, Technometrics 1 (1959) 239; J. M. Lucas, M. S. Saccucci, Technometrics 32 (1990) 1.
package struct ExponentialAverage: Hashable, Sendable {
    /// λ.
    package let weight: Double
    /// L, in sigmas of the average.
    package let width: Double
    package private(set) var value = 0.0
    /// What is left of the start, (1 − λ)²ⁱ.
    private var start = 1.0

    package init(weight: Double = 0.2, width: Double = 2.86) {
        precondition(weight > 0 && weight <= 1 && width > 0, "a weight lies above 0 and up to 1, a width above 0")
        self.weight = weight
        self.width = width
    }

    /// The distance from 0 at which the average signals now.
    package var limit: Double { width * (weight / (2 - weight) * (1 - start)).squareRoot() }

    /// Takes in a point; the side on which the average is now beyond its limit.
    package mutating func add(_ z: Double) -> ChartSide? {
        value += weight * (z - value)
        start *= (1 - weight) * (1 - weight)
        return abs(value) > limit ? (value > 0 ? .high : .low) : nil
    }

    /// Forgets all points.
    package mutating func restart() {
        value = 0
        start = 1
    }
}
