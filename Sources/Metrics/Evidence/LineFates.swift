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
        func isChosen(_ run: LineRun) -> Bool {
            paths.map { $0[Int(facts.lines.versions[Int(run.version)].path)] } ?? true
        }
        let count = facts.history.count
        written = Array(repeating: 0, count: count)
        removals = Array(repeating: [], count: count)
        revisedDays = Array(repeating: nil, count: count)
        churn = Array(repeating: LineChurn(), count: count)
        let window = Int64(Churn.headlineWindow) * DayCount.seconds
        for birth in facts.lives.births where facts.isCounted(birth.run) && isChosen(birth.run) {
            let commit = facts.lines.commit(of: birth.run.version)
            let lines = birth.marks.count(where: \.isMeaningful)
            written[commit] += lines
            guard scope.contains(facts.landedAt[commit]) else { continue }
            churn[commit].added += lines
            if facts.dataHorizon - facts.landedAt[commit] >= window { churn[commit].addedMature += lines }
        }
        for death in facts.lives.deaths where facts.isCounted(death.run) && isChosen(death.run) {
            let lines = facts.lives.meaningfulCount(of: death.run)
            guard lines > 0 else { continue }
            add(lines, death, facts, scope, window)
        }
        for commit in 0..<count where removals[commit].count > 1 {
            removals[commit] = Self.merged(removals[commit])
        }
    }

    private mutating func add(
        _ lines: Int, _ death: LineDeath, _ facts: AuditFacts, _ scope: ReportScope, _ window: Int64
    ) {
        let (writer, killer) = (facts.lines.commit(of: death.run.version), facts.lines.commit(of: death.by))
        let age = max(0, facts.landedAt[killer] - facts.landedAt[writer])
        let days = DayCount.begun(age)
        removals[writer].append(StudiedCommit.Removal(days: days, lines: lines))
        if killer != writer { revisedDays[writer] = min(days, revisedDays[writer] ?? .max) }
        if scope.contains(facts.landedAt[writer]), age <= window,
            facts.dataHorizon - facts.landedAt[writer] >= window
        {
            churn[writer].deletedWithin += lines
        }
        if scope.contains(facts.landedAt[killer]) {
            churn[writer].removed += lines
            if age <= window { churn[writer].removedYoung += lines }
            let bin = RevisedAges.bin(ofDays: days)
            ages[facts.authorClass(writer), default: Array(repeating: 0, count: RevisedAges.bins.count)][bin] += lines
        }
    }

    private static func merged(_ removals: [StudiedCommit.Removal]) -> [StudiedCommit.Removal] {
        var result: [StudiedCommit.Removal] = []
        for removal in removals.sorted(by: { $0.days < $1.days }) {
            if let last = result.last, last.days == removal.days {
                result[result.count - 1].lines += removal.lines
            } else {
                result.append(removal)
            }
        }
        return result
    }
}
