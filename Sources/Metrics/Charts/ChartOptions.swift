import Statistics

/// How series are cut into periods, and what they are judged by.
package struct ChartOptions: Sendable {
    package var length = ChartPeriod.Length.month
    /// Where further phases begin: moments since which operation is another, each with limits of its own.
    package var phases: [ChartPeriod] = []
    /// The periods of the baseline, instead of the first 24 mature ones of its phase.
    package var baseline: ClosedRange<ChartPeriod>?
    /// Figures of an earlier run to go on with, for the last phase.
    package var frozen: [ChartMetric: BaselineFigures] = [:]

    package init() {}

    /// The phases of a series, from the moments (seconds since 1970) at which its points begin.
    func plans(_ metric: ChartMetric, starts: [Int64]) -> [ChartPhase.Plan] {
        var bounds = [0]
        for phase in phases.sorted() {
            let place = starts.firstIndex { $0 >= phase.start } ?? starts.count
            if place > bounds[bounds.count - 1], place < starts.count { bounds.append(place) }
        }
        let chosen = baseline.map { baseline in
            let first = starts.firstIndex { $0 >= baseline.lowerBound.start } ?? starts.count
            let end = starts.firstIndex { $0 >= baseline.upperBound.end } ?? starts.count
            return first..<max(first, end)
        }
        return bounds.enumerated().map { number, start in
            let end = number + 1 < bounds.count ? bounds[number + 1] : max(starts.count, start + 1)
            // It is the phase in which it begins that a baseline speaks of.
            let own = chosen.flatMap { (start..<end).contains(min($0.lowerBound, end)) ? $0 : nil }
            return ChartPhase.Plan(
                start: start, baseline: own, frozen: number == bounds.count - 1 ? frozen[metric] : nil)
        }
    }
}
