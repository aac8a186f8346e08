import Git
import LineHistory

/// Joins fixes to chains.
struct ChainReader {
    private let commits: DefectHistory.Commits
    private let fixes: Set<CommitPosition>
    private let undoings: [CommitPosition: Revert]

    /// A repair of one's own fix within this many days is the same piece of work.
    private static let followUpDays = 1.0

    init(commits: DefectHistory.Commits, fixes: [CommitPosition], reverts: [Revert]) {
        self.commits = commits
        self.fixes = Set(fixes)
        let isFix = Set(fixes)
        undoings = Dictionary(
            uniqueKeysWithValues: reverts.filter { !$0.isReland && isFix.contains($0.target) }.map { ($0.commit, $0) })
    }

    /// The edges that links and reverts make, ascending by the later commit.
    func edges(_ links: [InducingLink]) -> [ChainEdge] {
        var result: [ChainEdge] = undoings.values.map { revert in
            edge(
                .revertOfFix, revert.commit, revert.target, isDeclared: revert.evidence != .inverse,
                confidence: revert.confidence)
        }
        for link in links where link.counts && undoings[link.fix]?.target != link.inducer {
            guard fixes.contains(link.fix), fixes.contains(link.inducer) || undoings[link.inducer] != nil else {
                continue
            }
            let isGiven = link.isLabelled || link.isDeclared
            guard isGiven || link.inference?.holdsWithoutAge ?? false else { continue }
            result.append(
                edge(
                    .fixOfFix, link.fix, link.inducer, isDeclared: isGiven,
                    confidence: isGiven ? link.confidence : link.inference?.chainConfidence ?? 0))
        }
        return result.sorted { ($0.later, $0.earlier) < ($1.later, $1.earlier) }
    }

    /// The chains of a forest.
    ///
    /// - Parameter links: by fix.
    func chains(of forest: FixForest, _ links: [InducingLink], _ lines: LineHistory) -> [FixChain] {
        func cause(of fix: CommitPosition) -> CommitPosition? {
            var cause: (confidence: Double, inducer: CommitPosition)?
            var index = links.firstIndexSorted { $0.fix >= fix }
            while index < links.count, links[index].fix == fix {
                let other = (confidence: links[index].confidence, inducer: links[index].inducer)
                if links[index].counts, cause.map({ $0 < other }) ?? true { cause = other }
                index += 1
            }
            return cause?.inducer
        }
        return forest.paths.map { members in
            FixChain(
                members: members, edges: members.dropFirst().map { forest.parents[$0]! },
                firstCause: cause(of: members[0]),
                depth: members.count(where: fixes.contains),
                spanDays: days(from: members[0], to: members[members.count - 1]),
                paths: Self.commonPaths(members, lines))
        }
    }

    private static func commonPaths(_ members: [CommitPosition], _ lines: LineHistory) -> [UInt32] {
        let paths = members.map { member in Set(lines.versions(of: member).map { lines.versions[Int($0)].path }) }
        return zip(paths, paths.dropFirst()).reduce(into: Set<UInt32>()) { $0.formUnion($1.0.intersection($1.1)) }
            .sorted()
    }

    private func edge(
        _ kind: ChainEdge.Kind, _ later: CommitPosition, _ earlier: CommitPosition, isDeclared: Bool, confidence: Double
    ) -> ChainEdge {
        let days = days(from: earlier, to: later)
        return ChainEdge(
            kind: kind, later: later, earlier: earlier, isDeclared: isDeclared, confidence: confidence, days: days,
            isFollowUp: commits.authors[later] == commits.authors[earlier] && days <= Self.followUpDays)
    }

    private func days(from earlier: CommitPosition, to later: CommitPosition) -> Double {
        Double(max(0, commits.landedAt[later] - commits.landedAt[earlier])) / 86_400
    }
}
