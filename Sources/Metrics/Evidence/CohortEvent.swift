import Statistics

/// An event by which survival is measured.
package enum CohortEvent: String, CaseIterable, Sendable {
    /// Of a line: it was removed or changed.
    case removed
    /// Of a commit: another commit removed or changed one of its lines.
    case revision
    /// Of a commit: a fix with an inducing link to it landed.
    case firstFix = "first_fix"
    /// Of a commit: it was reverted.
    case revert
    /// Of a fix: it was itself fixed again or reverted.
    case reintroduction

    /// What is followed: `line` or `commit`.
    package var unit: String { self == .removed ? "line" : "commit" }

    /// Whether ages of the event are known.
    func isKnown(in commits: [StudiedCommit]) -> Bool {
        switch self {
        case .removed, .revision: true
        case .firstFix, .revert, .reintroduction: commits.contains { $0.outcome != nil }
        }
    }

    /// A commit's observations: none where it cannot have the event.
    ///
    /// - Parameter index: of the commit, among others: handed over by itself it would be copied.
    func observations(of index: Int, in commits: [StudiedCommit]) -> [SurvivalObservation] {
        let cluster = commits[index].position
        if self == .removed {
            var observations: [SurvivalObservation] = []
            Self.eachFate(ofLinesOf: index, in: commits, limit: .infinity) { lines, days, isEvent in
                observations.append(
                    SurvivalObservation(time: days, event: isEvent, weight: Double(lines), cluster: cluster))
            }
            return observations
        }
        guard let (days, isEvent) = followed(index, in: commits) else { return [] }
        return [SurvivalObservation(time: days, event: isEvent, cluster: cluster)]
    }

    /// For how many days, a begun one counted whole, a commit was seen without an event that befalls commits, and whether it had the
    /// event then; nil where it cannot have it.
    func followed(_ index: Int, in commits: [StudiedCommit]) -> (days: Double, isEvent: Bool)? {
        let days: Double?
        switch self {
        case .removed: return nil
        case .revision:
            guard commits[index].lines > 0 else { return nil }
            days = commits[index].revisedDays.map(Double.init)
        case .firstFix:
            guard let outcome = commits[index].outcome, commits[index].isChange else { return nil }
            days = outcome.firstFixDays
        case .revert:
            guard let outcome = commits[index].outcome, commits[index].isChange else { return nil }
            days = outcome.revertDays
        case .reintroduction:
            guard let outcome = commits[index].outcome, commits[index].isChange, outcome.isFix else { return nil }
            days = outcome.reintroducedDays
        }
        // Clocks may run backwards between a commit and what followed it.
        let end = days.map { max(0, $0.rounded(.up)) } ?? StudiedCommit.days(ofFollowUp: commits[index].followUp)
        return (end, days != nil)
    }

    /// Calls `body` for the lines of a commit: how many were seen for how many days, a begun one counted whole, and whether they were
    /// removed then.
    ///
    /// - Parameters:
    ///   - index: of the commit, among others.
    ///   - limit: follow-up ends at this age, in days.
    static func eachFate(
        ofLinesOf index: Int, in commits: [StudiedCommit], limit: Double,
        _ body: (_ lines: Int, _ days: Double, _ isEvent: Bool) -> Void
    ) {
        let removals = commits[index].removals
        var standing = commits[index].lines
        for removal in removals where Double(removal.days) <= limit {
            standing -= removal.lines
            body(removal.lines, Double(removal.days), true)
        }
        if standing > 0 {
            // Lines removed beyond the limit were still standing there.
            let isCut = removals.contains { Double($0.days) > limit }
            let end = StudiedCommit.days(ofFollowUp: commits[index].followUp)
            body(standing, isCut ? limit : min(end, limit), false)
        }
    }
}
