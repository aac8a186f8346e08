import Testing

@testable import Statistics

/// Whole charts of counts: limits that differ from period to period, spread beyond the binomial's and Poisson's, exact scores.
@Suite("Run lengths of charts of counts")
struct CountRunLengthTests {
    private static let periods = 24

    private static func alarms(_ chart: ControlChart) -> Int {
        chart.points.count { $0.signals.contains { $0.rule == .beyondLimits } }
    }

    /// Montgomery, §7.2.3: a share of .2 among 50, limits .0303 and .3697; after a step to .3 a chart stays silent with .8594 each time, and
    /// signals after 7 points.
    @Test("A p chart finds a share of .2 that became .3 after as many points as Montgomery has")
    func shares() {
        var generator = RandomGenerator(seed: 51)
        let figures = BaselineFigures(centre: 0.2, spread: 1, periods: Self.periods)
        let count = 14_000
        let rows = (0..<count).map { _ in
            Proportion(events: (0..<50).count { _ in generator.uniform() < 0.3 }, total: 50)
        }
        let chart = ControlChart.shares(rows, plans: [.init(frozen: figures)])
        #expect(abs((chart.points[0].lower ?? 0) - 0.0303) < 5e-5 && abs((chart.points[0].upper ?? 0) - 0.3697) < 5e-5)
        let length = Double(count) / Double(Self.alarms(chart))
        #expect(abs(length / 7.11 - 1) < 4 / (Double(count) / 7.11).squareRoot(), "\(length)")
    }

    /// D. B. Laney, "Improved Control Charts for Attributes", Quality Engineering 14 (2002) 531: where shares move from period to period by
    /// more than the binomial says, a p chart alarms far too often and p′ once in 370 points.
    @Test("Laney's charts alarm once in 370 points where plain ones alarm every few", arguments: [1.5, 2.5])
    func overdispersed(spread: Double) {
        var generator = RandomGenerator(seed: 52)
        let count = 90_000
        // Large periods, so that a count is all but normal; the share itself spreads by what is left of σz.
        let (size, share) = (40_000.0, 0.2)
        let own = (share * (1 - share) / size).squareRoot()
        let extra = own * (spread * spread - 1).squareRoot()
        let shares = (0..<count).map { _ in share + extra * generator.normal() + own * generator.normal() }
        let rows = shares.map { Proportion(events: Int(($0 * size).rounded()), total: Int(size)) }
        let (mean, exposure) = (2_500.0, 100.0)
        let rates = (0..<count).map { _ -> PoissonRate in
            let events = mean + mean.squareRoot() * spread * generator.normal()
            return PoissonRate(events: Int(events.rounded()), exposure: exposure)
        }
        for isPlain in [false, true] {
            let sigma = isPlain ? 1 : spread
            // Beyond three plain sigma lies what is beyond 3/σz in truth.
            let tail = 2 * (1 - NormalDistribution.cumulative(3 / (isPlain ? spread : 1)))
            let charts = [
                ControlChart.shares(
                    rows, plans: [.init(frozen: BaselineFigures(centre: share, spread: sigma, periods: 24))]),
                .rates(
                    rates, plans: [.init(frozen: BaselineFigures(centre: mean / exposure, spread: sigma, periods: 24))]),
            ]
            for chart in charts {
                let expected = Double(count) * tail
                let found = Double(Self.alarms(chart))
                #expect(abs(found - expected) < 4 * expected.squareRoot() + 0.01 * expected, "\(chart.kind): \(found)")
            }
        }
    }

