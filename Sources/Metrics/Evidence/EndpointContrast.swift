import Intent
import Statistics

/// Two classes of commits and their curves on one endpoint.
struct EndpointContrast {
    enum Side {
        case ai, human
    }

    private struct Group {
        let commits: [StudiedCommit]
        /// One for each of `commits`.
        let observations: [[SurvivalObservation]]
        let curve: SurvivalCurve

        init(_ commits: [StudiedCommit], _ endpoint: Endpoint) {
            var kept: [StudiedCommit] = []
            var observations: [[SurvivalObservation]] = []
            for index in commits.indices {
                let own = endpoint.event.observations(of: index, in: commits)
                guard !own.isEmpty else { continue }
                kept.append(commits[index])
                observations.append(own)
            }
            self.commits = kept
            self.observations = observations
            curve = SurvivalCurve(observations.flatMap { $0 }, clustered: endpoint.countsLines)
        }

        /// Observations cut off at an age: what happened later is not seen.
        func observations(upTo horizon: Double) -> [SurvivalObservation] {
            observations.flatMap { $0 }.map { observation in
                guard observation.time > horizon else { return observation }
                var cut = observation
                cut.time = horizon
                cut.event = false
                return cut
            }
        }
    }

    private let endpoint: Endpoint
    private let ai: Group
    private let human: Group

    init(_ endpoint: Endpoint, ai: [StudiedCommit], human: [StudiedCommit]) {
        self.endpoint = endpoint
        self.ai = Group(ai, endpoint)
        self.human = Group(human, endpoint)
    }

    func comparison(at horizon: Int, _ compared: ComparedClass) -> Comparison {
        let contrast = SurvivalContrast(ai.curve, human.curve, at: Double(horizon))
        let one = group(ai, horizon)
        let two = group(human, horizon)
        return Comparison(
            endpoint: endpoint, horizonDays: horizon, compared: compared, ai: one, human: two,
            difference: endpoint.isStanding ? contrast?.standingDifference : contrast?.difference,
            ratio: endpoint.isStanding ? contrast?.standingRatio : contrast?.ratio, pValue: pValue(horizon),
            smallestDetectable: smallestDetectable(one, two), stratified: stratified(horizon) { $0.stratum },
            withinAuthor: stratified(horizon) { $0.person })
    }

    /// The share with the event at the declared age and its standard error, for the bias analysis.
    func risk(of side: Side) -> HiddenShare.Risk? {
        let group = side == .ai ? ai : human
        guard let estimate = group.curve.estimate(at: Double(endpoint.declaredHorizon)),
            let error = estimate.standardError, !group.commits.isEmpty
        else { return nil }
        return HiddenShare.Risk(
            commits: Double(group.commits.count), value: endpoint.isStanding ? estimate.survival : estimate.failure,
            standardError: error)
    }

    private func group(_ group: Group, _ horizon: Int) -> ComparedGroup {
        let estimate = group.curve.estimate(at: Double(horizon))
        let hasEvent = group.observations.map { own in own.contains { $0.event && $0.time <= Double(horizon) } }
        let mature = zip(group.commits, hasEvent).filter { commit, _ in commit.isMature(horizon) }
        return ComparedGroup(
            commits: group.commits.count, mature: mature.count, events: hasEvent.count { $0 },
            matureEvents: endpoint.countsLines ? nil : mature.count { $0.1 },
            lines: endpoint.countsLines ? group.commits.reduce(0) { $0 + $1.lines } : nil,
            estimate: endpoint.isStanding ? estimate?.survival : estimate?.failure,
            interval: endpoint.isStanding ? estimate?.interval : estimate?.failureInterval,
            standardError: estimate?.standardError)
    }

    private func pValue(_ horizon: Int) -> Double? {
        let groups = [ai.observations(upTo: Double(horizon)), human.observations(upTo: Double(horizon))]
        return endpoint.countsLines
            ? LogRankTest.clustered(strata: [groups])?.pValue : LogRankTest(groups: groups)?.pValue
    }

