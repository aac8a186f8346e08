import Git
import Metrics
import Statistics
import Testing

@testable import Reports

@Suite struct TerminalRunsTests {
    /// AI and human commits of so many with a bug within a fortnight, all long ago.
    private static func repository(
        _ name: String, ai: (events: Int, total: Int), human: (events: Int, total: Int)
    ) -> RepositoryComparisons {
        var commits: [StudiedCommit] = []
        for (isAI, counts) in [(true, ai), (false, human)] {
            for index in 0..<counts.total {
                var commit = StudiedCommit()
                commit.position = commits.count
                commit.authorClass = isAI ? .aiAuthored : .human
                commit.landedAt = 1_700_000_000
                commit.followUp = 1_000 * 86_400
                commit.lines = 10
                commit.outcome = CommitOutcome(firstFixDays: index < counts.events ? 9 : nil)
                commits.append(commit)
            }
        }
        return RepositoryComparisons(name, Metrics.Evidence(commits, firstMarkAt: 1_700_000_000).comparisons)
    }

    @Test(
        "The last lines say what was scanned, and what the repositories say together",
        arguments: [
            ((60, 200), (30, 200), "difference +15.0 points (+9.3 to +20.7); AI higher", false),
            ((30, 200), (30, 200), "difference +7.5 points (+2.1 to +12.9); AI higher", true),
            ((1, 200), (30, 200), "difference +0.3 points", true),
            ((1, 9), (2, 9), "too little data to tell", false),
        ])
    func lines(second: (Int, Int), other: (Int, Int), sentence: String, differs: Bool) {
        let first = second.1 < 10 ? second : (60, 200)
        let text = TerminalRuns(
            CombinedComparisons([
                Self.repository("one", ai: first, human: other), Self.repository("two", ai: second, human: other),
                RepositoryComparisons("three", nil),
            ]), scanned: 2, of: 3, folder: "all"
        ).text
        #expect(text.hasPrefix("2 of 3 repositories scanned: see all/runs.csv\n"))
        #expect(text.contains("\nAI against human over 2 repositories, each compared within itself:\n"))
        #expect(text.contains("Commits found to have introduced a bug within 90 days: " + sentence), "\(text)")
        #expect(text.contains("I squared") == differs, "\(text)")
    }

    @Test("Where nothing was compared, nothing is said of it, and no sign is one that a terminal may lack")
    func nothing() {
        let text = TerminalRuns(CombinedComparisons([]), scanned: 0, of: 1, folder: "a\u{1B}[2J").text
        #expect(text == "0 of 1 repository scanned: see \("a\u{1B}[2J".withoutControls)/runs.csv\n")
        #expect(!text.contains("\u{1B}"))
    }
}
