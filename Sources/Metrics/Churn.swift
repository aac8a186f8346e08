import Attribution
import Git
import LineHistory

/// Churn of one class in one period and window; see METRICS: three quantities, never one.
package struct ChurnRow: Sendable {
    package let period: String
    /// nil for all classes together.
    package let authorClass: AuthorClass?
    package let windowDays: Int
    package internal(set) var counts = ChurnCounts()
}

/// Meaningful lines: no blank ones, and none that only changed their white space.
package struct ChurnCounts: Sendable {
    /// Lines of the class that landed in the period.
    package internal(set) var added = 0
    /// Of those, lines that can be followed for the whole window.
    package internal(set) var addedMature = 0
    /// Of the mature ones, lines removed within the window.
    package internal(set) var deletedWithin = 0
    /// Of these, by their own author.
    package internal(set) var deletedWithinSelf = 0
    /// Of the mature ones by author date, lines removed within the window by author date.
    package internal(set) var deletedWithinAuthored = 0
    package internal(set) var addedMatureAuthored = 0
    /// Lines of the class that were removed in the period, whenever they landed.
    package internal(set) var removed = 0
    /// Of those, lines younger than the window.
    package internal(set) var removedYoung = 0
    /// Of these, removed by their own author.
    package internal(set) var removedYoungSelf = 0

    /// Of added lines that can be followed for the window, the share removed within it.
    package var newCodeChurn: Double? { addedMature > 0 ? Double(deletedWithin) / Double(addedMature) : nil }
    /// The same, with the clock of author dates.
    package var newCodeChurnAuthored: Double? {
        addedMatureAuthored > 0 ? Double(deletedWithinAuthored) / Double(addedMatureAuthored) : nil
    }
    /// Of all changed lines, the share that removes lines younger than the window.
    package var churnShare: Double? { added + removed > 0 ? Double(removedYoung) / Double(added + removed) : nil }
    /// Of removed lines, the share younger than the window.
    package var revisedYoungShare: Double? { removed > 0 ? Double(removedYoung) / Double(removed) : nil }
}

/// Churn by class, month and window.
package struct Churn: Sendable {
    /// Days after landing.
    package static let windows = [1, 7, 14, 21, 30, 90]
    /// The window of the headline, in days.
    package static let headlineWindow = 14
    /// The period of rows that hold the whole time.
    package static let wholeTime = "all"

    /// By period, class and window; periods of one kind, then the whole time.
    package let rows: [ChurnRow]
    /// By path number: lines that landed there and were removed within the headline window.
    package let headlineByPath: [UInt32: Int]

    package init(_ facts: AuditFacts, scope: ReportScope = ReportScope()) {
        var tally = ChurnTally(facts: facts, scope: scope)
        for birth in facts.lives.births { tally.add(birth.run, birth.marks) }
        tally.addDeaths()
        rows = tally.rows()
        headlineByPath = tally.headlineByPath
    }
}

/// Adds up churn.
private struct ChurnTally {
    private struct Key: Hashable {
        let period: String
        let authorClass: AuthorClass?
    }

    private let facts: AuditFacts
    private let scope: ReportScope
    private let months: [String]
    private var counts: [Key: [ChurnCounts]] = [:]
    private(set) var headlineByPath: [UInt32: Int] = [:]

    init(facts: AuditFacts, scope: ReportScope) {
        self.facts = facts
        self.scope = scope
        months = facts.landedAt.map { UTCTime(seconds: $0).monthText }
    }

    mutating func add(_ run: LineRun, _ marks: ArraySlice<LineMark>) {
        let commit = facts.lines.commit(of: run.version)
        let count = marks.count(where: \.isMeaningful)
        guard scope.contains(facts.landedAt[commit]) else { return }
        let followUp = facts.dataHorizon - facts.landedAt[commit]
        let followUpAuthored = facts.dataHorizon - facts.commits[commit].authoredAt
        update(commit, month: months[commit]) { counts, seconds in
            counts.added += count
            if followUp >= seconds { counts.addedMature += count }
            if followUpAuthored >= seconds { counts.addedMatureAuthored += count }
        }
    }

    mutating func addDeaths() {
        for death in facts.lives.deaths {
            let count = facts.lives.meaningfulCount(of: death.run)
            guard count > 0 else { continue }
            let (writer, killer) = (facts.lines.commit(of: death.run.version), facts.lines.commit(of: death.by))
            let age = max(0, facts.landedAt[killer] - facts.landedAt[writer])
            let ageAuthored = max(0, facts.commits[killer].authoredAt - facts.commits[writer].authoredAt)
            let isSelf = facts.authors[killer] == facts.authors[writer]
            if scope.contains(facts.landedAt[writer]) {
                let followUp = facts.dataHorizon - facts.landedAt[writer]
                let followUpAuthored = facts.dataHorizon - facts.commits[writer].authoredAt
                update(writer, month: months[writer]) { counts, seconds in
                    if followUp >= seconds && age <= seconds {
                        counts.deletedWithin += count
                        if isSelf { counts.deletedWithinSelf += count }
                    }
                    if followUpAuthored >= seconds && ageAuthored <= seconds { counts.deletedWithinAuthored += count }
                }
                if age <= Int64(Churn.headlineWindow) * 86_400 {
                    headlineByPath[facts.lines.versions[Int(death.run.version)].path, default: 0] += count
                }
            }
            if scope.contains(facts.landedAt[killer]) {
                update(writer, month: months[killer]) { counts, seconds in
                    counts.removed += count
                    if age <= seconds {
                        counts.removedYoung += count
                        if isSelf { counts.removedYoungSelf += count }
                    }
                }
            }
        }
    }

    func rows() -> [ChurnRow] {
        let classes: [AuthorClass?] = [nil] + AuthorClass.allCases
        let periods = Set(counts.keys.map(\.period)).sorted {
            ($0 == Churn.wholeTime ? 1 : 0, $0) < ($1 == Churn.wholeTime ? 1 : 0, $1)
        }
        var rows: [ChurnRow] = []
        for period in periods {
            for authorClass in classes {
                guard let windows = counts[Key(period: period, authorClass: authorClass)] else { continue }
                for (days, counts) in zip(Churn.windows, windows) {
                    rows.append(ChurnRow(period: period, authorClass: authorClass, windowDays: days, counts: counts))
                }
            }
        }
        return rows
    }

    private mutating func update(_ writer: Int, month: String, _ body: (inout ChurnCounts, Int64) -> Void) {
        let authorClass = facts.authorClass(writer)
        for period in [month, Churn.wholeTime] {
            for group in [nil, authorClass] {
                var windows =
                    counts.removeValue(forKey: Key(period: period, authorClass: group))
                    ?? Array(repeating: ChurnCounts(), count: Churn.windows.count)
                for (index, days) in Churn.windows.enumerated() { body(&windows[index], Int64(days) * 86_400) }
                counts[Key(period: period, authorClass: group)] = windows
            }
        }
    }
}
