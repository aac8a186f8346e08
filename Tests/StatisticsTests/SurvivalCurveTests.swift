import Testing

@testable import Statistics

@Suite("Kaplan-Meier agrees with lifelines")
struct SurvivalCurveTests {
    struct Reference: Decodable, Sendable {
        let cases: [Case]
    }
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        struct Step: Decodable, Sendable {
            let time: Double
            let atRisk: Double
            let events: Double
            let censored: Double
            let survival: Double
            let interval: [Double]?
            let greenwood: Double?
        }
        let name: String
        let data: FixtureObservations
        let steps: [Step]
        let median: Double?
        let medianBounds: [Double?]
        let quartile: Double?

        var testDescription: String { name }
    }

    @Test(
        "Units that are counted by day have the curve of their observations", arguments: [0, 1, 90, 5_000, 1_000_000])
    func followedDays(longest: UInt64) {
        var generator = RandomGenerator(seed: longest)
        for count in [0, 1, 2, 300] {
            var followed = FollowedDays()
            var observations: [SurvivalObservation] = []
            for _ in 0..<count {
                let days = Double(generator.next() % (longest + 1))
                let event = generator.next() % 3 == 0
                followed.append(days: days, event: event)
                observations.append(SurvivalObservation(time: days, event: event))
            }
            if longest <= 90 { #expect(followed.byDay != nil) }
            if longest == 1_000_000 && count > 2 { #expect(followed.byDay == nil) }
            #expect(SurvivalCurve(followed) == SurvivalCurve(observations))
        }
    }

    @Test(
        "Lines that are counted by commit and day have the curve of their observations",
        arguments: [0, 1, 90, 5_000, 1_000_000])
    func followedClusters(longest: UInt64) {
        var generator = RandomGenerator(seed: longest)
        for count in [0, 1, 2, 100] {
            var followed = FollowedClusters()
            var observations: [SurvivalObservation] = []
            for cluster in 0..<count {
                followed.beginCluster()
                // Some clusters have no units.
                for _ in 0..<(cluster % 5) {
                    let units = 1 + Int(generator.next() % 1_000)
                    let days = Double(generator.next() % (longest + 1))
                    let event = generator.next() % 3 == 0
                    followed.append(units: units, days: days, event: event)
                    observations.append(
                        SurvivalObservation(
                            time: days, event: event, weight: Double(units), cluster: cluster))
                }
            }
            #expect(SurvivalCurve(followed) == SurvivalCurve(observations, clustered: true))
        }
    }

    @Test("Whole days are sorted as parts of days are")
    func wholeDays() {
        var generator = RandomGenerator(seed: 7)
        let observations = (0..<300).map { number in
            SurvivalObservation(
                time: Double(generator.next() % 90), event: generator.next() % 3 > 0,
                weight: Double(1 + generator.next() % 4), cluster: number / 3)
        }
        // Halves of days are exact in binary, so that all sums are the same.
        let halves = observations.map {
            SurvivalObservation(time: $0.time / 2, event: $0.event, weight: $0.weight, cluster: $0.cluster)
        }
        let (whole, half) = (SurvivalCurve(observations, clustered: true), SurvivalCurve(halves, clustered: true))
        #expect(whole.steps.map(\.time) == half.steps.map { $0.time * 2 })
        #expect(whole.steps.map(\.survival) == half.steps.map(\.survival))
        #expect(whole.steps.map(\.logVariance) == half.steps.map(\.logVariance))
        let mixed = SurvivalCurve(
            observations.map {
                SurvivalObservation(
                    time: $0.time, event: $0.event, weight: $0.weight, cluster: 1_000 - $0.cluster)
            }, clustered: true)
        #expect(mixed.steps == whole.steps)
    }

    @Test("Every step of the curve", arguments: try Fixture.load("survival", as: Reference.self).cases)
    func steps(_ reference: Case) {
        let curve = SurvivalCurve(reference.data.observations)
        #expect(curve.steps.count == reference.steps.count)
        for (step, expected) in zip(curve.steps, reference.steps) {
            #expect(step.time == expected.time)
            #expect(isClose(step.atRisk, expected.atRisk))
            #expect(isClose(step.events, expected.events) && isClose(step.censored, expected.censored))
            #expect(isClose(step.survival, expected.survival, absolute: 1e-13), "\(step) \(expected)")
            #expect(isClose(step.logVariance, expected.greenwood), "\(step) \(expected)")
            if expected.interval != nil {
                #expect(isClose(curve.interval(of: step), expected.interval), "\(step) \(expected)")
            }
        }
    }

    @Test("Median, its interval, quartile", arguments: try Fixture.load("survival", as: Reference.self).cases)
    func median(_ reference: Case) {
        let curve = SurvivalCurve(reference.data.observations)
        #expect(curve.median()?.time == reference.median)
        #expect(curve.quantile(0.25)?.time == reference.quartile)
        if let median = curve.median() {
            #expect(median.bounds == Bounds(lower: reference.medianBounds[0], upper: reference.medianBounds[1]))
        }
    }

    @Test("The 6-mercaptopurine table of Kalbfleisch and Prentice")
    func freireich() throws {
        let cases = try Fixture.load("survival", as: Reference.self).cases
        let curve = SurvivalCurve(try #require(cases.first { $0.name == "freireich 6-MP" }).data.observations)
        let published = [
            (6.0, 0.857, 0.0764), (7, 0.807, 0.0869), (10, 0.753, 0.0963), (13, 0.690, 0.1068), (16, 0.627, 0.1141),
            (22, 0.538, 0.1282), (23, 0.448, 0.1346),
        ]
        for (week, survival, error) in published {
            let estimate = try #require(curve.estimate(at: week))
            #expect(abs(estimate.survival - survival) < 6e-4)
            #expect(abs(try #require(estimate.standardError) - error) < 6e-5)
        }
        #expect(curve.estimate(at: 23)?.events == 9)
        #expect(curve.atRisk(at: 10) == 15 && curve.atRisk(at: 10.5) == 13 && curve.atRisk(at: 36) == 0)
        #expect(curve.total == 21 && curve.events == 9 && curve.clusters == nil)
    }

    @Test("A row of weight w stands for w rows")
    func weights() {
        let grouped = [(3.0, true, 2), (5, false, 3), (7, true, 1), (9, true, 4)]
        let weighted = grouped.map { SurvivalObservation(time: $0.0, event: $0.1, weight: Double($0.2)) }
        let single = grouped.flatMap { row in
            (0..<row.2).map { _ in SurvivalObservation(time: row.0, event: row.1) }
        }
        #expect(SurvivalCurve(weighted) == SurvivalCurve(single.reversed()))
    }

    @Test("A unit that enters at the moment of an event is not yet at risk")
    func entryAtEvent() {
        let curve = SurvivalCurve([
            .init(time: 5, event: true), .init(time: 8, event: false), .init(time: 9, event: true, entry: 5),
        ])
        #expect(curve.steps.map(\.atRisk) == [2, 2, 1] && curve.steps.map(\.survival) == [0.5, 0.5, 0])
    }

    @Test("A product of quotients that should be one half is, for the median")
    func medianRounding() {
        let curve = SurvivalCurve((1...24).map { .init(time: Double($0), event: true) })
        #expect(curve.median()?.time == 12)
    }

    @Test("What nobody was watched for is missing")
    func horizon() {
        let curve = SurvivalCurve([.init(time: 10, event: true), .init(time: 60, event: false)])
        #expect(curve.estimate(at: 60)?.survival == 0.5)
        #expect(curve.estimate(at: 60.5) == nil)
        #expect(curve.estimate(at: -1) == nil)
        let extinct = SurvivalCurve([.init(time: 10, event: true), .init(time: 60, event: true)])
        #expect(extinct.estimate(at: 1_000)?.survival == 0)
        #expect(extinct.estimate(at: 1_000)?.interval == nil && extinct.estimate(at: 1_000)?.standardError == nil)
    }

    @Test("An empty curve estimates nothing", arguments: [false, true])
    func empty(clustered: Bool) {
        let curve = SurvivalCurve([], clustered: clustered)
        #expect(curve.steps.isEmpty && curve.total == 0 && curve.events == 0)
        #expect(curve.estimate(at: 0) == nil && curve.median() == nil && curve.atRisk(at: 0) == 0)
    }

    @Test("Without events the interval is the exact one of those still watched")
    func noEvents() throws {
        let observations = (0..<40).map { SurvivalObservation(time: $0 < 10 ? 5 : 100, event: false, cluster: $0 / 2) }
        let early = try #require(SurvivalCurve(observations).estimate(at: 3))
        #expect(early.survival == 1 && early.failure == 0)
        #expect(early.standardError == 0 && early.events == 0 && early.atRisk == 40)
        let exact = Proportion(events: 0, total: 30).clopperPearson()
        #expect(isClose(SurvivalCurve(observations).estimate(at: 90)?.failureInterval?.upper, exact?.upper))
        // Of dependent units the clusters count.
        let clusters = Proportion(events: 0, total: 15).clopperPearson()
        let clustered = SurvivalCurve(observations, clustered: true)
        #expect(isClose(clustered.estimate(at: 90)?.failureInterval?.upper, clusters?.upper))
        #expect(SurvivalCurve(observations).median() == nil)
    }

    @Test("Events at age 0 count")
    func atZero() {
        let all = SurvivalCurve((0..<4).map { _ in .init(time: 0, event: true) })
        #expect(all.estimate(at: 0)?.survival == 0 && all.estimate(at: 30)?.survival == 0)
        #expect(all.median()?.time == 0 && all.median()?.bounds == Bounds(lower: nil, upper: nil))
    }

    @Test("One unit", arguments: [true, false])
    func single(event: Bool) {
        let curve = SurvivalCurve([.init(time: 5, event: event)])
        #expect(curve.estimate(at: 5)?.survival == (event ? 0 : 1))
        #expect(curve.median()?.time == (event ? 5 : nil))
    }
}
