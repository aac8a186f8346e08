import Testing

@testable import Statistics

@Suite("Distributions agree with scipy")
struct DistributionTests {
    struct Reference: Decodable, Sendable {
        struct Value: Decodable, Sendable {
            let x: Double
            let value: Double
        }
        struct ChiSquare: Decodable, Sendable {
            let x: Double
            let df: Int
            let value: Double
        }
        struct Binomial: Decodable, Sendable {
            let count: Int
            let n: Int
            let p: Double
            let mass: Double
            let cumulative: Double
            let survival: Double
        }
        struct Poisson: Decodable, Sendable {
            let count: Int
            let mean: Double
            let mass: Double
            let cumulative: Double
            let survival: Double
        }
        struct Beta: Decodable, Sendable {
            let a: Double
            let b: Double
            let x: Double
            let lower: Double
            let upper: Double
        }
        struct Student: Decodable, Sendable {
            let df: Double
            let tail: Double
            let quantile: Double
            let t: Double
            let twoSided: Double
        }
        struct Geometric: Decodable, Sendable {
            let p: Double
            let share: Double
            let value: Int
        }
        let normalCumulative: [Value]
        let normalQuantile: [Value]
        let chiSquareSurvival: [ChiSquare]
        let chiSquareQuantile: [ChiSquare]
        let binomial: [Binomial]
        let poisson: [Poisson]
        let beta: [Beta]
        let student: [Student]
        let geometricQuantile: [Geometric]
    }

    let reference: Reference

    init() throws {
        reference = try Fixture.load("distributions")
    }

    @Test("The normal distribution, far into both tails")
    func normal() {
        for row in reference.normalCumulative {
            #expect(isClose(NormalDistribution.cumulative(row.x), row.value, absolute: 0), "\(row)")
            #expect(isClose(NormalDistribution.survival(-row.x), row.value, absolute: 0), "\(row)")
        }
        for row in reference.normalQuantile {
            #expect(isClose(NormalDistribution.quantile(row.x), row.value), "\(row)")
        }
    }

    @Test("The two-sided p-value of 1.96 is a twentieth")
    func twoSided() {
        #expect(isClose(NormalDistribution.twoSided(-1.959_963_984_540_054), 0.05))
        #expect(NormalDistribution.twoSided(0) == 1)
    }

    @Test("The chi-square distribution")
    func chiSquare() {
        for row in reference.chiSquareSurvival {
            let value = ChiSquareDistribution.survival(row.x, degreesOfFreedom: row.df)
            #expect(isClose(value, row.value, absolute: 0), "\(row) \(value)")
        }
        for row in reference.chiSquareQuantile {
            let value = ChiSquareDistribution.quantile(row.x, degreesOfFreedom: row.df)
            #expect(isClose(value, row.value, absolute: 0), "\(row) \(value)")
        }
        #expect(ChiSquareDistribution.survival(0, degreesOfFreedom: 3) == 1)
    }

    @Test("The binomial distribution, up to a million trials")
    func binomial() {
        for row in reference.binomial {
            let distribution = BinomialDistribution(trials: row.n, probability: row.p)
            #expect(isClose(distribution.mass(row.count), row.mass), "\(row)")
            #expect(isClose(distribution.cumulative(row.count), row.cumulative), "\(row)")
            #expect(isClose(distribution.survival(row.count), row.survival), "\(row)")
        }
        let sure = BinomialDistribution(trials: 4, probability: 1)
        #expect(sure.mass(4) == 1 && sure.mass(3) == 0 && sure.mass(5) == 0)
        #expect(sure.cumulative(-1) == 0 && sure.cumulative(4) == 1 && sure.survival(-1) == 1)
    }

    @Test("The Poisson distribution, up to a million expected")
    func poisson() {
        for row in reference.poisson {
            let distribution = PoissonDistribution(mean: row.mean)
            #expect(isClose(distribution.mass(row.count), row.mass), "\(row)")
            #expect(isClose(distribution.cumulative(row.count), row.cumulative), "\(row)")
            #expect(isClose(distribution.survival(row.count), row.survival), "\(row)")
        }
        #expect(PoissonDistribution(mean: 0).mass(0) == 1)
        #expect(PoissonDistribution(mean: 0).cumulative(0) == 1)
    }

    @Test("The incomplete beta function and its inverse")
    func beta() {
        for row in reference.beta {
            let value = BetaFunction.incomplete(row.a, row.b, row.x)
            #expect(isClose(value.lower, row.lower), "\(row)")
            #expect(isClose(value.upper, row.upper), "\(row)")
            if value.lower > 1e-12, value.upper > 1e-12 {
                #expect(isClose(BetaFunction.quantile(row.a, row.b, value.lower), row.x), "\(row)")
            }
        }
    }

    @Test("Student's t distribution")
    func student() {
        for row in reference.student {
            let quantile = StudentDistribution.upperQuantile(row.tail, degreesOfFreedom: row.df)
            #expect(isClose(quantile, row.quantile), "\(row) \(quantile)")
            let twoSided = StudentDistribution.twoSided(-row.t, degreesOfFreedom: row.df)
            #expect(isClose(twoSided, row.twoSided, absolute: 0), "\(row) \(twoSided)")
        }
    }

    @Test("Quantiles of the geometric distribution, counted from 0")
    func geometric() {
        for row in reference.geometricQuantile {
            #expect(GeometricDistribution(probability: row.p).quantile(row.share) == row.value, "\(row)")
        }
        // A share that is met exactly is met, whatever the logarithms round to.
        for distribution in [0.5, 0.1, 0.03].map(GeometricDistribution.init) {
            for count in 0..<30 { #expect(distribution.quantile(distribution.cumulative(count)) == count) }
        }
        #expect(GeometricDistribution(probability: 1).quantile(0.99865) == 0)
    }
}
