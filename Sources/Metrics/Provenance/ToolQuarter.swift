import Attribution

/// What one tool with one model did in one quarter, or in the whole time.
///
/// A commit that names two tools counts for both, so that rows do not add up to commits.
package struct ToolQuarter: Sendable {
    package let use: ToolUse
    /// Of landing; `nil` for the whole time.
    package let quarter: Quarter?
    package private(set) var commits = 0
    /// Lines that the commits add, renames seen through.
    package private(set) var added = 0
    /// Of the commits, those of each class.
    package private(set) var classes: [AuthorClass: Int] = [:]
    /// Of the commits, those that a tool reviewed only.
    package private(set) var reviewedOnly = 0

    /// By tool, then by model, then by quarter, the whole time last.
    static func all(in commits: [Int], of facts: AuditFacts) -> [ToolQuarter] {
        var rows: [Key: ToolQuarter] = [:]
        for commit in commits {
            let quarter = Quarter(seconds: facts.landedAt[commit])
            for use in facts.commits[commit].attribution.toolUses {
                for key in [Key(use: use, quarter: quarter), Key(use: use, quarter: nil)] {
                    rows[key, default: ToolQuarter(use: use, quarter: key.quarter)].add(commit, of: facts)
                }
            }
        }
        return rows.values.sorted {
            if $0.use != $1.use { return $0.use < $1.use }
            guard let one = $0.quarter, let other = $1.quarter else { return $0.quarter != nil }
            return one < other
        }
    }

    private struct Key: Hashable {
        let use: ToolUse
        let quarter: Quarter?
    }

    private init(use: ToolUse, quarter: Quarter?) {
        self.use = use
        self.quarter = quarter
    }

    private mutating func add(_ commit: Int, of facts: AuditFacts) {
        let verdict = facts.commits[commit].attribution
        commits += 1
        added += facts.lines.counts[commit].added
        classes[verdict.authorClass, default: 0] += 1
        if verdict.authorClass == .human, verdict.isAIReviewed { reviewedOnly += 1 }
    }
}
