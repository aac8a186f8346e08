/// Student's t distribution with a real number of degrees of freedom.
package enum StudentDistribution {
    /// The probability of a value at least as far from 0 as `t`, on either side.
    package static func twoSided(_ t: Double, degreesOfFreedom: Double) -> Double {
        precondition(degreesOfFreedom > 0, "a t distribution needs degrees of freedom above 0")
        let square = t * t
        if square == .infinity { return 0 }
        return BetaFunction.incomplete(0.5, degreesOfFreedom / 2, square / (degreesOfFreedom + square)).upper
    }

    /// The t above 0 that leaves `tail` (0 < tail < ½) of the distribution above it.
    package static func upperQuantile(_ tail: Double, degreesOfFreedom: Double) -> Double {
        precondition(degreesOfFreedom > 0 && tail > 0 && tail < 0.5, "a tail lies strictly between 0 and a half")
        // Abramowitz & Stegun 26.7.5: close for all but the fewest degrees of freedom.
        let z = -NormalDistribution.quantile(tail)
        let square = z * z
        let t =
            z
            * (1 + (square + 1) / (4 * degreesOfFreedom)
                + ((5 * square + 16) * square + 3) / (96 * degreesOfFreedom * degreesOfFreedom))
        let share = BetaFunction.quantile(
            0.5, degreesOfFreedom / 2, 1 - 2 * tail, near: t * t / (degreesOfFreedom + t * t))
        return (degreesOfFreedom * share / (1 - share)).squareRoot()
    }
}
