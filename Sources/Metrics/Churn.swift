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
        self.init(facts, scope: scope, written: facts.writtenLines(facts.countedPaths))
    }

    /// - Parameter written: by position, meaningful lines on paths that are counted.
    init(_ facts: AuditFacts, scope: ReportScope, written: [Int]) {
        var tally = ChurnTally(facts: facts, scope: scope)
        tally.addBirths(written)
        tally.addLosses(facts.countedPaths)
        rows = tally.rows()
        var headlineByPath: [UInt32: Int] = [:]
        for (path, lines) in tally.headline.enumerated() where lines > 0 { headlineByPath[UInt32(path)] = lines }
        self.headlineByPath = headlineByPath
    }
}

/// Adds up churn: by month of landing, class of the writer and window.
private struct ChurnTally {
    private let lines: LineHistory
    private let losses: [LineLoss]
    /// By commit.
    private let landedAt: [Int64]
    private let people: [UInt32]
    /// By commit: whether it landed in scope.
    private let isInScope: [Bool]
    /// By commit: seconds since 1970.
    private let authoredAt: [Int64]
    /// By commit: how many windows were over when the data ended, from its landing and from its author date on.
    private let windowsOver: [Int]
    private let windowsOverAuthored: [Int]
    /// The months in which commits landed, in order.
    private let months: [ChartPeriod]
    /// By commit: where the counts begin of its class and month.
    private let ownPlace: [Int]
    /// By commit: the index of its month.
    private let monthOfCommit: [Int]
    /// By commit: the index of its class.
    private let classOfCommit: [Int]
    /// By month, class and window. What does not depend on the window is counted with the first one.
    private var counts: [ChurnCounts]
    /// By path number: lines that landed there and were removed within the headline window.
    private(set) var headline: [Int]

    /// The lengths of the windows in seconds, ascending.
    private let windows = Churn.windows.map { Int64($0) * DayCount.seconds }

    init(facts: AuditFacts, scope: ReportScope) {
        lines = facts.lines
        losses = facts.lives.losses
        landedAt = facts.landedAt
        people = facts.people
        isInScope = facts.landedAt.map(scope.contains)
        let authoredAt = facts.commits.indices.map { facts.commits[$0].authoredAt }
        self.authoredAt = authoredAt
        let windows = windows
        windowsOver = facts.landedAt.map { start in windows.count { $0 <= facts.dataHorizon - start } }
        windowsOverAuthored = authoredAt.map { start in windows.count { $0 <= facts.dataHorizon - start } }
        let landed = facts.landedAt.map { ChartPeriod(.month, seconds: $0).number }
        let numbers = Set(landed).sorted()
        months = numbers.map { ChartPeriod(.month, number: $0) }
        let places = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, $0) })
        let monthOfCommit = landed.map { places[$0]! }
        self.monthOfCommit = monthOfCommit
        let classOfCommit = facts.authorClasses.map(\.place)
        self.classOfCommit = classOfCommit
        ownPlace = facts.commits.indices.map { Self.place(month: monthOfCommit[$0], class: classOfCommit[$0]) }
        headline = Array(repeating: 0, count: facts.lines.paths.count)
        counts = Array(
            repeating: ChurnCounts(), count: Self.place(month: months.count, class: 0))
    }

    private static func place(month: Int, class classIndex: Int) -> Int {
        (month * AuthorClass.allCases.count + classIndex) * Churn.windows.count
    }

    /// How many of the windows are shorter than an age.
    private func windows(shorterThan age: Int64) -> Int {
        var count = 0
        while count < windows.count, windows[count] < age { count += 1 }
        return count
    }

    /// - Parameter written: by commit, meaningful lines.
    mutating func addBirths(_ written: [Int]) {
        for (commit, count) in written.enumerated() where count > 0 && isInScope[commit] {
            let first = ownPlace[commit]
            counts[first].added += count
            for window in 0..<windowsOver[commit] {
                counts[first + window].addedMature += count
            }
            for window in 0..<windowsOverAuthored[commit] {
                counts[first + window].addedMatureAuthored += count
            }
        }
    }

    /// - Parameter isCounted: by path number.
    mutating func addLosses(_ isCounted: [Bool]) {
        let versions = lines.versions
        for loss in losses where loss.meaningfulCount > 0 {
            let version = versions[Int(loss.version)]
            guard isCounted[Int(version.path)] else { continue }
            let count = Int(loss.meaningfulCount)
            let (writer, remover) = (Int(version.commit), lines.commit(of: loss.by))
            let age = max(0, landedAt[remover] - landedAt[writer])
            let isSelf = people[remover] == people[writer]
            let youngFrom = windows(shorterThan: age)
            if isInScope[writer] {
                addEnd(count, writer: writer, remover: remover, youngFrom: youngFrom, isSelf: isSelf)
                if age <= Int64(Churn.headlineWindow) * DayCount.seconds { headline[Int(version.path)] += count }
            }
            guard isInScope[remover] else { continue }
            let first = Self.place(month: monthOfCommit[remover], class: classOfCommit[writer])
            counts[first].removed += count
            for window in youngFrom..<Churn.windows.count {
                counts[first + window].removedYoung += count
                if isSelf { counts[first + window].removedYoungSelf += count }
            }
        }
    }

    /// - Parameter youngFrom: the first window within which the lines were removed.
    private mutating func addEnd(_ count: Int, writer: Int, remover: Int, youngFrom: Int, isSelf: Bool) {
        let first = ownPlace[writer]
        if youngFrom < Churn.windows.count {
            for window in youngFrom..<max(youngFrom, windowsOver[writer]) {
                counts[first + window].deletedWithin += count
                if isSelf { counts[first + window].deletedWithinSelf += count }
            }
        }
        let youngFromAuthored = windows(shorterThan: max(0, authoredAt[remover] - authoredAt[writer]))
        guard youngFromAuthored < Churn.windows.count else { return }
        for window in youngFromAuthored..<max(youngFromAuthored, windowsOverAuthored[writer]) {
            counts[first + window].deletedWithinAuthored += count
        }
    }

    /// Rows of each month, then of the whole time; all classes together, then each that occurs.
    func rows() -> [ChurnRow] {
        let classes = AuthorClass.allCases.indices
        var rows: [ChurnRow] = []
        for (period, chosen) in months.enumerated().map({ ($1.text, $0..<$0 + 1) })
            + [(Churn.wholeTime, months.indices)]
        {
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
                let first = Self.place(month: month, class: classIndex)
                for window in sums.indices { sums[window].add(counts[first + window]) }
            }
        }
        guard sums[0].added + sums[0].removed > 0 else { return [] }
        for window in sums.indices.dropFirst() {
            (sums[window].added, sums[window].removed) = (sums[0].added, sums[0].removed)
        }
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
