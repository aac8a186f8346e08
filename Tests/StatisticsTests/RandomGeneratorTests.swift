import Testing

@testable import Statistics

@Suite("Random numbers and the bootstrap over clusters")
struct RandomGeneratorTests {
    @Test("SplitMix64 gives the published numbers for seed 1234567")
    func split() {
        var generator = SplitMix64(state: 1_234_567)
        let expected: [UInt64] = [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
            16_408_922_859_458_223_821,
        ]
        #expect((0..<5).map { _ in generator.next() } == expected)
    }

    @Test("xoshiro256** gives the authors' numbers for the state 1, 2, 3, 4")
    func xoshiro() {
        var generator = RandomGenerator(state: (1, 2, 3, 4))
        let expected: [UInt64] = [
            11_520, 0, 1_509_978_240, 1_215_971_899_390_074_240, 1_216_172_134_540_287_360, 607_988_272_756_665_600,
        ]
        #expect((0..<6).map { _ in generator.next() } == expected)
    }

    @Test("Indices are uniform, normal numbers have mean 0 and variance 1")
    func uniform() {
        var generator = RandomGenerator(seed: 1)
        let draws = 21_000
        var counts = Array(repeating: 0, count: 7)
        for _ in 0..<draws { counts[generator.index(below: 7)] += 1 }
        let chi = counts.reduce(0.0) { $0 + (Double($1) - 3_000) * (Double($1) - 3_000) / 3_000 }
        #expect(ChiSquareDistribution.survival(chi, degreesOfFreedom: 6) > 0.001)
        let normal = (0..<draws).map { _ in generator.normal() }
        let mean = normal.reduce(0, +) / Double(draws)
        let variance = normal.reduce(0) { $0 + $1 * $1 } / Double(draws)
        // Four standard errors: 1/√n and √(2/n).
        #expect(abs(mean) < 4 / Double(draws).squareRoot())
        #expect(abs(variance - 1) < 4 * (2 / Double(draws)).squareRoot())
        #expect((0..<1_000).allSatisfy { _ in (0..<1).contains(generator.uniform()) })
    }

    @Test("The bootstrap of a mean of clusters comes near the normal interval, and is the same each time")
    func bootstrap() throws {
        var generator = RandomGenerator(seed: 2)
        let values = (0..<200).map { _ in generator.normal() }
        let statistic: ([Int]) -> Double? = { draws in
            let total = draws.reduce(0, +)
            return total > 0 ? zip(draws, values).reduce(0) { $0 + Double($1.0) * $1.1 } / Double(total) : nil
        }
        let bootstrap = ClusterBootstrap(replicates: 2_000)
        let interval = try #require(bootstrap.interval(clusters: 200, statistic: statistic))
        #expect(interval == bootstrap.interval(clusters: 200, statistic: statistic))
        let summary = try #require(Summary(values))
        let half = Confidence.percent95.z * (try #require(summary.standardDeviation)) / 200.0.squareRoot()
        // A percentile of 2,000 replicates near .025 has a standard error of about .05 of the half width; four of them.
        #expect(abs(interval.lower - (summary.mean - half)) < 0.2 * half)
        #expect(abs(interval.upper - (summary.mean + half)) < 0.2 * half)
        #expect(ClusterBootstrap(replicates: 2_000, seed: 9).interval(clusters: 200, statistic: statistic) != interval)
    }

    @Test("Too few clusters, or a statistic that is often missing, give no interval")
    func bootstrapMissing() {
        let bootstrap = ClusterBootstrap(replicates: 100)
        #expect(bootstrap.interval(clusters: 0) { _ in 1 } == nil)
        #expect(bootstrap.interval(clusters: 1) { _ in 1 } == nil)
        #expect(bootstrap.interval(clusters: 5) { $0[0] > 0 ? 1 : nil } == nil)
        #expect(bootstrap.interval(clusters: 5) { _ in 3 } == Interval(lower: 3, upper: 3))
    }
}
