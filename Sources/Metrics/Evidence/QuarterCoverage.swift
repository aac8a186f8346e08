import Attribution
import Statistics

/// How far one quarter's commits tell who wrote them, and whether the quarter enters the comparison.
package struct QuarterCoverage: Sendable {
    package let quarter: Quarter
    /// Commits that landed, merges among them, by class.
    package let commits: [AuthorClass: Int]
    /// Meaningful lines written, by class.
    package let lines: [AuthorClass: Int]
    /// Churn of the headline window by class of the writer, with what it is made of.
    package let churn: [AuthorClass: ClusteredShare]

    /// Commits with any mark, of AI tools or not.
    package let anyMarked: Int

    /// All commits.
    package var total: Int { commits.values.reduce(0, +) }
    /// Commits with a mark of an AI tool, as author or as help.
    package var marked: Int { (commits[.aiAuthored] ?? 0) + (commits[.aiAssisted] ?? 0) }
    /// Meaningful lines of those.
    package var markedLines: Int { (lines[.aiAuthored] ?? 0) + (lines[.aiAssisted] ?? 0) }
    package var totalLines: Int { lines.values.reduce(0, +) }

    /// Commits with any mark among all commits: how far the quarter tells who wrote its commits.
    package var coverage: Proportion { Proportion(events: anyMarked, total: total) }

    /// Commits with a mark of an AI tool among all commits: a lower bound of AI's share.
    package var aiShare: Proportion { Proportion(events: marked, total: total) }

    /// Without one mark in a quarter AI and human cannot be told apart in it.
    package var isCompared: Bool { marked > 0 }

    static func all(_ commits: [StudiedCommit]) -> [QuarterCoverage] {
        let reported = commits.indices.filter { commits[$0].isReported }
        return reported.grouped { Quarter(seconds: commits[$0].landedAt).number }.map { quarter in
            let classes = Dictionary(
                uniqueKeysWithValues: quarter.items.grouped { commits[$0].authorClass.place }
                    .map { (AuthorClass.allCases[$0.number], $0.items) })
            return QuarterCoverage(
                quarter: Quarter(number: quarter.number), commits: classes.mapValues(\.count),
                lines: classes.mapValues { $0.reduce(0) { $0 + commits[$1].lines } },
                churn: classes.mapValues { ClusteredShare($0.map { commits[$0].churn.newCode }) },
                anyMarked: quarter.items.count { commits[$0].hasMark })
        }
    }
}

extension LineChurn {
    /// Lines of the commit with enough follow-up, and those of them removed within the headline window.
    var newCode: ClusteredShare.Cluster {
        ClusteredShare.Cluster(events: Double(deletedWithin), total: Double(addedMature))
    }

    /// Changed lines, and those of them that removed young lines.
    var changed: ClusteredShare.Cluster {
        ClusteredShare.Cluster(events: Double(removedYoung), total: Double(added + removed))
    }
}
