/// The chi-square distribution.
package enum ChiSquareDistribution {
    /// The probability of a value above `x`: the p-value of a chi-square statistic.
    package static func survival(_ x: Double, degreesOfFreedom: Int) -> Double {
        precondition(degreesOfFreedom > 0, "a chi-square distribution needs at least one degree of freedom")
        return x <= 0 ? 1 : GammaFunction.incomplete(shape: Double(degreesOfFreedom) / 2, x / 2).upper
    }

    /// The value that a share `p` of the distribution does not exceed, 0 < p < 1.
    package static func quantile(_ p: Double, degreesOfFreedom: Int) -> Double {
        precondition(degreesOfFreedom > 0, "a chi-square distribution needs at least one degree of freedom")
        return 2 * GammaFunction.quantile(shape: Double(degreesOfFreedom) / 2, p)
    }
}
