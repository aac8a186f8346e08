import Attribution
import Git
import LineHistory

/// The births and deaths of lines, summed up by the commit that wrote them.
///
/// One walk over both tables, which stand in the same order. Lines that a merge dropped count as standing: nobody removed them.
struct LineFates {
    /// By commit position.
    private(set) var written: [Int]
    private(set) var removals: [[StudiedCommit.Removal]]
    private(set) var revisedDays: [Int?]
    private(set) var churn: [LineChurn]
    /// Removed lines by the class that wrote them and ``RevisedAges/bins``.
    private(set) var ages: [AuthorClass: [Int]] = [:]

    /// - Parameter paths: by number, whether lines that were written at a path are counted; `nil` for all.
    init(_ facts: AuditFacts, scope: ReportScope, paths: [Bool]? = nil) {
        let isCounted = paths.map { zip($0, facts.countedPaths).map { $0 && $1 } } ?? facts.countedPaths
        let count = facts.history.count
        written = Array(repeating: 0, count: count)
        removals = Array(repeating: [], count: count)
        revisedDays = Array(repeating: nil, count: count)
        churn = Array(repeating: LineChurn(), count: count)
        let window = Int64(Churn.headlineWindow) * DayCount.seconds
        for birth in facts.lives.births {
            let version = facts.lines.versions[Int(birth.run.version)]
            guard isCounted[Int(version.path)] else { continue }
            let commit = Int(version.commit)
            let lines = birth.marks.count(where: \.isMeaningful)
            written[commit] += lines
            guard scope.contains(facts.landedAt[commit]) else { continue }
            churn[commit].added += lines
            if facts.dataHorizon - facts.landedAt[commit] >= window { churn[commit].addedMature += lines }
        }
        let classes = facts.commits.indices.map { AuthorClass.allCases.firstIndex(of: facts.authorClass($0))! }
        var ages = AuthorClass.allCases.map { _ in [Int](repeating: 0, count: RevisedAges.bins.count) }
        // Deaths come by version of birth, so those of one writer come together.
        var last = 0
        var removed: [StudiedCommit.Removal] = []
        for death in facts.lives.deaths where death.meaningfulCount > 0 {
            let version = facts.lines.versions[Int(death.run.version)]
            guard isCounted[Int(version.path)] else { continue }
            let (writer, killer) = (Int(version.commit), facts.lines.commit(of: death.by))
            if writer != last {
                removals[last] = Self.merged(&removed)
                last = writer
            }
            let (lines, age) = (Int(death.meaningfulCount), max(0, facts.landedAt[killer] - facts.landedAt[writer]))
            let days = DayCount.begun(age)
            removed.append(StudiedCommit.Removal(days: days, lines: lines))
            if killer != writer { revisedDays[writer] = min(days, revisedDays[writer] ?? .max) }
            if scope.contains(facts.landedAt[writer]), age <= window,
                facts.dataHorizon - facts.landedAt[writer] >= window
            {
                churn[writer].deletedWithin += lines
            }
            guard scope.contains(facts.landedAt[killer]) else { continue }
            churn[writer].removed += lines
            if age <= window { churn[writer].removedYoung += lines }
            ages[classes[writer]][RevisedAges.bin(ofDays: days)] += lines
        }
        if !removed.isEmpty { removals[last] = Self.merged(&removed) }
        for (authorClass, lines) in zip(AuthorClass.allCases, ages) where lines.contains(where: { $0 > 0 }) {
            self.ages[authorClass] = lines
        }
    }

    /// Removals of one age as one, by age; leaves none behind.
    private static func merged(_ removals: inout [StudiedCommit.Removal]) -> [StudiedCommit.Removal] {
        removals.sort { $0.days < $1.days }
        var result: [StudiedCommit.Removal] = []
        for removal in removals {
            if let last = result.last, last.days == removal.days {
                result[result.count - 1].lines += removal.lines
            } else {
                result.append(removal)
            }
        }
        removals.removeAll(keepingCapacity: true)
        return result
    }
}
