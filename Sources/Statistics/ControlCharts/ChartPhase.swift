/// What a baseline says of steady operation: all that later points are judged by.
///
/// A stored value keeps limits frozen where history or rules change under them.
package struct BaselineFigures: Hashable, Sendable {
    /// p′: events ÷ changes. u′: defects ÷ exposure. XmR: the mean. g: the mean gap.
    package let centre: Double
    /// p′ and u′: σz, the spread beyond the binomial's or Poisson's. XmR: the mean moving range. g: unused, 0.
    package let spread: Double
    /// The periods it rests on.
    package let periods: Int

    package init(centre: Double, spread: Double, periods: Int) {
        self.centre = centre
        self.spread = spread
        self.periods = periods
    }
}

/// A stretch of periods with limits of its own.
package struct ChartPhase: Hashable, Sendable {
    /// What a phase's limits are worth.
    package enum Standing: String, Hashable, Sendable {
        /// Fewer periods than ``leastPeriods``: no limits.
        case tooShort = "too_short"
        /// The baseline does not vary, so nothing can be told from it: no limits.
        case noSpread = "no_spread"
        /// Fewer periods than ``firmPeriods``.
        case provisional
        case firm
    }

    /// Where a phase starts and what its baseline is.
    package struct Plan: Hashable, Sendable {
        /// The first period of the phase.
        package let start: Int
        /// The periods of the baseline; `nil` = the first ``baselinePeriods`` periods with data.
        package let baseline: Range<Int>?
        /// Figures of an earlier run to go on with; then nothing is estimated.
        package let frozen: BaselineFigures?
        /// The periods of the calendar that the baseline takes, where points are not periods but what happened in them; `nil` where
        /// every point is a period.
        package let span: Int?

        package init(
            start: Int = 0, baseline: Range<Int>? = nil, frozen: BaselineFigures? = nil, span: Int? = nil
        ) {
            self.start = start
            self.baseline = baseline
            self.frozen = frozen
            self.span = span
        }
    }

    /// A baseline is the first so many periods with data.
    package static let baselinePeriods = 24
    /// The least that limits are drawn from.
    package static let leastPeriods = 12
    /// Below this limits are provisional.
    package static let firmPeriods = 20

    package let range: Range<Int>
    /// The positions that the baseline rests on; empty for frozen figures without a range.
    package let baseline: [Int]
    package let figures: BaselineFigures?
    package let standing: Standing
    /// See ``Plan/span``.
    package let span: Int?

    /// - Parameters:
    ///   - range: the positions of the phase.
    ///   - hasData: whether the period at a position can be plotted.
    ///   - estimate: figures from positions; `nil` where they do not vary.
    init(_ range: Range<Int>, plan: Plan, hasData: (Int) -> Bool, estimate: ([Int]) -> BaselineFigures?) {
        self.range = range
        span = plan.span
        let candidates = (plan.baseline ?? range).clamped(to: range).filter(hasData)
        if let frozen = plan.frozen {
            baseline = plan.baseline == nil ? [] : candidates
            figures = frozen
            standing = Self.standing(frozen.periods)
            return
        }
        baseline = plan.baseline == nil ? Array(candidates.prefix(Self.baselinePeriods)) : candidates
        let periods = min(baseline.count, plan.span ?? .max)
        let enough = periods >= Self.leastPeriods
        figures = enough ? estimate(baseline) : nil
        standing = enough && figures == nil ? .noSpread : Self.standing(periods)
    }

    private static func standing(_ periods: Int) -> Standing {
        if periods < leastPeriods { return .tooShort }
        return periods < firmPeriods ? .provisional : .firm
    }
}
