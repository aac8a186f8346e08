/// Who was at risk, and who had the event, at each age with events, by group.
struct GroupedRiskSets {
    struct RiskSet {
        let time: Double
        let atRisk: [Double]
        let eventsByGroup: [Double]

        var total: Double { atRisk.reduce(0, +) }
        var events: Double { eventsByGroup.reduce(0, +) }
    }

    /// In order of age; ages without events are left out.
    let atEvents: [RiskSet]

    init(_ stratum: [[SurvivalObservation]], groups: Int) {
        var exits: [(group: Int, observation: SurvivalObservation)] = []
        var atRisk = Array(repeating: 0.0, count: groups)
        for (group, observations) in stratum.enumerated() {
            for observation in observations {
                exits.append((group, observation))
                if observation.entry == nil { atRisk[group] += observation.weight }
            }
        }
        let entries = exits.filter { $0.observation.entry != nil }
            .sorted { ($0.observation.entry ?? 0) < ($1.observation.entry ?? 0) }
        exits.sort { $0.observation.time < $1.observation.time }

        var sets: [RiskSet] = []
        var entry = 0
        var exit = 0
        while exit < exits.count {
            let time = exits[exit].observation.time
            while entry < entries.count, let age = entries[entry].observation.entry, age < time {
                atRisk[entries[entry].group] += entries[entry].observation.weight
                entry += 1
            }
            let before = atRisk
            var events = Array(repeating: 0.0, count: groups)
            while exit < exits.count, exits[exit].observation.time == time {
                let (group, observation) = exits[exit]
                if observation.event { events[group] += observation.weight }
                atRisk[group] = max(0, atRisk[group] - observation.weight)
                exit += 1
            }
            if events.contains(where: { $0 > 0 }) {
                sets.append(RiskSet(time: time, atRisk: before, eventsByGroup: events))
            }
        }
        atEvents = sets
    }
}
