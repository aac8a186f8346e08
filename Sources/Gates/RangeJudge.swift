import Git
import LineHistory
import Metrics

/// What the commits of a range do that a reviewer should know of.
package enum RangeFinding: Sendable {
    /// - Parameters:
    ///   - touched: hot files that the commits change.
    ///   - hot: all hot files.
    case hotFiles(touched: [HotFile], hot: Int)
    /// Lines of others that the commits remove or change, and those younger than 14 days.
    case youngLines(young: Int, removed: Int)
    /// Of the commits with an AI mark, those that nobody else looked at.
    case unreviewedAI(unreviewed: [Int], marked: Int)
    /// Blocks that stood elsewhere already, lines in them, and the commits that added them.
    case duplicateBlocks(blocks: Int, lines: Int, commits: [Int])
    /// There is nothing to judge.
    ///
    /// - Parameter range: as the user wrote it.
    case noCommits(range: String)
}

/// Judges the commits of a range, and nothing else.
package struct RangeJudge {
    private let results: AuditResults
    private let range: CommitRange
    private let rules: RangeRules

    package init(_ results: AuditResults, range: CommitRange, rules: RangeRules) {
        self.results = results
        self.range = range
        self.rules = rules
    }

    /// - Throws: ``GitError`` where a pathspec cannot be read.
    package func report() throws(GitError) -> GateReport {
        if range.commits.isEmpty { return GateReport(results: unanswered, range: range) }
        var answers: [GateResult] = []
        if let rule = rules.hotFiles { answers.append(hotFiles(rule, try part(of: rule))) }
        if let rule = rules.youngLines { answers.append(youngLines(rule, try part(of: rule))) }
        if let rule = rules.unreviewedAI { answers.append(unreviewedAI(rule, try part(of: rule))) }
        if let rule = rules.duplicateBlocks { answers.append(try duplicateBlocks(rule, part(of: rule))) }
        return GateReport(results: answers, range: range)
    }

    /// The answers about no commits at all: what is asked of nobody has not passed.
    private var unanswered: [GateResult] {
        [
            (Name.hotFiles, rules.hotFiles, "files"), (Name.youngLines, rules.youngLines, "lines"),
            (Name.unreviewedAI, rules.unreviewedAI, "commits"),
            (Name.duplicateBlocks, rules.duplicateBlocks, "commits"),
        ].compactMap { name, rule, unit in
            rule.map {
                result(name, $0, .insufficient, value: nil, sample: 0, unit: unit, .noCommits(range: range.text))
            }
        }
    }

    /// What the answers are called.
    private enum Name {
        static let hotFiles = "range.hot_files"
        static let youngLines = "range.young_lines"
        static let unreviewedAI = "range.unreviewed_ai"
        static let duplicateBlocks = "range.duplicate_blocks"
    }

    /// The commits that a rule asks about: of its class, and such as change its paths.
    private struct Part {
        let commits: [Int]
        /// By path number; `nil` for all.
        let paths: [Bool]?

        func contains(path: UInt32) -> Bool { paths?[Int(path)] ?? true }
    }

    private func part(of rule: RangeRules.Rule) throws(GitError) -> Part {
        let paths = try results.chosenPaths(rule.pathspec)
        let commits = range.commits.filter { commit in
            guard rule.selection.contains(results.facts.authorClass(commit)) else { return false }
            return paths.map { paths in changedPaths(of: commit).contains { paths[Int($0)] } } ?? true
        }
        return Part(commits: commits, paths: paths)
    }

    private func changedPaths(of commit: Int) -> [UInt32] {
        let lines = results.facts.lines
        return lines.versions(of: commit).map { lines.versions[Int($0)].path }
    }

    /// Which files are hot was settled before the range.
    private func hotFiles(_ rule: RangeRules.Rule, _ part: Part) -> GateResult {
        let hot = HotFile.all(results.facts, without: Set(range.commits)).filter { part.contains(path: $0.path) }
        let changed = Set(part.commits.flatMap(changedPaths)).filter(part.contains)
        let touched = hot.filter { changed.contains($0.path) }
        return result(
            Name.hotFiles, rule, touched.count <= Int(rule.most) ? .pass : .fail, value: Double(touched.count),
            sample: changed.count, unit: "files", .hotFiles(touched: touched, hot: hot.count))
    }

    private func youngLines(_ rule: RangeRules.Rule, _ part: Part) -> GateResult {
        let facts = results.facts
        let (own, killers) = (Set(range.commits), Set(part.commits))
        var young = 0
        var removed = 0
        for death in facts.lives.deaths {
            let killer = facts.lines.commit(of: death.by)
            let writer = facts.lines.commit(of: death.run.version)
            guard killers.contains(killer), !own.contains(writer), facts.isCounted(death.run),
                part.contains(path: facts.lines.versions[Int(death.by)].path)
            else { continue }
            let count = facts.lives.meaningfulCount(of: death.run)
            removed += count
            if facts.landedAt[killer] - facts.landedAt[writer] <= Int64(Churn.headlineWindow) * 86_400 {
                young += count
            }
        }
        let share = removed > 0 ? Double(young) / Double(removed) : nil
        var status = GateStatus.insufficient
        if let share, removed >= RangeRules.leastLines { status = share > rule.most ? .fail : .pass }
        return result(
            Name.youngLines, rule, status, value: share, sample: removed, unit: "lines",
            .youngLines(young: young, removed: removed))
    }

    private func unreviewedAI(_ rule: RangeRules.Rule, _ part: Part) -> GateResult {
        let marked = part.commits.filter { results.facts.authorClass($0).isAI }
        let unreviewed = marked.filter { results.reviews.standings[$0] != .reviewed }
        return result(
            Name.unreviewedAI, rule, unreviewed.count <= Int(rule.most) ? .pass : .fail,
            value: Double(unreviewed.count), sample: part.commits.count, unit: "commits",
            .unreviewedAI(unreviewed: unreviewed, marked: marked.count))
    }

    private func duplicateBlocks(_ rule: RangeRules.Rule, _ part: Part) throws(GitError) -> GateResult {
        let duplicates = try results.duplicates(in: rule.pathspec)
        let copying = part.commits.filter { duplicates[$0].blocks > 0 }
        let blocks = copying.reduce(0) { $0 + duplicates[$1].blocks }
        return result(
            Name.duplicateBlocks, rule, blocks <= Int(rule.most) ? .pass : .fail, value: Double(blocks),
            sample: part.commits.count, unit: "commits",
            .duplicateBlocks(
                blocks: blocks, lines: copying.reduce(0) { $0 + duplicates[$1].lines }, commits: copying))
    }

    private func result(
        _ name: String, _ rule: RangeRules.Rule, _ status: GateStatus, value: Double?, sample: Int, unit: String,
        _ finding: RangeFinding
    ) -> GateResult {
        GateResult(
            name: name, status: status, value: value, limit: rule.most, sample: sample, unit: unit,
            selection: rule.selection, paths: rule.paths, ruleAction: rule.action,
            isRequired: rule.isRequired, evidence: .range(finding))
    }
}

extension RangeRules.Rule {
    fileprivate var pathspec: Pathspec? { Pathspec(choosing: paths) }
}
