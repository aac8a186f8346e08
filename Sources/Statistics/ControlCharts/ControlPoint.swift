/// One period, or one gap, on a control chart.
package struct ControlPoint: Hashable, Sendable {
    /// Whether the point helped to set the limits or is judged by them.
    package enum Stage: String, Hashable, Sendable {
        case baseline
        case monitored
    }

    /// The period's position in the series handed in.
    package let index: Int
    /// The number of the phase, from 0.
    package let phase: Int
    package let stage: Stage
    /// The plotted figure; `nil` for a period without data.
    package let value: Double?
    /// `nil`, as the limits, where the baseline is too short or has no spread, or the period no data.
    package let centre: Double?
    package let lower: Double?
    package let upper: Double?
    /// The distance from the centre in units of the point's own sigma.
    package let residual: Double?
    package let signals: [ChartSignal]
}
