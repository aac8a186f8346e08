/// The rules of the table that no phrase meets, but the form of a message.
enum FixForm: String, CaseIterable {
    /// A subject that repairs prose or layout.
    case cosmeticFix = "form.cosmetic-fix"
    /// A merge whose branch or title says fix or bug.
    case mergeOfFix = "form.merge-of-fix"
    case conventionalFix = "form.conventional-fix"
    case conventionalOther = "form.conventional-other"
    /// `[FIX]`, `BUG/MINOR:` and their kind before the sentence.
    case fixTag = "form.fix-tag"
    case merge = "form.merge"
    case revert = "form.revert"
    case reland = "form.reland"
    /// `name 1.2.3` and little else.
    case versionSubject = "form.version-subject"
    /// A new version of something that the project depends on.
    case dependencyUpdate = "form.dependency-update"
    case declaresFixed = "form.declares-fixed"
    case declaresIntroduced = "form.declares-introduced"
    case fixesIssue = "form.fixes-issue"
    case closesIssue = "form.closes-issue"
    /// A number of a bug tracker.
    case namesBug = "form.names-bug"
    /// Another issue key.
    case namesKey = "form.names-key"
    /// Copied to a list of stable releases.
    case stable = "trailer.stable"
    /// `Reported-by:` and its kind.
    case reported = "trailer.reported"

    /// Index in ``FixRule/all``.
    var rule: Int { Self.rules[self]! }

    private static let rules = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0, FixRule.index(of: $0.rawValue)) })
}
