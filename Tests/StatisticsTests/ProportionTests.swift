import Testing

@testable import Statistics

@Suite("Intervals of proportions and rates agree with statsmodels, scipy and the published tables")
struct ProportionTests {
    struct Reference: Decodable, Sendable {
        struct Single: Decodable, Sendable {
            let events: Int
            let total: Int
            let wilson95: [Double]
            let wilson99: [Double]
            let clopperPearson95: [Double]
            let clopperPearson99: [Double]
        }
        struct Pair: Decodable, Sendable {
            let x: Int
            let n: Int
            let y: Int
            let m: Int
            let newcombe: [Double]
            let agrestiCaffo: [Double]
            let katz: [Double]?
            let koopman: [Double?]?
        }
        struct Rate: Decodable, Sendable {
            let events: Int
            let exposure: Double
            let garwood: [Double]
        }
        struct RateRatio: Decodable, Sendable {
            let events: Int
            let exposure: Double
            let otherEvents: Int
            let otherExposure: Double
            let value: Double
            let exact: [Double?]
        }
        struct Power: Decodable, Sendable {
            let n: Int
            let m: Int
            let baseline: Double
            let increase: Double?
            let decrease: Double?
        }
        struct Score: Decodable, Sendable {
            let tp: Int
            let fp: Int
            let fn: Int
            let f1: Double?
            let interval: [Double]?
        }
        let single: [Single]
        let pairs: [Pair]
        let rates: [Rate]
        let rateRatios: [RateRatio]
        let power: [Power]
        let scores: [Score]
    }

    let reference: Reference

    init() throws {
        reference = try Fixture.load("proportions")
    }

    @Test("Wilson and Clopper-Pearson at two levels")
    func single() {
        let level99 = Confidence(level: 0.99)
        for row in reference.single {
            let proportion = Proportion(events: row.events, total: row.total)
            #expect(isClose(proportion.wilson(), row.wilson95), "\(row)")
            #expect(isClose(proportion.wilson(level99), row.wilson99), "\(row)")
            #expect(isClose(proportion.clopperPearson(), row.clopperPearson95), "\(row)")
            #expect(isClose(proportion.clopperPearson(level99), row.clopperPearson99), "\(row)")
        }
    }

    @Test(
        "The intervals printed by Newcombe (1998), tables I and II",
        arguments: [
            (81, 263, 0.2553, 0.3662, 0.2527, 0.3676), (15, 148, 0.0624, 0.1605, 0.0578, 0.1617),
            (0, 20, 0, 0.1611, 0, 0.1684), (1, 29, 0.0061, 0.1718, 0.0009, 0.1776),
        ])
    func newcombeSingle(_ row: (events: Int, total: Int, Double, Double, Double, Double)) throws {
        let proportion = Proportion(events: row.events, total: row.total)
        let wilson = try #require(proportion.wilson())
        let exact = try #require(proportion.clopperPearson())
        #expect(abs(wilson.lower - row.2) < 6e-5 && abs(wilson.upper - row.3) < 6e-5)
        #expect(abs(exact.lower - row.4) < 6e-5 && abs(exact.upper - row.5) < 6e-5)
    }

    @Test("Contrasts of two proportions")
    func pairs() {
        for row in reference.pairs {
            let contrast = ProportionContrast(
                Proportion(events: row.x, total: row.n), Proportion(events: row.y, total: row.m))
            #expect(isClose(contrast.newcombe(), row.newcombe), "\(row)")
            #expect(isClose(contrast.agrestiCaffo(), row.agrestiCaffo), "\(row)")
            #expect(isClose(contrast.katz()?.bounds, row.katz), "\(row)")
            #expect(isClose(contrast.koopman(), row.koopman), "\(row) \(String(describing: contrast.koopman()))")
        }
    }

    @Test("Exact intervals of Poisson rates and of their ratio")
    func rates() {
        for row in reference.rates {
            #expect(isClose(PoissonRate(events: row.events, exposure: row.exposure).garwood(), row.garwood), "\(row)")
        }
        for row in reference.rateRatios {
            let ratio = PoissonRate(events: row.events, exposure: row.exposure)
                .ratio(to: PoissonRate(events: row.otherEvents, exposure: row.otherExposure))
            #expect(isClose(ratio?.value, row.value) && isClose(ratio?.bounds, row.exact), "\(row)")
        }
    }

    @Test("The smallest detectable difference, both ways")
    func power() {
        for row in reference.power {
            let difference = DetectableDifference(firstTotal: row.n, secondTotal: row.m, baseline: row.baseline)
            #expect(isClose(difference.increase, row.increase), "\(row)")
            #expect(isClose(difference.decrease, row.decrease), "\(row)")
        }
    }

    @Test("The sample that is needed for a difference just finds it")
    func requiredTotal() throws {
        let total = try #require(DetectableDifference.requiredTotal(0.15, against: 0.10))
        // R's power.prop.test(p1 = .1, p2 = .15, power = .8): 685.5 in each group.
        #expect(total == 686)
        let found = try #require(
            DetectableDifference(firstTotal: total, secondTotal: total, baseline: 0.10).increase)
        #expect(found <= 0.05 && found > 0.0499)
        #expect(DetectableDifference.requiredTotal(0.1, against: 0.1) == nil)
    }

    @Test("Precision, recall and F1")
    func scores() {
        for row in reference.scores {
            let score = ClassificationScore(truePositives: row.tp, falsePositives: row.fp, falseNegatives: row.fn)
            #expect(isClose(score.f1, row.f1) && isClose(score.f1Interval(), row.interval), "\(row)")
        }
        let score = ClassificationScore(truePositives: 8, falsePositives: 2, falseNegatives: 8)
        #expect(score.precision.value == 0.8 && score.recall.value == 0.5)
    }

    @Test("Without trials there is no rate and no interval")
    func empty() {
        let none = Proportion(events: 0, total: 0)
        let some = Proportion(events: 3, total: 9)
        #expect(none.value == nil && none.wilson() == nil && none.clopperPearson() == nil)
        for contrast in [
            ProportionContrast(none, some), ProportionContrast(some, none), ProportionContrast(none, none),
        ] {
            #expect(contrast.difference == nil && contrast.ratio == nil && contrast.newcombe() == nil)
            #expect(contrast.agrestiCaffo() == nil && contrast.katz() == nil && contrast.koopman() == nil)
        }
        #expect(
            PoissonRate(events: 0, exposure: 0).value == nil && PoissonRate(events: 0, exposure: 0).garwood() == nil)
        #expect(PoissonRate(events: 1, exposure: 2).ratio(to: PoissonRate(events: 0, exposure: 2)) == nil)
        let blind = DetectableDifference(firstTotal: 0, secondTotal: 10, baseline: 0.1)
        #expect(blind.increase == nil && blind.decrease == nil)
    }

    @Test("Without events a ratio lacks what the data cannot say")
    func noEvents() throws {
        let none = Proportion(events: 0, total: 50)
        let some = Proportion(events: 7, total: 60)
        #expect(ProportionContrast(none, none).koopman() == nil && ProportionContrast(none, none).ratio == nil)
        #expect(ProportionContrast(none, some).ratio == 0 && ProportionContrast(none, some).katz() == nil)
        let above = try #require(ProportionContrast(some, none).koopman())
        #expect(above.upper == nil)
        #expect(try #require(above.lower) > 1)
    }
}
