import Attribution
import Testing

@testable import Metrics
@testable import Reports

@Suite struct EndpointWordsTests {
    /// Commits of one class, all of which landed so many days before the data end; the first `failing` needed a fix on the fifth.
    private static func commits(_ authorClass: AuthorClass, _ count: Int, failing: Int, days: Int) -> [StudiedCommit] {
        let horizon = Int64(2_000) * 86_400
        return (0..<count).map { number in
            var commit = StudiedCommit()
            commit.position = number
            commit.authorClass = authorClass
            commit.landedAt = horizon - Int64(days) * 86_400
            commit.followUp = Int64(days) * 86_400
            commit.outcome = CommitOutcome(firstFixDays: number < failing ? 5 : nil)
            return commit
        }
    }

    @Test("Cases are not said to be among the commits that were followed for long enough")
    func cases() throws {
        let commits =
            Self.commits(.aiAuthored, 30, failing: 3, days: 300) + Self.commits(.aiAuthored, 8, failing: 2, days: 20)
            + Self.commits(.human, 1, failing: 0, days: 300) + Self.commits(.human, 4, failing: 2, days: 20)
        let evidence = Metrics.Evidence(commits, firstMarkAt: 0)
        let comparison = try #require(evidence.comparison(.bugInducing))
        let text = EndpointWords(comparison).insufficient.replacing("\u{00A0}", with: " ")
        let counts = "there are 5 cases and 30 such commits with an AI mark, and 2 cases and 1 such commit without."
        #expect(text.contains(counts), "\(text)")
    }
}
