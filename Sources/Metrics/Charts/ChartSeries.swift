import LineHistory
import Statistics

/// The mature periods of one figure, oldest first; those without data are left out.
struct ChartSeries {
    struct Period: Sendable {
        let period: ChartPeriod
        /// What the figure is of: changes, lines; of a gap, the changes between.
        let amount: Int
        /// Of the amount, those with the event; of a rate, events.
        let events: Int
    }

    /// Fewer lines than this make no share of lines that could be compared with other periods'.
    static let leastLines = 100

    let metric: ChartMetric
    let periods: [Period]
    /// The newest period that is over for long enough, with data or without.
    let newestMature: ChartPeriod

    /// - Parameters:
    ///   - commits: reported ones, in any order.
    ///   - reintroductions: positions of commits that fix or revert a fix.
    ///   - dataHorizon: seconds since 1970.
    init(
        _ metric: ChartMetric, of commits: [StudiedCommit], reintroductions: Set<Int>, length: ChartPeriod.Length,
        dataHorizon: Int64
    ) {
        self.metric = metric
        // A period counts as over when the first second after it is seen, and gaps when they end.
        let limit = dataHorizon - Int64(metric.maturityDays) * DayCount.seconds
        let last = ChartPeriod(length, seconds: limit)
        newestMature =
            metric == .reintroductionGap || last.end <= limit
            ? last : ChartPeriod(length, number: last.number - 1)
        if metric == .reintroductionGap {
            periods = Self.gaps(commits, reintroductions, length)
            return
        }
        let end = newestMature.end
        var sums: [Int: (amount: Int, events: Int)] = [:]
        // Commits of one period often stand together.
        var (period, sum) = (0, (amount: 0, events: 0))
        for index in commits.indices where commits[index].landedAt < end {
            guard let part = metric.part(of: commits[index]) else { continue }
            let own = ChartPeriod(length, seconds: commits[index].landedAt).number
            if own != period {
                sums[period] = sum
                (period, sum) = (own, sums[own] ?? (0, 0))
            }
            sum = (sum.amount + part.amount, sum.events + part.events)
        }
        sums[period] = sum
        let least = metric == .newCodeChurn ? Self.leastLines : 1
        periods = sums.filter { $0.value.amount >= least }.sorted { $0.key < $1.key }.map {
            Period(
                period: ChartPeriod(length, number: $0.key), amount: $0.value.amount, events: $0.value.events)
        }
    }

    /// Changes in the order of landing, cut at each that shows a reintroduction.
    private static func gaps(
        _ commits: [StudiedCommit], _ reintroductions: Set<Int>, _ length: ChartPeriod.Length
    ) -> [Period] {
        let changes = commits.indices.filter { commits[$0].isChange }
        func place(_ index: Int) -> (landedAt: Int64, position: Int) {
            (commits[index].landedAt, commits[index].position)
        }
        let cuts = changes.filter { reintroductions.contains(commits[$0].position) }.map(place).sorted { $0 < $1 }
        // What lies before the first one is no whole gap, nor is what lies behind the last.
        var amounts = [Int](repeating: 0, count: cuts.count + 1)
        for index in changes { amounts[cuts.firstIndexSorted { $0 > place(index) }] += 1 }
        return cuts.indices.dropFirst().map {
            // The reintroduction at which a gap begins is not in it.
            Period(period: ChartPeriod(length, seconds: cuts[$0].landedAt), amount: amounts[$0] - 1, events: 1)
        }
    }

    /// By period, in the unit of the chart.
    var amounts: [Double] {
        periods.map { metric.kind == .rates ? Double($0.amount) / 1_000 : Double($0.amount) }
    }

    /// The chart; its periods decide on phases and baseline.
    func chart(_ options: ChartOptions) -> ControlChart {
        let plans = options.plans(metric, periods: periods.map(\.period), newest: newestMature)
        switch metric.kind {
        case .shares:
            return .shares(periods.map { Proportion(events: $0.events, total: $0.amount) }, plans: plans)
        case .rates:
            return .rates(
                zip(periods, amounts).map { PoissonRate(events: $0.events, exposure: $1) }, plans: plans)
        case .gaps: return .gaps(periods.map(\.amount), plans: plans)
        default:
            return .individuals(
                periods.map { Double($0.events) / Double($0.amount) }, plans: plans, least: 0)
        }
    }
}

extension ChartMetric {
    /// What one commit adds to its period; `nil` where it has no part in it.
    fileprivate func part(of commit: StudiedCommit) -> (amount: Int, events: Int)? {
        switch self {
        case .bugInducingShare:
            guard commit.isChange, let outcome = commit.outcome else { return nil }
            return (1, outcome.firstFixDays.map { $0 <= Double(maturityDays) } ?? false ? 1 : 0)
        case .revertShare:
            guard commit.isChange, let outcome = commit.outcome else { return nil }
            return (1, outcome.revertDays.map { $0 <= Double(maturityDays) } ?? false ? 1 : 0)
        case .defectsPerKiloline:
            guard commit.isChange, commit.changedLines > 0, let outcome = commit.outcome else { return nil }
            return (commit.changedLines, outcome.fixesIn90Days)
        case .newCodeChurn:
            guard commit.churn.addedMature > 0 else { return nil }
            return (commit.churn.addedMature, commit.churn.deletedWithin)
        case .reintroductionGap: return nil
        }
    }
}
