import Statistics

/// One figure over time, with the charts that judge it.
package struct MetricChart: Sendable {
    /// Where a point of the charts stands.
    package struct Place: Sendable {
        package let period: ChartPeriod
        /// What the figure is of: changes, changed lines, followed lines; of a gap, the changes in it.
        package let amount: Int
        /// Of these, those with the event; of a rate, the events.
        package let events: Int
    }

    package let metric: ChartMetric
    /// Whose figures they are; `nil` for all commits.
    package let group: ChartGroup?
    /// One for each point of the charts, in order.
    package let places: [Place]
    /// The newest period that is over for long enough, with data or without.
    package let newestMature: ChartPeriod
    /// The figures themselves, with their limits.
    package let chart: ControlChart
    /// The EWMA chart of the same figures; it starts anew after each signal.
    package let average: ControlChart
    /// The CUSUM charts of the same figures, upwards and downwards; likewise.
    package let sums: (high: ControlChart, low: ControlChart)

    /// Signals that may pull the cord, oldest first: a point beyond the limits, and beyond what few commits make by chance; EWMA;
    /// CUSUM; all on the bad side.
    package let alarms: [Alarm]
    /// Points beyond a limit, on either side, that so few commits reach by chance: no alarms, oldest first.
    package let chances: [Chance]

    /// The four charts, the figures' own first.
    package var charts: [ControlChart] { [chart, average, sums.high, sums.low] }

    /// - Parameter commits: reported ones, in any order.
    init(
        _ metric: ChartMetric, of commits: [StudiedCommit], group: ChartGroup? = nil, reintroductions: Set<Int>,
        dataHorizon: Int64, options: ChartOptions
    ) {
        let series = ChartSeries(
            metric, of: commits, reintroductions: reintroductions, length: options.length, dataHorizon: dataHorizon)
        self.metric = metric
        self.group = group
        places = series.periods.map { Place(period: $0.period, amount: $0.amount, events: $0.events) }
        newestMature = series.newestMature
        chart = series.chart(options)
        let judged = chart.exact(events: places.map(\.events), amounts: series.amounts)
        average = judged.exponentialAverage()
        let sums = judged.cumulativeSum()
        self.sums = sums
        let places = places
        chances = Self.chances(chart, judged, places, series.amounts)
        alarms = [judged, average, sums.high, sums.low].flatMap { chart in
            chart.alarms.flatMap { point in
                point.signals.filter { $0.rule.isAlarm && $0.side == chart.badSide }.map {
                    Alarm(index: point.index, period: places[point.index].period, rule: $0.rule)
                }
            }
        }.sorted { ($0.index, $0.rule.order) < ($1.index, $1.rule.order) }
    }

    /// Points of the last `count` mature periods of the calendar; empty where nothing happened in them.
    package func recent(_ count: Int) -> [Int] {
        places.indices.filter { places[$0].period.number > newestMature.number - count }
    }

    /// Which signals of the figures' chart their exact probabilities do not bear out.
    private static func chances(
        _ chart: ControlChart, _ judged: ControlChart, _ places: [Place], _ amounts: [Double]
    ) -> [Chance] {
        zip(chart.points, judged.points).compactMap { point, exact in
            guard let signal = point.signals.first(where: { $0.rule == .beyondLimits }), let side = signal.side,
                !exact.signals.contains(signal),
                let probability = chart.exactProbability(
                    of: point.index, side, events: places[point.index].events, amount: amounts[point.index])
            else { return nil }
            return Chance(index: point.index, side: side, probability: probability)
        }
    }

    /// A point beyond a limit that is no signal.
    package struct Chance: Sendable {
        /// The point's place in the charts.
        package let index: Int
        package let side: ChartSide
        /// Of so many events or more, on the low side or fewer, on steady data.
        package let probability: Double
    }

    /// One signal that may pull the cord.
    package struct Alarm: Sendable {
        /// The point's place in the charts.
        package let index: Int
        package let period: ChartPeriod
        package let rule: ChartRule
    }
}

extension ChartRule {
    fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension MetricChart {
    /// Every figure's charts, of all commits.
    static func all(_ facts: AuditFacts, _ evidence: Evidence, options: ChartOptions) -> [MetricChart] {
        let reported = evidence.reported
        return ChartMetric.allCases.map { one($0, facts, reported, options: options) }
    }

    /// A figure's charts, of some commits, in any order.
    static func one(
        _ metric: ChartMetric, _ facts: AuditFacts, _ commits: [StudiedCommit], of group: ChartGroup? = nil,
        options: ChartOptions
    ) -> MetricChart {
        MetricChart(
            metric, of: commits, group: group,
            reintroductions: Set(facts.defects.edges.lazy.filter { !$0.isFollowUp }.map(\.later)),
            dataHorizon: facts.dataHorizon, options: options)
    }
}
