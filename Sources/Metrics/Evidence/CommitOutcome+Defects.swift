import Defects

extension CommitOutcome {
    /// How each commit fared, by position.
    static func all(_ facts: AuditFacts) -> [CommitOutcome] {
        var outcomes = [CommitOutcome](repeating: CommitOutcome(), count: facts.history.count)
        for (commit, induced) in facts.defects.outcomes { outcomes[commit].firstFixDays = induced.days }
        for link in facts.defects.links where link.counts && link.days <= 90 {
            outcomes[link.inducer].fixesIn90Days += 1
        }
        for revert in facts.defects.reverts where !revert.isReland {
            outcomes[revert.target].revertDays = min(outcomes[revert.target].revertDays ?? .infinity, revert.days)
        }
        for fix in facts.defects.fixes where fix.isFix { outcomes[fix.commit].isFix = true }
        for (commit, edge) in facts.defects.refixes { outcomes[commit].reintroducedDays = edge.days }
        return outcomes
    }
}
