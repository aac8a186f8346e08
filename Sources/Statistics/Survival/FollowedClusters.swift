/// Units that were followed from birth for whole days each and are dependent within clusters: the lines of commits.
package struct FollowedClusters: Sendable {
    /// Units of one cluster with the same fate.
    fileprivate struct Group: BitwiseCopyable {
        /// Twice the days, and 1 more where they end in the event.
        let code: Int
        let units: Int
        let cluster: UInt32

        var day: Int { code >> 1 }
        var isEvent: Bool { code & 1 != 0 }
    }

    fileprivate private(set) var groups: [Group] = []
    /// The number of clusters that have units.
    private var count = 0
    /// Whether the units that come next are the first of another.
    private var isNew = true

    package init() {}

    /// - Parameter count: of groups of units.
    package mutating func reserveCapacity(_ count: Int) { groups.reserveCapacity(count) }

    /// Begins another cluster, to which all units belong that are added from now on; one without any does not count.
    package mutating func beginCluster() { isNew = true }

    /// - Parameters:
    ///   - units: their number, above 0.
    ///   - days: a whole number from 0 on, below 2^62.
    ///   - event: whether they end in the event; otherwise sight of the units was lost.
    package mutating func append(units: Int, days: Double, event: Bool) {
        if isNew {
            count += 1
            isNew = false
        }
        groups.append(
            Group(code: Int(days) << 1 | (event ? 1 : 0), units: units, cluster: UInt32(count - 1)))
    }

    /// By number: the units of each cluster that has any.
    fileprivate var clusters: [Double] {
        var sizes = [Double](repeating: 0, count: count)
        for group in groups { sizes[Int(group.cluster)] += Double(group.units) }
        return sizes
    }

    /// The days and ends of all units, in the order in which they were added.
    fileprivate var observations: [SurvivalObservation] {
        groups.map {
            SurvivalObservation(
                time: Double($0.day), event: $0.isEvent, weight: Double($0.units), cluster: Int($0.cluster))
        }
    }

    /// By day, those of one day in the order in which they were added; nil where the days are so many that sorting is cheaper.
    fileprivate var byDay: [Group]? {
        let longest = groups.reduce(0) { max($0, $1.day) }
        guard longest < 8 * groups.count + 1_024 else { return nil }
        var places = [Int](repeating: 0, count: longest + 2)
        for group in groups { places[group.day + 1] += 1 }
        for day in places.indices.dropFirst() { places[day] += places[day - 1] }
        var sorted = groups
        for group in groups {
            sorted[places[group.day]] = group
            places[group.day] += 1
        }
        return sorted
    }
}

extension SurvivalCurve {
    /// The curve of units that are dependent within clusters.
    package init(_ followed: FollowedClusters) {
        guard let groups = followed.byDay else {
            self.init(followed.observations, clustered: true)
            return
        }
        let clusters = followed.clusters
        var variance = ClusteredVariance(count: clusters.count)
        for group in followed.groups { variance.enter(Int(group.cluster), weight: Double(group.units)) }
        let total = clusters.reduce(0, +)
        var fall = SurvivalFall()
        fall.atRisk = total
        var steps: [Step] = []
        var next = 0
        while next < groups.count {
            let (day, first) = (groups[next].day, next)
            var (events, censored) = (0.0, 0.0)
            while next < groups.count, case let group = groups[next], group.day == day {
                if group.isEvent { events += Double(group.units) } else { censored += Double(group.units) }
                next += 1
            }
            let independent = variance.atRisk
            let (before, left) = fall.advance(events: events, censored: censored, isLast: next == groups.count)
            if events > 0 && left > 0 { variance.advance(events: events, atRisk: before, left: left) }
            for group in groups[first..<next] {
                variance.remove(
                    Int(group.cluster), weight: Double(group.units), isEvent: group.isEvent, left: left)
            }
            steps.append(
                fall.step(
                    Double(day), atRisk: before, events: events, censored: censored, independent: independent,
                    logVariance: .some(variance.logVariance)))
        }
        self.init(steps: steps, total: total, clusterWeights: clusters)
    }
}
