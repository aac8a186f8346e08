import Attribution
import Intent

/// A commit as the unit of every comparison: who wrote it, how large it is, and how it and its lines fared.
package struct StudiedCommit: Sendable {
    /// Lines that were removed at one age.
    package struct Removal: Hashable, Sendable {
        /// Age at removal in days, a begun day counted whole.
        package var days: Int
        /// Meaningful lines.
        package var lines: Int
    }

    /// Added and deleted lines, in bins.
    package enum SizeBin: Int, CaseIterable, Sendable {
        case below10, below50, below200, below1000, larger

        package init(lines: Int) {
            switch lines {
            case ..<10: self = .below10
            case ..<50: self = .below50
            case ..<200: self = .below200
            case ..<1000: self = .below1000
            default: self = .larger
            }
        }
    }

    package var position = 0
    package var authorClass = AuthorClass.human
    /// Whether it carries any mark: of an AI tool, of a program, of a review, or a statement that no AI took part.
    package var hasMark = false
    /// Whether it landed in the reported time; one that did not may still have lines that were removed in it.
    package var isReported = true
    /// Seconds since 1970, UTC.
    package var landedAt: Int64 = 0
    /// Seconds from landing to the data horizon; at least 0.
    package var followUp: Int64 = 0
    /// The person behind the commit: the author, or of an AI tool's commit the person who answers for it.
    package var person = 0
    package var size = SizeBin.below10
    /// Added and deleted lines, as git counts them with renames seen through.
    package var changedLines = 0
    /// Production if any changed path is, else the first of test, build, documentation, configuration that is among them.
    package var kind = PathKind.production
    /// Whether the commit can be compared: no merge, and at least one changed file.
    package var isChange = true
    /// Meaningful lines that the commit wrote.
    package var lines = 0
    /// By age.
    package var removals: [Removal] = []
    /// Days until another commit first removed a line of it.
    package var revisedDays: Int?
    package var churn = LineChurn()
    /// `nil` where links between fixes and their causes were not looked for.
    package var outcome: CommitOutcome?

    package init() {}

    package var quarter: Quarter { Quarter(seconds: landedAt) }

    /// ``followUp`` in days, a begun day counted whole, as ages at events are. Asked itself, a commit in an array would be copied.
    static func days(ofFollowUp followUp: Int64) -> Double { Double(DayCount.begun(followUp)) }

    /// Whether the commit could be followed for so many days.
    package func isMature(_ days: Int) -> Bool { followUp >= Int64(days) * DayCount.seconds }
}

/// A commit's part in the churn of the headline window; sums over commits are those of ``ChurnCounts``.
package struct LineChurn: Hashable, Sendable {
    package var added = 0
    package var addedMature = 0
    package var deletedWithin = 0
    package var removed = 0
    package var removedYoung = 0

    package init() {}
}

/// Ages in days.
enum DayCount {
    static let seconds: Int64 = 86_400

    /// Whole days with the begun one: at most H exactly if the age is at most H days.
    static func begun(_ age: Int64) -> Int { Int((max(0, age) + seconds - 1) / seconds) }
}
