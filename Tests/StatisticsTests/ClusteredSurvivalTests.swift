import Testing

@testable import Statistics

@Suite("Variances between clusters")
struct ClusteredSurvivalTests {
    struct Reference: Decodable, Sendable {
        let cases: [Case]
        let logRank: [LogRank]
    }
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        struct Reading: Decodable, Sendable {
            let horizon: Double
            let survival: Double
            let logVariance: Double
        }
        let data: FixtureObservations
        let readings: [Reading]

        var testDescription: String { "\(data.time.count) rows" }
    }
    struct LogRank: Decodable, Sendable, CustomTestStringConvertible {
        let strata: [[FixtureObservations]]
        let excess: Double
        let statistic: Double

        var testDescription: String { "\(strata.count) strata" }
    }

    @Test(
        "The variance is the sum of squared derivatives, by complex step",
        arguments: try Fixture.load("clustered", as: Reference.self).cases)
    func variance(_ reference: Case) {
        let curve = SurvivalCurve(reference.data.observations, clustered: true)
        #expect(!reference.readings.isEmpty)
        for reading in reference.readings {
            let step = curve.step(at: reading.horizon)
            #expect(isClose(step?.survival, reading.survival))
            #expect(isClose(step?.logVariance, reading.logVariance), "\(reading) \(String(describing: step))")
        }
    }

    @Test(
        "The clustered log-rank test sums the score residuals of statsmodels",
        arguments: try Fixture.load("clustered", as: Reference.self).logRank)
    func logRank(_ reference: LogRank) throws {
        let strata = reference.strata.map { $0.map(\.observations) }
        let test = try #require(LogRankTest.clustered(strata: strata))
        #expect(isClose(test.observed[0] - test.expected[0], reference.excess))
        #expect(isClose(test.statistic, reference.statistic))
        #expect(test.degreesOfFreedom == 1)
    }

    @Test("With clusters of one unit the variance is Greenwood's times C / (C - 1)")
    func singletons() throws {
        var generator = RandomGenerator(seed: 5)
        let observations = (0..<80).map {
            SurvivalObservation(
                time: Double(generator.index(below: 30)), event: generator.uniform() < 0.6, cluster: $0)
        }
        let plain = SurvivalCurve(observations)
        let clustered = SurvivalCurve(observations, clustered: true)
        #expect(clustered.clusters == 80)
        for (one, two) in zip(plain.steps, clustered.steps) where one.logVariance != nil {
            #expect(isClose(two.logVariance, one.logVariance.map { $0 * 80 / 79 }))
            #expect(one.survival == two.survival)
        }
    }

    @Test("Doubling every line of every commit changes nothing")
    func doubling() throws {
        var generator = RandomGenerator(seed: 6)
        let once = (0..<120).map {
            SurvivalObservation(
                time: Double(1 + generator.index(below: 60)), event: generator.uniform() < 0.5, cluster: $0 / 6)
        }
        let one = try #require(SurvivalCurve(once, clustered: true).estimate(at: 30))
        let two = try #require(SurvivalCurve(once + once, clustered: true).estimate(at: 30))
        #expect(isClose(one.standardError, two.standardError) && isClose(one.survival, two.survival))
        // A line-level interval would shrink by √2.
        let naive = try #require(SurvivalCurve(once + once).estimate(at: 30)?.standardError)
        #expect(naive < 0.8 * (try #require(SurvivalCurve(once).estimate(at: 30)?.standardError)))
    }

    @Test("Intervals use t with as many degrees of freedom as the clusters are worth")
    func degreesOfFreedom() throws {
        // Two clusters of 30 and ten of 3: (90)² / (2 · 900 + 10 · 9) - 1 = 3.2857.
        let sizes = [30, 30] + Array(repeating: 3, count: 10)
        let observations = sizes.enumerated().flatMap { cluster, size in
            (0..<size).map {
                SurvivalObservation(time: Double(($0 * 7 + cluster * 5) % 40), event: $0 % 3 != 0, cluster: cluster)
            }
        }
        let curve = SurvivalCurve(observations, clustered: true)
        #expect(isClose(curve.degreesOfFreedom, 8_100.0 / 1_890 - 1))
        let estimate = try #require(curve.estimate(at: 20))
        let interval = try #require(estimate.interval)
        let logarithm = ln(estimate.survival)
        let width = ln(ln(interval.lower) / ln(interval.upper)) / 2
        let error = try #require(estimate.standardError) / estimate.survival / -logarithm
        // scipy.stats.t.isf(.025, 8100/1890 - 1)
        #expect(isClose(width / error, 3.031_478_086_437_376_3, relative: 1e-8))
        #expect(SurvivalCurve(observations).degreesOfFreedom == nil)
        #expect(SurvivalCurve([], clustered: true).degreesOfFreedom == nil)
        // Two equal groups of equal variance have twice the degrees of one (Satterthwaite).
        let others = observations.map { SurvivalObservation(time: $0.time, event: $0.event, cluster: $0.cluster + 99) }
        let contrast = try #require(SurvivalContrast(curve, SurvivalCurve(others, clustered: true), at: 20))
        let ratio = try #require(contrast.ratio)
        let twice = StudentDistribution.upperQuantile(0.025, degreesOfFreedom: 2 * (8_100.0 / 1_890 - 1))
        #expect(isClose(ln(try #require(ratio.bounds.upper)) / (try #require(ratio.standardError)), twice))
        #expect(contrast.pValue == 1)
    }

    @Test("A single cluster has no variance")
    func single() {
        let curve = SurvivalCurve([.init(time: 1, event: true), .init(time: 2, event: false)], clustered: true)
        #expect(curve.estimate(at: 1)?.survival == 0.5)
        #expect(curve.estimate(at: 1)?.standardError == nil && curve.estimate(at: 1)?.interval == nil)
        #expect(LogRankTest.clustered(strata: [[[], []]]) == nil)
    }

    /// Lines of 60 commits of very different sizes; a commit's lines share one hazard. The truth at the horizon is the
    /// size-weighted mean, which is the mean of e^(-hazard t) over the law of hazards.
    @Test("Intervals over commits cover the truth, intervals over lines do not")
    func coverage() throws {
        let horizon = 60.0
        let hazards = [0.002, 0.005, 0.01, 0.02, 0.04]
        let truth = hazards.reduce(0) { $0 + exponential(-$1 * horizon) } / Double(hazards.count)
        let runs = 400
        var generator = RandomGenerator(seed: 7)
        var covered = (clustered: 0, naive: 0)
        for _ in 0..<runs {
            var observations: [SurvivalObservation] = []
            for commit in 0..<60 {
                let hazard = hazards[generator.index(below: hazards.count)]
                let followUp = 40 + 200 * generator.uniform()
                let size = Int(exponential(1.5 + 0.8 * generator.normal())) + 1
                for _ in 0..<size {
                    let death = -ln(1 - generator.uniform()) / hazard
                    observations.append(
                        .init(time: min(death, followUp), event: death <= followUp, cluster: commit))
                }
            }
            let clustered = SurvivalCurve(observations, clustered: true).estimate(at: horizon)
            let naive = SurvivalCurve(observations).estimate(at: horizon)
            covered.clustered += try #require(clustered?.interval).contains(truth) ? 1 : 0
            covered.naive += try #require(naive?.interval).contains(truth) ? 1 : 0
        }
        // Four standard errors of a share of 400 runs are .044 at .95; the delta method loses one or two points more.
        #expect(Double(covered.clustered) / Double(runs) > 0.89, "\(covered)")
        #expect(Double(covered.clustered) / Double(runs) < 0.99, "\(covered)")
        #expect(Double(covered.naive) / Double(runs) < 0.75, "\(covered)")
    }
}