    /// From the sizes that independent units with the same standard errors would have: of lines far fewer than there are.
    private func smallestDetectable(_ one: ComparedGroup, _ two: ComparedGroup) -> Double? {
        guard let baseline = two.estimate, let first = Self.effectiveTotal(one), let second = Self.effectiveTotal(two)
        else { return nil }
        let detectable = DetectableDifference(firstTotal: first, secondTotal: second, baseline: baseline)
        return detectable.increase ?? detectable.decrease
    }

    private static func effectiveTotal(_ group: ComparedGroup) -> Int? {
        guard let share = group.estimate, let error = group.standardError, share > 0, share < 1, error > 0 else {
            return group.mature > 0 ? group.mature : nil
        }
        return Int(min(1e9, max(1, (share * (1 - share) / (error * error)).rounded())))
    }

    private func stratified(_ horizon: Int, by stratum: (StudiedCommit) -> Int) -> StratifiedContrast {
        endpoint.countsLines
            ? stratifiedLines(horizon, by: stratum) : stratifiedCommits(horizon, by: stratum)
    }

    private func stratifiedCommits(_ horizon: Int, by stratum: (StudiedCommit) -> Int) -> StratifiedContrast {
        var counts: [Int: (ai: (Int, Int), human: (Int, Int))] = [:]
        eachMature(horizon) { commit, isAI, observations in
            let event = observations.contains { $0.event && $0.time <= Double(horizon) } ? 1 : 0
            var own = counts[stratum(commit)] ?? ((0, 0), (0, 0))
            if isAI {
                own.ai = (own.ai.0 + event, own.ai.1 + 1)
            } else {
                own.human = (own.human.0 + event, own.human.1 + 1)
            }
            counts[stratum(commit)] = own
        }
        let strata = counts.sorted { $0.key < $1.key }.map {
            Stratum(
                first: Proportion(events: $0.value.ai.0, total: $0.value.ai.1),
                second: Proportion(events: $0.value.human.0, total: $0.value.human.1))
        }
        let test = MantelHaenszel(strata)
        return StratifiedContrast(
            difference: test.difference, ratio: test.ratio, pValue: test.pValue(), sharedStrata: test.sharedStrata,
            coverage: test.coverage.value, strata: test)
    }

    private func stratifiedLines(_ horizon: Int, by stratum: (StudiedCommit) -> Int) -> StratifiedContrast {
        var clusters: [ClusteredMantelHaenszel.Cluster] = []
        eachMature(horizon) { commit, isAI, observations in
            var removed = 0.0
            for observation in observations where observation.event && observation.time <= Double(horizon) {
                removed += observation.weight
            }
            let lines = Double(commit.lines)
            clusters.append(
                ClusteredMantelHaenszel.Cluster(
                    stratum: stratum(commit), isFirst: isAI, events: endpoint.isStanding ? lines - removed : removed,
                    total: lines))
        }
        let test = ClusteredMantelHaenszel(clusters)
        return StratifiedContrast(
            difference: test.difference, ratio: test.ratio, pValue: test.pValue, sharedStrata: test.sharedStrata,
            coverage: test.coverage.all > 0 ? test.coverage.shared / test.coverage.all : nil, strata: nil)
    }

    private func eachMature(_ horizon: Int, _ body: (StudiedCommit, Bool, [SurvivalObservation]) -> Void) {
        for (group, isAI) in [(ai, true), (human, false)] {
            for (commit, observations) in zip(group.commits, group.observations) where commit.isMature(horizon) {
                body(commit, isAI, observations)
            }
        }
    }
}

extension StudiedCommit {
    /// Size bin × file kind × quarter, as one number.
    fileprivate var stratum: Int {
        let kinds = PathKind.allCases
        let place = kinds.firstIndex(of: kind) ?? 0
        return (quarter.number * kinds.count + place) * SizeBin.allCases.count + size.rawValue
    }
}
