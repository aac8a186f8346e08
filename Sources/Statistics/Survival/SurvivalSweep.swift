/// Walks the ages of a set of observations in order and yields one step of the curve each.
struct SurvivalSweep {
    private let byTime: [SurvivalObservation]
    private let byEntry: [SurvivalObservation]
    private var nextEntry = 0
    private var nextTime = 0
    private var fall = SurvivalFall()
    private var clustered: ClusteredVariance?

    /// - Parameter clusters: how many there are, which observations name by numbers from 0; nil where they are not looked at.
    init(_ observations: [SurvivalObservation], clusters: Int?) {
        byTime = Self.sorted(observations)
        byEntry = observations.filter { $0.entry != nil }.sorted { ($0.entry ?? 0) < ($1.entry ?? 0) }
        clustered = clusters.map { ClusteredVariance(count: $0) }
        for observation in observations where observation.entry == nil { enter(observation) }
    }

    /// By time; of equal times in the order given. Ages in whole days, as they are as a rule, are counted and not compared.
    private static func sorted(_ observations: [SurvivalObservation]) -> [SurvivalObservation] {
        let longest = observations.reduce(0) { max($0, $1.time) }
        guard longest < Double(8 * observations.count), observations.allSatisfy({ $0.time == Double(Int($0.time)) })
        else { return observations.sorted { $0.time < $1.time } }
        var places = [Int](repeating: 0, count: Int(longest) + 2)
        for observation in observations { places[Int(observation.time) + 1] += 1 }
        for time in places.indices.dropFirst() { places[time] += places[time - 1] }
        var order = [Int](repeating: 0, count: observations.count)
        for (index, observation) in observations.enumerated() {
            order[places[Int(observation.time)]] = index
            places[Int(observation.time)] += 1
        }
        return order.map { observations[$0] }
    }

    mutating func next() -> SurvivalCurve.Step? {
        guard nextTime < byTime.count else { return nil }
        let time = byTime[nextTime].time
        while nextEntry < byEntry.count, let entry = byEntry[nextEntry].entry, entry < time {
            enter(byEntry[nextEntry])
            nextEntry += 1
        }
        let first = nextTime
        var events = 0.0
        var censored = 0.0
        while nextTime < byTime.count, byTime[nextTime].time == time {
            let observation = byTime[nextTime]
            if observation.event { events += observation.weight } else { censored += observation.weight }
            nextTime += 1
        }
        let independent = clustered?.atRisk
        let (before, left) = fall.advance(events: events, censored: censored, isLast: nextTime == byTime.count)
        if events > 0 && left > 0 { clustered?.advance(events: events, atRisk: before, left: left) }
        for gone in byTime[first..<nextTime] {
            clustered?.remove(gone.cluster, weight: gone.weight, isEvent: gone.event, left: left)
        }
        return fall.step(
            time, atRisk: before, events: events, censored: censored, independent: independent,
            logVariance: clustered.map(\.logVariance))
    }

    private mutating func enter(_ observation: SurvivalObservation) {
        fall.atRisk += observation.weight
        clustered?.enter(observation.cluster, weight: observation.weight)
    }
}

/// How survival falls from age to age.
struct SurvivalFall {
    /// The weight under observation.
    var atRisk = 0.0
    private var survival = 1.0
    private var greenwood: Double? = 0

    /// Goes past one age.
    ///
    /// - Parameter isLast: whether nobody is left behind it.
    /// - Returns: the weight under observation just before, and of it what had no event.
    mutating func advance(events: Double, censored: Double, isLast: Bool) -> (before: Double, left: Double) {
        let before = atRisk
        // Sums of fractional weights can miss their total by a rounding.
        let left = before - events > 1e-12 * before ? before - events : 0
        if events > 0 {
            survival *= left / before
            greenwood = left > 0 ? greenwood.map { $0 + events / (before * left) } : nil
        }
        atRisk = isLast ? 0 : max(0, before - events - censored)
        return (before, left)
    }

    /// The curve's step at the age that was last gone past.
    ///
    /// - Parameters:
    ///   - independent: independent units at risk just before; nil where each unit is one.
    ///   - logVariance: that from between clusters; nil for Greenwood's.
    func step(
        _ time: Double, atRisk: Double, events: Double, censored: Double, independent: Double? = nil,
        logVariance: Double?? = nil
    ) -> SurvivalCurve.Step {
        SurvivalCurve.Step(
            time: time, atRisk: atRisk, events: events, censored: censored, survival: survival,
            logVariance: survival > 0 ? logVariance ?? greenwood : nil, independentAtRisk: independent ?? atRisk)
    }
}
