import Intent

/// A file of what ships, or of its build, that keeps having to be fixed. Tests change with every fix, which is as it should be.
///
/// Files that were often fixed of late are those that will need it again: ranking by recent fixes finds as much as elaborate
/// predictors do (F. Rahman, D. Posnett, A. Hindle, E. Barr, P. Devanbu, "BugCache for inspections: hit or miss?", FSE 2011).
package struct HotFile: Sendable {
    /// By number.
    package let path: UInt32
    /// Fixes of the last year that changed it.
    package let fixes: Int
    /// The newest of them.
    package let lastFix: Int
    /// Commits of the last year that changed it and needed one of these or another fix.
    package let inducing: Int

    /// Fixes that count are this young, in days.
    package static let days = 365
    /// Fewer fixes make no file hot.
    package static let leastFixes = 3
    /// A hot file is among this share of the files that stand.
    package static let share = 0.1
    /// So many are named.
    package static let most = 50

    /// Hottest first; files with equally many fixes by path.
    ///
    /// - Parameter excluded: commits by position that are left out, such as those that are to be judged.
    package static func all(_ facts: AuditFacts, without excluded: Set<Int> = []) -> [HotFile] {
        let since = facts.dataHorizon - Int64(days) * DayCount.seconds
        func isRecent(_ commit: Int) -> Bool { facts.landedAt[commit] >= since && !excluded.contains(commit) }
        var fixes: [UInt32: (count: Int, last: Int)] = [:]
        for fix in facts.defects.fixes where fix.isFix && isRecent(fix.commit) {
            for version in facts.lines.versions(of: fix.commit) {
                let path = facts.lines.versions[Int(version)].path
                fixes[path] = ((fixes[path]?.count ?? 0) + 1, fix.commit)
            }
        }
        var inducing: [UInt32: Int] = [:]
        for commit in facts.defects.outcomes.keys where isRecent(commit) {
            for version in facts.lines.versions(of: commit) {
                inducing[facts.lines.versions[Int(version)].path, default: 0] += 1
            }
        }
        let standing = facts.lines.tip.filter { file in
            guard file.content == .text, facts.isCounted(path: file.path) else { return false }
            let kind = PathKind(path: String(decoding: facts.lines.paths[file.path], as: UTF8.self))
            return kind == .production || kind == .build
        }
        let counted = standing.compactMap { file in fixes[file.path].map { (file.path, $0) } }
        let place = Int((Double(standing.count) * share).rounded(.up))
        let ranked = counted.map(\.1.count).sorted(by: >)
        let least = max(leastFixes, place > 0 && place <= ranked.count ? ranked[place - 1] : 0)
        return counted.filter { $0.1.count >= least }
            .sorted { ($1.1.count, $0.0) < ($0.1.count, $1.0) }
            .prefix(most).map { path, own in
                HotFile(path: path, fixes: own.count, lastFix: own.last, inducing: inducing[path] ?? 0)
            }
    }
}
