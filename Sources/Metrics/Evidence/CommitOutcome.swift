/// How one commit fared after it landed. Ages are days from its landing; `nil` = not seen by the data horizon.
package struct CommitOutcome: Hashable, Sendable {
    /// Until the first fix with an inducing link to the commit landed.
    package var firstFixDays: Double?
    /// Fixes with an inducing link to the commit that landed within 90 days.
    package var fixesIn90Days: Int
    /// Until the first revert of the commit landed.
    package var revertDays: Double?
    /// Whether the commit is a fix, and so can be a fix that did not hold.
    package var isFix: Bool
    /// Of a fix: until it was itself the target of `fix_of_fix` or `revert_of_fix`.
    package var reintroducedDays: Double?

    package init(
        firstFixDays: Double? = nil, fixesIn90Days: Int = 0, revertDays: Double? = nil, isFix: Bool = false,
        reintroducedDays: Double? = nil
    ) {
        self.firstFixDays = firstFixDays
        self.fixesIn90Days = fixesIn90Days
        self.revertDays = revertDays
        self.isFix = isFix
        self.reintroducedDays = reintroducedDays
    }
}