    /// A mean of 16 per period has limits at 4 and 28, beyond which Poisson's distribution leaves what the chart must find.
    @Test("A u′ chart's alarms are those of Poisson's tails, before and after a shift", arguments: [16.0, 24])
    func rates(mean: Double) {
        var generator = RandomGenerator(seed: 53)
        let count = mean == 16 ? 60_000 : 5_000
        let draws = Draws(upTo: 150, PoissonDistribution(mean: mean).mass)
        let rows = (0..<count).map { _ in PoissonRate(events: draws.next(&generator), exposure: 8) }
        let figures = BaselineFigures(centre: 2, spread: 1, periods: Self.periods)
        let chart = ControlChart.rates(rows, plans: [.init(frozen: figures)])
        #expect(chart.points[0].lower == 0.5 && chart.points[0].upper == 3.5)
        var (within, term) = (0.0, 1.0)
        for _ in 0..<16 { term *= Self.root(of: mean) }
        for events in 0...28 {
            if events >= 4 { within += term }
            term *= mean / Double(events + 1)
        }
        let expected = Double(count) * (1 - within)
        #expect(
            abs(Double(Self.alarms(chart)) - expected) < 4 * expected.squareRoot(), "\(Self.alarms(chart)), \(expected)"
        )
    }

    /// The sixteenth root of e to the minus mean, from the series.
    private static func root(of mean: Double) -> Double {
        var (sum, term) = (1.0, 1.0)
        for number in 1...40 {
            term *= mean / 16 / Double(number)
            sum += term
        }
        return 1 / sum
    }

    /// As of normal data: 366 and 465 points, and 8.8 and 10.4 after a shift of one sigma. Scores of counts are not quite normal: a tenth is allowed
    /// besides the spread of the simulation.
    @Test(
        "Drift charts on exact scores of counts and gaps keep the run lengths of normal data",
        arguments: ["shares", "rates", "gaps"])
    func scores(kind: String) {
        for (shift, average, sum) in [(0.0, 366.0, 465.0), (1, 8.8, 10.4)] {
            var generator = RandomGenerator(seed: 54)
            let count = shift == 0 ? 120_000 : 8_000
            let chart: ControlChart
            switch kind {
            case "shares":
                let (share, total) = (0.2, 400)
                let sigma = (share * (1 - share) / Double(total)).squareRoot()
                let binomial = BinomialDistribution(trials: total, probability: share + shift * sigma)
                let draws = Draws(upTo: total, binomial.mass)
                let events = (0..<count).map { _ in draws.next(&generator) }
                chart = ControlChart.shares(
                    events.map { Proportion(events: $0, total: total) },
                    plans: [.init(frozen: BaselineFigures(centre: share, spread: 1, periods: 24))]
                ).exact(events: events, amounts: events.map { _ in Double(total) })
            case "rates":
                let draws = Draws(upTo: 300, PoissonDistribution(mean: 64 + 8 * shift).mass)
                let events = (0..<count).map { _ in draws.next(&generator) }
                chart = ControlChart.rates(
                    events.map { PoissonRate(events: $0, exposure: 32) },
                    plans: [.init(frozen: BaselineFigures(centre: 2, spread: 1, periods: 24))]
                ).exact(events: events, amounts: events.map { _ in 32 })
            default:
                // Short gaps are bad: the normal score is moved down by a sigma.
                let distribution = GeometricDistribution(probability: 1 / 401.0)
                let gaps = (0..<count).map { _ in
                    distribution.quantile(NormalDistribution.cumulative(generator.normal() - shift))
                }
                chart = .gaps(gaps, plans: [.init(frozen: BaselineFigures(centre: 400, spread: 0, periods: 24))])
            }
            let sums = chart.cumulativeSum()
            for (published, drifts) in [(average, [chart.exponentialAverage()]), (sum, [sums.high, sums.low])] {
                let alarms = drifts.reduce(0) { $0 + $1.points.count { !$0.signals.isEmpty } }
                let length = Double(count) / Double(alarms)
                #expect(
                    abs(length / published - 1) < 0.1 + 4 / Double(alarms).squareRoot(),
                    "\(kind), \(published): \(length)")
            }
        }
    }
}

/// Random counts, by inversion of a table of their probabilities.
private struct Draws {
    private var cumulative: [Double] = []

    init(upTo most: Int, _ mass: (Int) -> Double) {
        var sum = 0.0
        for count in 0...most {
            sum += mass(count)
            cumulative.append(sum)
        }
    }

    func next(_ generator: inout RandomGenerator) -> Int {
        let place = generator.uniform()
        var (low, high) = (0, cumulative.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] > place { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
