/// A share of units (lines) that come in clusters (commits) and fare alike within one.
///
/// The ratio of two sums, Σ events ÷ Σ total, with a variance from between clusters: C / (C − 1) · Σ (e − p t)² / (Σ t)².
/// Source: W. G. Cochran, *Sampling Techniques*, 3rd ed. (1977), §9A.6.
package struct ClusteredShare: Hashable, Sendable {
    /// Units of one cluster: those with the event, and all.
    package struct Cluster: Hashable, Sendable {
        package let events: Double
        package let total: Double

        package init(events: Double, total: Double) {
            precondition(events >= 0 && events <= total, "events are at least 0 and at most the total")
            self.events = events
            self.total = total
        }
    }

    package let events: Double
    package let total: Double
    /// Clusters with at least one unit.
    package let clusters: Int
    /// See ``SurvivalCurve/degreesOfFreedom``.
    private let degreesOfFreedom: Double
    private let variance: Double?

    package init(_ clusters: [Cluster]) {
        var events = 0.0
        var total = 0.0
        var squares = 0.0
        var count = 0
        for cluster in clusters where cluster.total > 0 {
            events += cluster.events
            total += cluster.total
            squares += cluster.total * cluster.total
            count += 1
        }
        var spread = 0.0
        let share = total > 0 ? events / total : 0
        for cluster in clusters {
            let distance = cluster.events - share * cluster.total
            spread += distance * distance
        }
        self.events = events
        self.total = total
        self.clusters = count
        degreesOfFreedom = squares > 0 ? max(1, total * total / squares - 1) : 1
        variance = count > 1 ? spread / (total * total) * Double(count) / Double(count - 1) : nil
    }

    /// events ÷ total; `nil` without units.
    package var value: Double? { total > 0 ? events / total : nil }

    /// Of ``value``; `nil` for a single cluster.
    package var standardError: Double? { variance?.squareRoot() }

    /// The interval on the scale of ln(p / (1 − p)) with Student's t, which stays inside 0...1; where no unit or every unit has
    /// the event, Clopper and Pearson's for as many units as there are clusters. `nil` for a single cluster.
    package func interval(_ confidence: Confidence = .percent95) -> Interval? {
        guard let value, let error = standardError, clusters > 1 else { return nil }
        let far = power(confidence.tail, 1 / Double(clusters))
        if value <= 0 { return Interval(lower: 0, upper: 1 - far) }
        if value >= 1 { return Interval(lower: far, upper: 1) }
        let odds = value / (1 - value)
        let half = confidence.critical(degreesOfFreedom: degreesOfFreedom) * error / (value * (1 - value))
        let factor = exponential(half)
        return Interval(lower: odds / (factor + odds), upper: odds * factor / (1 + odds * factor))
    }
}
