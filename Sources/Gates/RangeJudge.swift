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
    /// No file of the history has a path that is asked about.
    case unmatchedPaths
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
        var answers: [GateResult] = []
        for (question, rule) in questions { answers.append(try answer(question, rule)) }
        return GateReport(results: answers, range: range)
    }

    /// What is asked, by the names of the answers.
    private enum Question: String {
        case hotFiles = "range.hot_files"
        case youngLines = "range.young_lines"
        case unreviewedAI = "range.unreviewed_ai"
        case duplicateBlocks = "range.duplicate_blocks"

        /// What its sample counts.
        var unit: String {
            switch self {
            case .hotFiles: "files"
            case .youngLines: "lines"
            case .unreviewedAI, .duplicateBlocks: "commits"
            }
        }
    }

    private var questions: [(Question, RangeRules.Rule)] {
        [
            (Question.hotFiles, rules.hotFiles), (.youngLines, rules.youngLines), (.unreviewedAI, rules.unreviewedAI),
            (.duplicateBlocks, rules.duplicateBlocks),
        ].compactMap { question, rule in rule.map { (question, $0) } }
    }

    /// What is asked of nobody, or about a path that is misspelt, has not passed.
    private func answer(_ question: Question, _ rule: RangeRules.Rule) throws(GitError) -> GateResult {
        if range.commits.isEmpty {
            return result(question, rule, .insufficient, value: nil, sample: 0, .noCommits(range: range.text))
        }
        let part = try part(of: rule)
        if let paths = part.paths, !paths.contains(true) {
            return result(question, rule, .insufficient, value: nil, sample: 0, .unmatchedPaths)
        }
        switch question {
        case .hotFiles: return hotFiles(rule, part)
        case .youngLines: return youngLines(rule, part)
        case .unreviewedAI: return unreviewedAI(rule, part)
        case .duplicateBlocks: return try duplicateBlocks(rule, part)
        }
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
            .hotFiles, rule, touched.count <= Int(rule.most) ? .pass : .fail, value: Double(touched.count),
            sample: changed.count, .hotFiles(touched: touched, hot: hot.count))
    }

    private func youngLines(_ rule: RangeRules.Rule, _ part: Part) -> GateResult {
        let facts = results.facts
        let (own, removers) = (Set(range.commits), Set(part.commits))
        var young = 0
        var removed = 0
        for loss in facts.lives.losses {
            let (writer, remover) = (facts.lines.commit(of: loss.version), facts.lines.commit(of: loss.by))
            guard removers.contains(remover), !own.contains(writer), facts.isCounted(loss.version),
                part.contains(path: facts.lines.versions[Int(loss.by)].path)
            else { continue }
            let count = Int(loss.meaningfulCount)
            removed += count
            if facts.landedAt[remover] - facts.landedAt[writer] <= Int64(Churn.headlineWindow) * 86_400 {
                young += count
            }
        }
        let share = removed > 0 ? Double(young) / Double(removed) : nil
        var status = GateStatus.insufficient
        if let share, removed >= RangeRules.leastLines { status = share > rule.most ? .fail : .pass }
        return result(
            .youngLines, rule, status, value: share, sample: removed,
            .youngLines(young: young, removed: removed))
    }

    private func unreviewedAI(_ rule: RangeRules.Rule, _ part: Part) -> GateResult {
        let marked = part.commits.filter { results.facts.authorClass($0).isAI }
        let unreviewed = marked.filter { results.reviews.standings[$0] != .reviewed }
        return result(
            .unreviewedAI, rule, unreviewed.count <= Int(rule.most) ? .pass : .fail,
            value: Double(unreviewed.count), sample: part.commits.count,
            .unreviewedAI(unreviewed: unreviewed, marked: marked.count))
    }

    private func duplicateBlocks(_ rule: RangeRules.Rule, _ part: Part) throws(GitError) -> GateResult {
        let duplicates = try results.duplicates(in: rule.pathspec)
        let copying = part.commits.filter { duplicates[$0].blocks > 0 }
        let blocks = copying.reduce(0) { $0 + duplicates[$1].blocks }
        return result(
            .duplicateBlocks, rule, blocks <= Int(rule.most) ? .pass : .fail, value: Double(blocks),
            sample: part.commits.count,
            .duplicateBlocks(
                blocks: blocks, lines: copying.reduce(0) { $0 + duplicates[$1].lines }, commits: copying))
    }

    private func result(
        _ question: Question, _ rule: RangeRules.Rule, _ status: GateStatus, value: Double?, sample: Int,
        _ finding: RangeFinding
    ) -> GateResult {
        GateResult(
            name: question.rawValue, status: status, value: value, limit: rule.most, sample: sample,
            unit: question.unit,
            selection: rule.selection, paths: rule.paths, ruleAction: rule.action,
            isRequired: rule.isRequired, evidence: .range(finding))
    }
}

extension RangeRules.Rule {
    fileprivate var pathspec: Pathspec? { Pathspec(choosing: paths) }
}
