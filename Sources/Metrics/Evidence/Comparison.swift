import Statistics

/// AI against human on one endpoint at one age.
package struct Comparison: Sendable {
    package let endpoint: Endpoint
    package let horizonDays: Int
    package let compared: ComparedClass
    package let ai: ComparedGroup
    package let human: ComparedGroup
    /// AI − human; of line survival the difference of the standing shares.
    package let difference: Effect?
    /// AI ÷ human.
    package let ratio: Effect?
    /// Of the log-rank test on events up to the horizon; of lines its clustered form.
    package let pValue: Double?
    /// After Holm's correction over the declared endpoints of the same classes; `nil` for further horizons.
    package internal(set) var adjustedP: Double?
    /// The least difference, upwards, that data of this size would have shown with 80 % power.
    package let smallestDetectable: Double?
    /// Within size bin × file kind × quarter of landing.
    package let stratified: StratifiedContrast
    /// Within one person's commits.
    package let withinAuthor: StratifiedContrast
    /// `nil` for further horizons.
    package internal(set) var verdict: Verdict?

    package var role: Endpoint.Role { endpoint.role(at: horizonDays) }

    /// Mature commits that each class would need for a verdict, at its own rate so far; `nil` where it has enough, or
    /// where no rate can be told.
    package var needed: (ai: Int?, human: Int?) { (ai.neededForVerdict, human.neededForVerdict) }
}

/// One class in a comparison.
package struct ComparedGroup: Sendable {
    /// Commits.
    package let commits: Int
    /// Commits followed for at least the horizon.
    package let mature: Int
    /// Commits with the event by the horizon; of lines, commits that lost a line.
    package let events: Int
    /// Mature commits with the event by the horizon; `nil` where lines are the units.
    package let matureEvents: Int?
    /// Meaningful lines, where lines are the units.
    package let lines: Int?
    /// Kaplan–Meier at the horizon: the share with the event, of line survival without it.
    package let estimate: Double?
    package let interval: Interval?
    package let standardError: Double?

    /// Commits needed for 50 mature ones and 20 events; `nil` where both are there, or no rate can be told.
    package var neededForVerdict: Int? {
        if mature >= Verdict.leastMature && events >= Verdict.leastEvents { return nil }
        // Their rate is that of the mature ones, where it is known which of them had the event.
        let cases = matureEvents ?? events
        guard mature > 0, cases > 0 else { return nil }
        let forEvents = (Double(Verdict.leastEvents * mature) / Double(cases)).rounded(.up)
        return max(Verdict.leastMature, Int(forEvents))
    }
}

/// AI against human within strata, from mature commits.
package struct StratifiedContrast: Sendable {
    package let difference: Effect?
    package let ratio: Effect?
    package let pValue: Double?
    /// Strata that hold both classes.
    package let sharedStrata: Int
    /// Share of the mature units in such strata; `nil` without units.
    package let coverage: Double?
    /// The strata's sums, for a comparison over several repositories; `nil` where lines are the units.
    let strata: MantelHaenszel?
}

/// The ratio that a share of hidden AI commits would make.
package struct Sensitivity: Sendable {
    package let endpoint: Endpoint
    package let horizonDays: Int
    /// Of the unmarked commits after the repository's first AI mark, the share taken as AI's.
    package let hiddenShare: Double
    package let assumption: HiddenShare.Assumption
    /// AI ÷ human; `nil` where the assumption contradicts the data.
    package let ratio: Effect?
}
