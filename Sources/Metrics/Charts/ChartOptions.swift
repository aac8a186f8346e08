import Statistics

/// How series are cut into periods, and what they are judged by.
package struct ChartOptions: Sendable {
    /// Which periods a phase is judged by.
    package enum Baseline: Hashable, Sendable {
        /// Its first 24 mature ones.
        case first
        /// A phase begins anew with every twelfth period: the 24 periods before the last whole twelve set the limits for these and
        /// those that followed. Of months that is: two calendar years for the year after them and the one that runs.
        case moving
        case periods(ClosedRange<ChartPeriod>)
    }

    package var length = ChartPeriod.Length.month
    /// Where further phases begin: moments since which operation is another, each with limits of its own.
    package var phases: [ChartPeriod] = []
    package var baseline = Baseline.first
    /// Of figures that have another than the rest.
    package var baselines: [ChartMetric: Baseline] = [:]
    /// Figures of an earlier run to go on with, for the last phase.
    package var frozen: [ChartMetric: BaselineFigures] = [:]

    package init() {}

    /// The phases of a series.
    ///
    /// - Parameters:
    ///   - periods: of its points, oldest first.
    ///   - newest: the newest mature one, with data or without.
    func plans(_ metric: ChartMetric, periods: [ChartPeriod], newest: ChartPeriod) -> [ChartPhase.Plan] {
        func place(of period: ChartPeriod) -> Int { periods.firstIndex { $0.start >= period.start } ?? periods.count }
        let baseline = baselines[metric] ?? baseline
        var bounds = [0]
        for phase in phases.sorted() {
            let place = place(of: phase)
            if place > bounds[bounds.count - 1], place < periods.count { bounds.append(place) }
        }
        if baseline == .moving, frozen[metric] == nil {
            let start = Self.movingStart(newest)
            let judged = place(of: start + ChartPhase.baselinePeriods)
            // Where little happened the baseline reaches further back.
            let place = min(place(of: start), max(0, judged - ChartPhase.baselinePeriods))
            if place > bounds[bounds.count - 1] { bounds.append(place) }
        }
        var chosen: Range<Int>?
        if case .periods(let span) = baseline {
            let first = place(of: span.lowerBound)
            chosen = first..<max(first, periods.firstIndex { $0.start >= span.upperBound.end } ?? periods.count)
        }
        return bounds.enumerated().map { number, start in
            let isLast = number == bounds.count - 1
            let end = isLast ? max(periods.count, start + 1) : bounds[number + 1]
            // It is the phase in which it begins that a baseline speaks of, one that begins after the data of the last.
            if let own = chosen, own.lowerBound >= start, isLast || own.lowerBound < end {
                return ChartPhase.Plan(start: start, baseline: own, frozen: isLast ? frozen[metric] : nil)
            }
            if isLast, let frozen = frozen[metric] { return ChartPhase.Plan(start: start, frozen: frozen) }
            guard metric.kind == .gaps, start < periods.count else { return ChartPhase.Plan(start: start) }
            // Gaps are as many as happen: the periods in which they ended make the baseline, and its worth.
            let first = periods[start]
            let last = isLast ? newest : periods[end - 1]
            let own = max(place(of: first + ChartPhase.baselinePeriods), start + ChartPhase.baselinePeriods)
            return ChartPhase.Plan(
                start: start, baseline: start..<min(own, end),
                span: last.start < first.start ? 0 : last.number(since: first) + 1)
        }
    }

    /// The third twelve before the one that the newest period lies in.
    private static func movingStart(_ newest: ChartPeriod) -> ChartPeriod {
        let twelve = Int((Double(newest.number) / 12).rounded(.down))
        return ChartPeriod(newest.length, number: (twelve - 3) * 12)
    }
}
