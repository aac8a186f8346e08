/// One unit, or several alike, followed from birth until the event or until sight of it was lost.
package struct SurvivalObservation: Hashable, Sendable {
    /// From birth to the event or to the end of follow-up, in any one unit; at least 0.
    package var time: Double
    /// Whether `time` ends in the event; `false` is censored at `time`.
    package var event: Bool
    /// How many units this row stands for; above 0.
    package var weight: Double
    /// The unit's age when it came under observation; `nil` = from birth. At risk where entry < t ≤ time.
    package var entry: Double?
    /// Units of one cluster live and die together (the lines of one commit); read only by clustered estimates.
    package var cluster: Int

    package init(time: Double, event: Bool, weight: Double = 1, entry: Double? = nil, cluster: Int = 0) {
        precondition(time >= 0 && time < .infinity, "a follow-up time is finite and not negative")
        precondition(weight > 0 && weight < .infinity, "a weight is finite and above 0")
        if let entry { precondition(entry >= 0 && entry < time, "a unit enters before its time ends") }
        self.time = time
        self.event = event
        self.weight = weight
        self.entry = entry
        self.cluster = cluster
    }
}
