/// Units of weight 1 that were followed from birth for whole days each.
package struct FollowedDays: Sendable {
    /// Of each unit twice its days, and 1 more where they end in the event.
    private var codes: [Int] = []

    package init() {}

    package mutating func reserveCapacity(_ count: Int) { codes.reserveCapacity(count) }

    /// - Parameters:
    ///   - days: a whole number from 0 on, below 2^62.
    ///   - event: whether they end in the event; otherwise sight of the unit was lost.
    package mutating func append(days: Double, event: Bool) {
        codes.append(Int(days) << 1 | (event ? 1 : 0))
    }

    var count: Int { codes.count }

    /// The days and ends of all units, in the order in which they were added.
    var observations: [SurvivalObservation] {
        codes.map { SurvivalObservation(time: Double($0 >> 1), event: $0 & 1 != 0) }
    }

    /// By day: how many units had the event, and how many were lost. nil where the days are so many that sorting is cheaper.
    var byDay: [(events: Int, censored: Int)]? {
        let longest = (codes.max() ?? 0) >> 1
        guard longest < 8 * count + 1_024 else { return nil }
        var days = [(events: Int, censored: Int)](repeating: (0, 0), count: longest + 1)
        for code in codes {
            if code & 1 != 0 { days[code >> 1].events += 1 } else { days[code >> 1].censored += 1 }
        }
        return days
    }
}

extension SurvivalCurve {
    /// The curve of units that count as independent.
    package init(_ followed: FollowedDays) {
        guard let days = followed.byDay else {
            self.init(followed.observations)
            return
        }
        var fall = SurvivalFall()
        fall.atRisk = Double(followed.count)
        var steps: [Step] = []
        for (day, counts) in days.enumerated() where counts != (0, 0) {
            let (events, censored) = (Double(counts.events), Double(counts.censored))
            let (before, _) = fall.advance(events: events, censored: censored, isLast: day == days.count - 1)
            steps.append(fall.step(Double(day), atRisk: before, events: events, censored: censored))
        }
        self.init(steps: steps, total: Double(followed.count))
    }
}
