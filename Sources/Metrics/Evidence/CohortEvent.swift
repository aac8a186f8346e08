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
    /// - Parameter limit: follow-up ends at this age, in days.
    func observations(of commit: StudiedCommit, limit: Double = .infinity) -> [SurvivalObservation] {
        var observations: [SurvivalObservation] = []
        addObservations(of: commit, limit: limit, to: &observations)
        return observations
    }

    /// Appends what ``observations(of:limit:)`` says.
    func addObservations(
        of commit: StudiedCommit, limit: Double, to observations: inout [SurvivalObservation]
    ) {
        switch self {
        case .removed:
            addLines(of: commit, limit: limit, to: &observations)
        case .revision:
            guard commit.lines > 0 else { return }
            observations.append(one(commit, event: commit.revisedDays.map(Double.init), limit))
        case .firstFix:
            guard let outcome = commit.outcome, commit.isChange else { return }
            observations.append(one(commit, event: outcome.firstFixDays, limit))
        case .revert:
            guard let outcome = commit.outcome, commit.isChange else { return }
            observations.append(one(commit, event: outcome.revertDays, limit))
        case .reintroduction:
            guard let outcome = commit.outcome, commit.isChange, outcome.isFix else { return }
            observations.append(one(commit, event: outcome.reintroducedDays, limit))
        }
    }

    private func one(_ commit: StudiedCommit, event: Double?, _ limit: Double) -> SurvivalObservation {
        // Clocks may run backwards between a commit and what followed it.
        let end = event.map { max(0, $0.rounded(.up)) } ?? commit.followUpDays
        return SurvivalObservation(
            time: min(end, limit), event: event != nil && end <= limit, cluster: commit.position)
    }

    private func addLines(
        of commit: StudiedCommit, limit: Double, to observations: inout [SurvivalObservation]
    ) {
        var standing = commit.lines
        for removal in commit.removals where Double(removal.days) <= limit {
            standing -= removal.lines
            observations.append(
                SurvivalObservation(
                    time: Double(removal.days), event: true, weight: Double(removal.lines), cluster: commit.position))
        }
        if standing > 0 {
            // Lines removed beyond the limit were still standing there.
            let end = commit.removals.contains { Double($0.days) > limit } ? limit : min(commit.followUpDays, limit)
            observations.append(
                SurvivalObservation(time: end, event: false, weight: Double(standing), cluster: commit.position))
        }
    }
}
