import Git
import Intent
import LineHistory

/// The commits of a scan as units of comparison.
struct StudiedCommits {
    /// By position: commits in scope, and older ones whose lines were removed in it.
    let commits: [StudiedCommit]
    let revisedAges: RevisedAges
    /// When the first commit with an AI mark landed, in scope or not.
    let firstMarkAt: Int64?

    /// - Parameters:
    ///   - outcomes: by position; `nil` where they are not known.
    ///   - paths: by number, whether a path is looked at: commits that change none are left out, and lines elsewhere are not
    ///     counted, neither for their fate nor for the size of a change.
    ///   - written: by position, meaningful lines on paths that are counted, if somebody has summed them up.
    init(
        _ facts: AuditFacts, scope: ReportScope, outcomes: [CommitOutcome]?, paths: [Bool]? = nil,
        written: [Int]? = nil
    ) {
        let isCounted = paths.map { zip($0, facts.countedPaths).map { $0 && $1 } } ?? facts.countedPaths
        let fates = LineFates(
            facts, scope: scope, isCounted: isCounted, written: written ?? facts.writtenLines(isCounted))
        let isTouching = paths.map { Self.touching(facts, $0) }
        let kinds = Self.kinds(facts)
        var people = PeopleNumbers(facts)
        var commits: [StudiedCommit] = []
        commits.reserveCapacity(facts.history.count)
        for position in 0..<facts.history.count {
            // Lines written before the scope and removed in it are part of the churn share.
            guard scope.contains(facts.landedAt[position]) || fates.churn[position].removed > 0,
                isTouching?[position] ?? true
            else { continue }
            var commit = StudiedCommit()
            commit.position = position
            commit.authorClass = facts.authorClass(position)
            commit.hasMark = !facts.commits[position].attribution.matches.isEmpty
            commit.isReported = scope.contains(facts.landedAt[position])
            commit.landedAt = facts.landedAt[position]
            commit.followUp = max(0, facts.dataHorizon - facts.landedAt[position])
            commit.person = people.number(of: position)
            let counts = facts.lines.counts[position]
            commit.changedLines =
                paths.map { Self.changedLines(facts, position, $0) } ?? counts.added + counts.deleted
            commit.size = StudiedCommit.SizeBin(lines: commit.changedLines)
            commit.kind = kinds[position] ?? .production
            commit.isChange = !facts.history.isMerge(position) && counts.files > 0
            commit.lines = fates.written[position]
            commit.removals = fates.removals[position]
            commit.revisedDays = fates.revisedDays[position]
            commit.churn = fates.churn[position]
            commit.outcome = outcomes?[position]
            commits.append(commit)
        }
        self.commits = commits
        revisedAges = RevisedAges(
            rows: fates.ages.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key, $0.value) })
        firstMarkAt = (0..<facts.history.count).filter { facts.authorClass($0).isAI }.map { facts.landedAt[$0] }.min()
    }

    /// Added and deleted lines of some paths, as git counts them with renames seen through.
    private static func changedLines(_ facts: AuditFacts, _ position: Int, _ paths: [Bool]) -> Int {
        facts.lines.versions(of: position).reduce(0) { sum, version in
            let path = facts.lines.versions[Int(version)].path
            guard paths[Int(path)], facts.lines.isCounted(path: path) else { return sum }
            let counts = facts.lines.numstat(of: version)
            return sum + counts.added + counts.deleted
        }
    }

    /// By position: whether the commit changes such a path.
    private static func touching(_ facts: AuditFacts, _ paths: [Bool]) -> [Bool] {
        var touching = [Bool](repeating: false, count: facts.history.count)
        for version in facts.lines.versions where paths[Int(version.path)] { touching[Int(version.commit)] = true }
        return touching
    }

    private static let precedence: [PathKind] = [
        .production, .test, .build, .documentation, .configuration, .excluded,
    ]

    private static func kinds(_ facts: AuditFacts) -> [PathKind?] {
        let ranks = facts.defects.pathKinds.kinds.map { precedence.firstIndex(of: $0) ?? 0 }
        var best = [Int](repeating: precedence.count, count: facts.history.count)
        for version in facts.lines.versions where ranks[Int(version.path)] < best[Int(version.commit)] {
            best[Int(version.commit)] = ranks[Int(version.path)]
        }
        return best.map { $0 < precedence.count ? precedence[$0] : nil }
    }
}

/// Numbers for the people behind commits, in the order in which they are asked for.
private struct PeopleNumbers {
    private let facts: AuditFacts
    private var numbers: [Identity: Int] = [:]
    /// By the author's number in the facts: what is known without looking at names.
    private var ofAuthors: [UInt32: Int] = [:]

    init(_ facts: AuditFacts) {
        self.facts = facts
    }

    /// The author's, or that of the person who answers for an AI tool's commit.
    mutating func number(of commit: Int) -> Int {
        if let responsible = facts.commits[commit].attribution.responsible { return number(of: responsible) }
        let author = facts.people[commit]
        if let known = ofAuthors[author] { return known }
        let number = number(of: facts.authors[commit])
        ofAuthors[author] = number
        return number
    }

    private mutating func number(of person: Identity) -> Int {
        let number = numbers[person] ?? numbers.count
        numbers[person] = number
        return number
    }
}
