import Attribution
import LineHistory
import Statistics

/// A group of lines or commits followed from landing to an event.
package struct SurvivalCohort: Sendable {
    /// What its members have in common.
    package enum Name: Hashable, Sendable {
        case all
        case authorClass(AuthorClass)
        case quarter(Quarter)

        package var text: String {
            switch self {
            case .all: "all"
            case .authorClass(let authorClass): authorClass.rawValue
            case .quarter(let quarter): quarter.text
            }
        }
    }

    /// Cohorts by quarter are followed for so many days, so that the table stays readable.
    package static let quarterLimit = 730.0
    /// Ages at which every cohort is read off, in days.
    package static let horizons = [30, 90, 180, 365]

    package let name: Name
    package let event: CohortEvent
    /// Of lines: with intervals from between commits.
    package let curve: SurvivalCurve
}

extension SurvivalCohort {
    /// Commits that have something in common.
    private struct Group: Sendable {
        let name: Name
        /// Indices of studied commits.
        let members: [Int]
        /// Days for which they are followed.
        let limit: Double
    }

    /// Cohorts of all, by class and by quarter of landing, for each event whose ages are known; empty cohorts are left out.
    ///
    /// - Parameter jobs: the number of threads.
    static func all(_ commits: [StudiedCommit], jobs: Int) -> [SurvivalCohort] {
        let reported = commits.indices.filter { commits[$0].isReported }
        let byClass = reported.grouped { commits[$0].authorClass.place }
        let byQuarter = reported.grouped { Quarter(seconds: commits[$0].landedAt).number }
        let groups =
            [Group(name: .all, members: reported, limit: .infinity)]
            + byClass.map {
                Group(name: .authorClass(AuthorClass.allCases[$0.number]), members: $0.items, limit: .infinity)
            }
            + byQuarter.map {
                Group(name: .quarter(Quarter(number: $0.number)), members: $0.items, limit: quarterLimit)
            }
        let events = CohortEvent.allCases.filter { $0.isKnown(in: commits) }
        return Parallel.map(count: events.count * groups.count, jobs: jobs) { index in
            SurvivalCohort(events[index / groups.count], of: groups[index % groups.count], commits)
        }.compactMap { $0 }
    }

    /// nil where no member can have the event.
    private init?(_ event: CohortEvent, of group: Group, _ commits: [StudiedCommit]) {
        let curve = event == .removed ? Self.lines(of: group, commits) : Self.commits(of: group, event, commits)
        guard curve.total > 0 else { return nil }
        self.init(name: group.name, event: event, curve: curve)
    }

    private static func lines(of group: Group, _ commits: [StudiedCommit]) -> SurvivalCurve {
        var followed = FollowedClusters()
        var count = 0
        for member in group.members { count += commits[member].removals.count + 1 }
        followed.reserveCapacity(count)
        for member in group.members {
            followed.beginCluster()
            CohortEvent.eachFate(ofLinesOf: member, in: commits, limit: group.limit) {
                followed.append(units: $0, days: $1, event: $2)
            }
        }
        return SurvivalCurve(followed)
    }

    private static func commits(
        of group: Group, _ event: CohortEvent, _ commits: [StudiedCommit]
    ) -> SurvivalCurve {
        var followed = FollowedDays()
        followed.reserveCapacity(group.members.count)
        for member in group.members {
            guard let (days, isEvent) = event.followed(member, in: commits) else { continue }
            followed.append(days: min(days, group.limit), event: isEvent && days <= group.limit)
        }
        return SurvivalCurve(followed)
    }
}
