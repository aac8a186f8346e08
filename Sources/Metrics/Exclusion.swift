import Git
import Intent
import LineHistory

/// A path whose lines count in no measure of churn, operations or survival, and why.
package struct Exclusion: Hashable, Sendable {
    /// What told.
    package enum Rule: String, Sendable {
        /// The names of the path.
        case name
        /// `linguist-generated` or `linguist-vendored` in a `.gitattributes` of the analysed revision.
        case attribute
        /// A comment near the top that names a generator.
        case marker
        /// The content itself.
        case content
    }

    package let reason: PathExclusion
    package let rule: Rule

    package init(_ reason: PathExclusion, by rule: Rule) {
        self.reason = reason
        self.rule = rule
    }
}

/// One excluded path, with what it would have added to the numbers.
package struct ExclusionResult: Sendable {
    package let path: UInt32
    package let exclusion: Exclusion
    /// Commits that changed the path, merges only where they made lines of their own.
    package let commits: Int
    /// Lines of these commits' diffs, merges left out.
    package let added: Int
    package let deleted: Int
    /// Lines at the analysed revision.
    package let standing: Int

    /// By path, in the order of their bytes.
    static func all(_ facts: AuditFacts) -> [ExclusionResult] {
        var sums: [UInt32: (commits: Int, added: Int, deleted: Int)] = [:]
        var isExcluded = [Bool](repeating: false, count: facts.lines.paths.count)
        for path in facts.exclusions.keys { isExcluded[Int(path)] = true }
        for (number, version) in facts.lines.versions.enumerated() where isExcluded[Int(version.path)] {
            let changed =
                facts.history.isMerge(Int(version.commit))
                ? (added: 0, deleted: 0) : facts.lines.numstat(of: VersionNumber(number))
            let sum = sums[version.path] ?? (0, 0, 0)
            sums[version.path] = (sum.commits + 1, sum.added + changed.added, sum.deleted + changed.deleted)
        }
        let standing = Dictionary(
            uniqueKeysWithValues: facts.lines.tip.map { file in
                (file.path, file.runs.reduce(0) { $0 + Int($1.count) })
            })
        return facts.exclusions
            .filter { facts.lines.isCounted(path: $0.key) }
            .sorted { facts.lines.paths[$0.key].lexicographicallyPrecedes(facts.lines.paths[$1.key]) }
            .map { path, exclusion in
                let sum = sums[path] ?? (0, 0, 0)
                return ExclusionResult(
                    path: path, exclusion: exclusion, commits: sum.commits, added: sum.added, deleted: sum.deleted,
                    standing: standing[path] ?? 0)
            }
    }
}
