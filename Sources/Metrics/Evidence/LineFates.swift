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

    /// - Parameters:
    ///   - isCounted: by path number, whether lines that were written there are counted.
    ///   - written: by commit position, meaningful lines on such paths.
    init(_ facts: AuditFacts, scope: ReportScope, isCounted: [Bool], written: [Int]) {
        let count = facts.history.count
        self.written = written
        removals = Array(repeating: [], count: count)
        revisedDays = Array(repeating: nil, count: count)
        churn = Array(repeating: LineChurn(), count: count)
        let window = Int64(Churn.headlineWindow) * DayCount.seconds
        for (commit, lines) in written.enumerated() where scope.contains(facts.landedAt[commit]) {
            churn[commit].added = lines
            if facts.dataHorizon - facts.landedAt[commit] >= window { churn[commit].addedMature = lines }
        }
        let classes = facts.authorClasses.map(\.place)
        var ages = AuthorClass.allCases.map { _ in [Int](repeating: 0, count: RevisedAges.bins.count) }
        // Losses come by version of birth, so those of one writer come together.
        var last = 0
        var removed: [StudiedCommit.Removal] = []
        let (versions, landedAt) = (facts.lines.versions, facts.landedAt)
        for loss in facts.lives.losses where loss.meaningfulCount > 0 {
            let version = versions[Int(loss.version)]
            guard isCounted[Int(version.path)] else { continue }
            let (writer, remover) = (Int(version.commit), facts.lines.commit(of: loss.by))
            if writer != last {
                removals[last] = Self.merged(&removed)
                last = writer
            }
            let (lines, age) = (Int(loss.meaningfulCount), max(0, landedAt[remover] - landedAt[writer]))
            let days = DayCount.begun(age)
            removed.append(StudiedCommit.Removal(days: days, lines: lines))
            if remover != writer { revisedDays[writer] = min(days, revisedDays[writer] ?? .max) }
            if scope.contains(landedAt[writer]), age <= window, facts.dataHorizon - landedAt[writer] >= window {
                churn[writer].deletedWithin += lines
            }
            guard scope.contains(landedAt[remover]) else { continue }
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
