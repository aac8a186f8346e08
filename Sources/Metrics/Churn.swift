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
        let isCounted = facts.countedPaths
        tally.addBirths(isCounted)
        tally.addDeaths(isCounted)
        rows = tally.rows()
        var headlineByPath: [UInt32: Int] = [:]
        for (path, lines) in tally.headline.enumerated() where lines > 0 { headlineByPath[UInt32(path)] = lines }
        self.headlineByPath = headlineByPath
    }
}

/// Adds up churn: by month of landing, class of the writer and window.
private struct ChurnTally {
    private let facts: AuditFacts
    private let scope: ReportScope
    /// The months in which commits landed, in order.
    private let months: [String]
    /// By commit: the index of its month.
    private let monthOfCommit: [Int]
    /// By commit: the index of its class.
    private let classOfCommit: [Int]
    /// By month, class and window.
    private var counts: [ChurnCounts]
    /// By path number: lines that landed there and were removed within the headline window.
    private(set) var headline: [Int]

    private static let windowSeconds = Churn.windows.map { Int64($0) * 86_400 }

    init(facts: AuditFacts, scope: ReportScope) {
        self.facts = facts
        self.scope = scope
        let landed = facts.landedAt.map { UTCTime(seconds: $0).monthText }
        months = Set(landed).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: months.enumerated().map { ($1, $0) })
        monthOfCommit = landed.map { numbers[$0]! }
        classOfCommit = facts.commits.indices.map { AuthorClass.allCases.firstIndex(of: facts.authorClass($0))! }
        headline = Array(repeating: 0, count: facts.lines.paths.count)
        counts = Array(
            repeating: ChurnCounts(), count: months.count * AuthorClass.allCases.count * Churn.windows.count)
    }

    /// - Parameter isCounted: by path number.
    mutating func addBirths(_ isCounted: [Bool]) {
        for birth in facts.lives.births {
            let version = facts.lines.versions[Int(birth.run.version)]
            if isCounted[Int(version.path)] { add(birth.marks, of: Int(version.commit)) }
        }
    }

    private mutating func add(_ marks: ArraySlice<LineMark>, of commit: Int) {
        guard scope.contains(facts.landedAt[commit]) else { return }
        let count = marks.count(where: \.isMeaningful)
        let followUp = facts.dataHorizon - facts.landedAt[commit]
        let followUpAuthored = facts.dataHorizon - facts.commits[commit].authoredAt
        update(writer: commit, month: monthOfCommit[commit]) { counts, window in
            counts.added += count
            if followUp >= window { counts.addedMature += count }
            if followUpAuthored >= window { counts.addedMatureAuthored += count }
        }
    }

    /// - Parameter isCounted: by path number.
    mutating func addDeaths(_ isCounted: [Bool]) {
        for death in facts.lives.deaths where death.meaningfulCount > 0 {
            let version = facts.lines.versions[Int(death.run.version)]
            guard isCounted[Int(version.path)] else { continue }
            let count = Int(death.meaningfulCount)
            let (writer, killer) = (Int(version.commit), facts.lines.commit(of: death.by))
            let age = max(0, facts.landedAt[killer] - facts.landedAt[writer])
            let isSelf = facts.people[killer] == facts.people[writer]
            if scope.contains(facts.landedAt[writer]) {
                addEnd(count, writer: writer, killer: killer, age: age, isSelf: isSelf)
                if age <= Int64(Churn.headlineWindow) * 86_400 {
                    headline[Int(version.path)] += count
                }
            }
            guard scope.contains(facts.landedAt[killer]) else { continue }
            update(writer: writer, month: monthOfCommit[killer]) { counts, window in
                counts.removed += count
                guard age <= window else { return }
                counts.removedYoung += count
                if isSelf { counts.removedYoungSelf += count }
            }
        }
    }

    private mutating func addEnd(_ count: Int, writer: Int, killer: Int, age: Int64, isSelf: Bool) {
        let ageAuthored = max(0, facts.commits[killer].authoredAt - facts.commits[writer].authoredAt)
        let followUp = facts.dataHorizon - facts.landedAt[writer]
        let followUpAuthored = facts.dataHorizon - facts.commits[writer].authoredAt
        update(writer: writer, month: monthOfCommit[writer]) { counts, window in
            if followUp >= window && age <= window {
                counts.deletedWithin += count
                if isSelf { counts.deletedWithinSelf += count }
            }
            if followUpAuthored >= window && ageAuthored <= window { counts.deletedWithinAuthored += count }
        }
    }

    private mutating func update(writer: Int, month: Int, _ body: (inout ChurnCounts, Int64) -> Void) {
        let first = index(month: month, class: classOfCommit[writer])
        for (offset, window) in Self.windowSeconds.enumerated() { body(&counts[first + offset], window) }
    }

    private func index(month: Int, class classIndex: Int) -> Int {
        (month * AuthorClass.allCases.count + classIndex) * Churn.windows.count
    }

    /// Rows of each month, then of the whole time; all classes together, then each that occurs.
    func rows() -> [ChurnRow] {
        let classes = AuthorClass.allCases.indices
        var rows: [ChurnRow] = []
        for (period, chosen) in months.enumerated().map({ ($1, $0..<$0 + 1) }) + [(Churn.wholeTime, months.indices)] {
            rows += self.rows(period: period, months: chosen, classes: classes, authorClass: nil)
            for classIndex in classes {
                rows += self.rows(
                    period: period, months: chosen, classes: classIndex..<classIndex + 1,
                    authorClass: AuthorClass.allCases[classIndex])
            }
        }
        return rows
    }

    private func rows(
        period: String, months: Range<Int>, classes: Range<Int>, authorClass: AuthorClass?
    ) -> [ChurnRow] {
        var sums = [ChurnCounts](repeating: ChurnCounts(), count: Churn.windows.count)
        for month in months {
            for classIndex in classes {
                let first = index(month: month, class: classIndex)
                for window in sums.indices { sums[window].add(counts[first + window]) }
            }
        }
        guard sums[0].added + sums[0].removed > 0 else { return [] }
        return zip(Churn.windows, sums).map {
            ChurnRow(period: period, authorClass: authorClass, windowDays: $0, counts: $1)
        }
    }
}

extension ChurnCounts {
    fileprivate mutating func add(_ other: ChurnCounts) {
        added += other.added
        addedMature += other.addedMature
        deletedWithin += other.deletedWithin
        deletedWithinSelf += other.deletedWithinSelf
        deletedWithinAuthored += other.deletedWithinAuthored
        addedMatureAuthored += other.addedMatureAuthored
        removed += other.removed
        removedYoung += other.removedYoung
        removedYoungSelf += other.removedYoungSelf
    }
}
