import Attribution
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
    /// Cohorts of all, by class and by quarter of landing, for each event whose ages are known; empty cohorts are left out.
    static func all(_ commits: [StudiedCommit]) -> [SurvivalCohort] {
        let reported = commits.filter(\.isReported)
        let byClass = Dictionary(grouping: reported, by: \.authorClass)
        let byQuarter = Dictionary(grouping: reported, by: \.quarter)
        var cohorts: [SurvivalCohort] = []
        for event in CohortEvent.allCases where event.isKnown(in: reported) {
            cohorts.add(.all, event, reported)
            for authorClass in AuthorClass.allCases {
                cohorts.add(.authorClass(authorClass), event, byClass[authorClass] ?? [])
            }
            for quarter in byQuarter.keys.sorted() {
                cohorts.add(.quarter(quarter), event, byQuarter[quarter] ?? [], limit: quarterLimit)
            }
        }
        return cohorts
    }
}

extension [SurvivalCohort] {
    fileprivate mutating func add(
        _ name: SurvivalCohort.Name, _ event: CohortEvent, _ commits: [StudiedCommit], limit: Double = .infinity
    ) {
        var observations: [SurvivalObservation] = []
        for commit in commits { event.addObservations(of: commit, limit: limit, to: &observations) }
        guard !observations.isEmpty else { return }
        append(
            SurvivalCohort(
                name: name, event: event, curve: SurvivalCurve(observations, clustered: event == .removed)))
    }
}
