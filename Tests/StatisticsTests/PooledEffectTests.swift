import Testing

@testable import Statistics

@Suite("Pooled effects agree with statsmodels")
struct PooledEffectTests {
    struct Reference: Decodable, Sendable {
        let cases: [Case]
    }
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        let values: [Double]
        let errors: [Double]
        let fixed: Double
        let fixedError: Double
        let fixedP: Double
        let random: Double
        let randomError: Double
        let hartungKnappScale: Double
        let weightsFixed: [Double]
        let weightsRandom: [Double]
        let q: Double
        let qP: Double
        let iSquared: Double?
        let tauSquared: Double

        var testDescription: String { "\(values.count) places" }

        /// Of the random model: never below the plain one.
        var scaledError: Double { randomError * max(1, hartungKnappScale).squareRoot() }

        /// The values as differences, or as logarithms of ratios.
        func pooled(_ scale: PooledEffect.Scale) -> PooledEffect {
            PooledEffect(
                zip(values, errors).map { value, error in
                    Effect(
                        value: scale == .ratio ? exponential(value) : value, standardError: error,
                        bounds: Bounds(lower: nil, upper: nil))
                }, scale)
        }
    }

    private static func cases() throws -> [Case] { try Fixture.load("pooled", as: Reference.self).cases }

    @Test("Both models, their weights, and heterogeneity", arguments: try cases())
    func agreement(_ reference: Case) throws {
        let pooled = reference.pooled(.difference)
        let fixed = try #require(pooled.effect(.fixed))
        let random = try #require(pooled.effect(.random))
        #expect(isClose(fixed.value, reference.fixed) && isClose(fixed.standardError, reference.fixedError))
        #expect(isClose(random.value, reference.random, relative: 1e-8))
        #expect(isClose(random.standardError, reference.scaledError, relative: 1e-8))
        #expect(isClose(pooled.pValue(.fixed), reference.fixedP))
        for (weights, expected) in [
            (pooled.weights(.fixed), reference.weightsFixed), (pooled.weights(.random), reference.weightsRandom),
        ] {
            #expect(weights.count == expected.count)
            for (weight, other) in zip(weights, expected) { #expect(isClose(weight, other, relative: 1e-8)) }
        }
        let heterogeneity = try #require(pooled.heterogeneity)
        // The reference's Q is the difference of two sums.
        #expect(isClose(heterogeneity.q, reference.q, relative: 1e-8, absolute: 1e-10))
        #expect(isClose(heterogeneity.pValue, reference.qP, relative: 1e-7))
        #expect(isClose(heterogeneity.tauSquared, reference.tauSquared, relative: 1e-8))
        #expect(heterogeneity.degreesOfFreedom == reference.values.count - 1)
        #expect(isClose(heterogeneity.iSquared ?? 0, reference.iSquared ?? 0, relative: 1e-8))
    }

    @Test("Ratios are pooled by their logarithms", arguments: try cases())
    func ratios(_ reference: Case) throws {
        let pooled = reference.pooled(.ratio)
        let random = try #require(pooled.effect(.random))
        #expect(isClose(random.value, exponential(reference.random), relative: 1e-8))
        let half =
            StudentDistribution.upperQuantile(0.025, degreesOfFreedom: Double(reference.values.count - 1))
            * reference.scaledError
        #expect(isClose(random.bounds.lower, exponential(reference.random - half), relative: 1e-8))
        #expect(isClose(random.bounds.upper, exponential(reference.random + half), relative: 1e-8))
    }

    @Test("The thirteen trials of BCG vaccine: log ratio -.714, tau squared .309, I squared 92.1 % (metafor)")
    func vaccine() throws {
        let pooled = try #require(try Self.cases().first).pooled(.ratio)
        let random = try #require(pooled.effect(.random))
        #expect(abs(ln(random.value) + 0.7141) < 5e-5)
        // metafor's knha: .1807, on 12 degrees of freedom; .1787 without.
        #expect(abs(try #require(random.standardError) - 0.1807) < 5e-5)
        let heterogeneity = try #require(pooled.heterogeneity)
        #expect(abs(heterogeneity.q - 152.2330) < 5e-5)
        #expect(abs(heterogeneity.tauSquared - 0.3088) < 5e-5)
        #expect(abs(try #require(heterogeneity.iSquared) - 0.9212) < 5e-5)
    }

    @Test("The same trials by Mantel and Haenszel: log ratio -.4537, standard error .0393 (metafor)")
    func vaccineStrata() throws {
        let trials = [
            (4, 119, 11, 128), (6, 300, 29, 274), (3, 228, 11, 209), (62, 13536, 248, 12619), (33, 5036, 47, 5761),
            (180, 1361, 372, 1079), (8, 2537, 10, 619), (505, 87886, 499, 87892), (29, 7470, 45, 7232),
            (17, 1699, 65, 1600), (186, 50448, 141, 27197), (5, 2493, 3, 2338), (27, 16886, 29, 17825),
        ]
        let ratio = try #require(
            MantelHaenszel(
                trials.map {
                    Stratum(
                        first: Proportion(events: $0.0, total: $0.0 + $0.1),
                        second: Proportion(events: $0.2, total: $0.2 + $0.3))
                }
            ).ratio)
        #expect(abs(ln(ratio.value) + 0.4537) < 5e-5)
        #expect(abs(try #require(ratio.standardError) - 0.0393) < 5e-5)
    }

    @Test("A place without a standard error has no weight; one place tells nothing of how places differ")
    func few() throws {
        let none = Bounds(lower: nil, upper: nil)
        let known = Effect(value: 0.3, standardError: 0.1, bounds: none)
        let places: [Effect?] = [
            nil, Effect(value: 0.9, standardError: nil, bounds: none),
            Effect(value: 0.9, standardError: 0, bounds: none), known,
        ]
        let pooled = PooledEffect(places, .difference)
        #expect(pooled.places == 1 && pooled.heterogeneity == nil)
        #expect(pooled.effect(.fixed)?.value == 0.3 && isClose(pooled.effect(.fixed)?.standardError, 0.1))
        #expect(pooled.effect(.random) == nil && pooled.pValue(.random) == nil)
        #expect(pooled.weights(.fixed) == [nil, nil, nil, 1] && pooled.weights(.random) == [nil, nil, nil, nil])
        for empty in [PooledEffect([], .ratio), PooledEffect([nil], .ratio)] {
            #expect(empty.places == 0 && empty.effect(.fixed) == nil && empty.pValue(.fixed) == nil)
        }
        // Of a ratio of 0 there is no logarithm.
        #expect(PooledEffect([Effect(value: 0, standardError: 0.1, bounds: none)], .ratio).places == 0)
        let two = PooledEffect(places + [known], .difference)
        #expect(two.heterogeneity?.q == 0 && two.heterogeneity?.iSquared == nil && two.heterogeneity?.tauSquared == 0)
    }
}
