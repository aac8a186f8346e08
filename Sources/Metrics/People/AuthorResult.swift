import Attribution

/// What one person's commits in scope amount to. It counts; it does not measure a person: what somebody works on decides most of it.
package struct AuthorResult: Sendable {
    /// Follow-up of ``followed`` and ``inducingWithin``, in days: that of the primary endpoint.
    package static let horizonDays = Endpoint.bugInducing.declaredHorizon

    /// A commit of the person: its author, after the mailmap, is the person's name.
    package let example: Int
    package private(set) var commits: [AuthorClass: Int] = [:]
    package private(set) var merges = 0
    /// As in commits.csv.
    package private(set) var added = 0
    package private(set) var deleted = 0
    /// Lines that stand at the analysed revision, whenever they landed.
    package private(set) var standing = 0
    /// Of the headline window.
    package private(set) var churn = LineChurn()
    package private(set) var fixes = 0
    /// Commits that a fix points to.
    package private(set) var inducing = 0
    /// Commits that can be compared and were followed for ``horizonDays``.
    package private(set) var followed = 0
    /// Of these, found to be bug-inducing within that time.
    package private(set) var inducingWithin = 0
    /// Landings, seconds since 1970, UTC.
    package private(set) var firstLandedAt: Int64
    package private(set) var lastLandedAt: Int64

    /// Those with a commit in scope, by first landing.
    package static func all(_ results: AuditResults) -> [AuthorResult] {
        let facts = results.facts
        var rows: [UInt32: AuthorResult] = [:]
        let studied = Dictionary(uniqueKeysWithValues: results.evidence.commits.map { ($0.position, $0) })
        let fixes = Set(facts.defects.fixes.lazy.filter(\.isFix).map(\.commit))
        for commit in results.reported {
            let landed = facts.landedAt[commit]
            var row = rows[facts.people[commit]] ?? AuthorResult(example: commit, landedAt: landed)
            row.commits[facts.authorClass(commit), default: 0] += 1
            row.merges += facts.history.isMerge(commit) ? 1 : 0
            row.added += facts.lines.counts[commit].added
            row.deleted += facts.lines.counts[commit].deleted
            row.fixes += fixes.contains(commit) ? 1 : 0
            row.inducing += facts.defects.outcomes[commit] == nil ? 0 : 1
            row.firstLandedAt = min(row.firstLandedAt, landed)
            row.lastLandedAt = max(row.lastLandedAt, landed)
            if let commit = studied[commit] { row.add(commit) }
            rows[facts.people[commit]] = row
        }
        for file in facts.lines.tip {
            for run in file.runs {
                rows[facts.people[facts.lines.commit(of: run.version)]]?.standing += Int(run.count)
            }
        }
        return rows.values.sorted { ($0.firstLandedAt, $0.example) < ($1.firstLandedAt, $1.example) }
    }

    private init(example: Int, landedAt: Int64) {
        self.example = example
        firstLandedAt = landedAt
        lastLandedAt = landedAt
    }

    private mutating func add(_ commit: StudiedCommit) {
        churn.added += commit.churn.added
        churn.addedMature += commit.churn.addedMature
        churn.deletedWithin += commit.churn.deletedWithin
        guard commit.isChange, commit.isMature(Self.horizonDays) else { return }
        followed += 1
        if let days = commit.outcome?.firstFixDays, days <= Double(Self.horizonDays) { inducingWithin += 1 }
    }
}
