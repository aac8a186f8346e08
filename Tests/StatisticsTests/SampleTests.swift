import Testing

@testable import Statistics

@Suite("Quantiles, summaries, calibration agree with numpy and scikit-learn")
struct SampleTests {
    struct Reference: Decodable, Sendable {
        struct Quantile: Decodable, Sendable {
            let values: [Double]
            let shares: [Double]
            let expected: [Double]
        }
        struct Weighted: Decodable, Sendable {
            let values: [Double]
            let weights: [Double]
            let shares: [Double]
            let expected: [Double]
        }
        struct Figures: Decodable, Sendable {
            let values: [Double]
            let mean: Double
            let deviation: Double?
            let min: Double
            let q1: Double
            let median: Double
            let q3: Double
            let p90: Double
            let max: Double
        }
        struct Isotonic: Decodable, Sendable {
            let x: [Double]
            let y: [Double]
            let weight: [Double]
            let at: [Double]
            let expected: [Double]
        }
        struct Reliability: Decodable, Sendable {
            let p: [Double]
            let happened: [Int]
            let brier: Double
            let gap: Double
        }
        let quantiles: [Quantile]
        let weighted: [Weighted]
        let summaries: [Figures]
        let isotonic: [Isotonic]
        let reliability: [Reliability]
    }

    let reference: Reference

    init() throws {
        reference = try Fixture.load("samples")
    }

    @Test("Quantiles of type 7")
    func quantiles() {
        for row in reference.quantiles {
            let quantiles = Quantiles(row.values)
            for (share, expected) in zip(row.shares, row.expected) {
                #expect(isClose(quantiles.value(at: share), expected))
            }
        }
        #expect(Quantiles([]).median == nil && Quantiles([]).p90 == nil)
    }

    @Test("Weighted quantiles are values of the sample")
    func weighted() {
        for row in reference.weighted {
            let quantiles = WeightedQuantiles(zip(row.values, row.weights).map { (value: $0, weight: $1) })
            for (share, expected) in zip(row.shares, row.expected) { #expect(quantiles.value(at: share) == expected) }
        }
        #expect(WeightedQuantiles([]).median == nil && WeightedQuantiles([(value: 3, weight: 0)]).p90 == nil)
        #expect(WeightedQuantiles([(value: 1, weight: 9), (value: 5, weight: 1)]).p90 == 1)
        #expect(WeightedQuantiles([(value: 1, weight: 8.9), (value: 5, weight: 1.1)]).p90 == 5)
    }

    @Test("Summaries")
    func summaries() throws {
        for row in reference.summaries {
            let summary = try #require(Summary(row.values))
            #expect(summary.count == row.values.count)
            #expect(isClose(summary.mean, row.mean) && isClose(summary.standardDeviation, row.deviation))
            #expect(summary.minimum == row.min && summary.maximum == row.max)
            #expect(isClose(summary.lowerQuartile, row.q1) && isClose(summary.median, row.median))
            #expect(isClose(summary.upperQuartile, row.q3) && isClose(summary.p90, row.p90))
        }
        #expect(Summary([]) == nil)
        #expect(Summary([4, 4, 4])?.standardDeviation == 0)
    }

    @Test("Isotonic regression")
    func isotonic() {
        for row in reference.isotonic {
            let points = row.x.indices.map { (x: row.x[$0], y: row.y[$0], weight: row.weight[$0]) }
            let fit = IsotonicRegression(points.reversed())
            for (x, expected) in zip(row.at, row.expected) {
                #expect(isClose(fit.value(at: x), expected, absolute: 1e-12), "\(x) of \(row.x.count)")
            }
            #expect(zip(fit.blocks, fit.blocks.dropFirst()).allSatisfy { $0.value < $1.value })
        }
        #expect(IsotonicRegression([]).value(at: 0.5) == nil)
    }

    @Test("Brier score and calibration error")
    func reliability() {
        for row in reference.reliability {
            let table = ReliabilityTable(zip(row.p, row.happened).map { (probability: $0, happened: $1 == 1) })
            #expect(isClose(table.brierScore, row.brier) && isClose(table.calibrationError, row.gap, absolute: 1e-12))
            #expect(table.rows.reduce(0) { $0 + $1.outcome.total } == row.p.count)
        }
        let empty = ReliabilityTable([])
        #expect(empty.rows.isEmpty && empty.brierScore == nil && empty.calibrationError == nil)
    }

    @Test("A certain prediction falls into the last bin")
    func lastBin() throws {
        let table = ReliabilityTable([(probability: 1, happened: true), (probability: 0.95, happened: false)])
        let row = try #require(table.rows.first)
        #expect(table.rows.count == 1 && row.lower == 0.9 && row.upper == 1)
        #expect(row.outcome == Proportion(events: 1, total: 2) && row.meanPredicted == 0.975)
    }
}
