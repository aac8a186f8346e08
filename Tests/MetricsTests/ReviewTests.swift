import Attribution
import Git
import Testing

@testable import Metrics

@Suite struct ReviewTests {
    @Test(
        "Reviewers are people besides the author, each once",
        arguments: [
            ("Reviewed-by: Ben <ben@example.com>", 1), ("Reviewed-by: Ann <ann@example.com>", 0),
            ("Acked-by: Ben <ben@example.com>\nReviewed-by: B. <BEN@example.com>", 1),
            ("Approved-by: Ben\nAcked-by: Cay", 2), ("Tested-by: Ben <ben@example.com>", 0),
            ("Signed-off-by: Ben <ben@example.com>", 0), ("> Reviewed-by: Ben <ben@example.com>", 0),
            ("Reviewed-by: Claude <noreply@anthropic.com>", 0),
        ])
    func trailers(text: String, count: Int) {
        let ann = Identity(name: "Ann", email: "ann@example.com")
        let marks = CommitMarks(author: ann, committer: ann, message: "Change it\n\n" + text + "\n")
        let verdict = Attributor(table: .standard).verdict(for: marks)
        #expect(ReviewTrailers.count(in: marks, verdict: verdict) == count)
    }

    /// In `merges`, plain git merges what one person wrote.
    @Test("Where no review is recorded, nobody is said to have gone without", arguments: ["merges", "linear"])
    func unknown(fixture: String) throws {
        let reviews = Reviews(try AuditFacts.of(try Fixture(fixture)))
        #expect(Set(reviews.standings) == [.unknown])
        #expect(reviews.recordedShare == 0)
    }

    @Test("Another person's merge on a platform is a review, one's own and a direct commit are none")
    func platform() throws {
        let fixture = try Fixture("linear")
        let base = try fixture.git("rev-parse", "HEAD").lines[0]
        func commit(_ who: String, _ subject: String, _ parents: String...) throws -> String {
            let person = ["-c", "user.name=\(who)", "-c", "user.email=\(who)@example.com"]
            let made = ["commit-tree", "\(base)^{tree}", "-m", subject] + parents.flatMap { ["-p", $0] }
            let done = try Program.run(["git"] + person + made, in: fixture.path)
            return try #require(done.lines.first, "\(done.errors)")
        }
        let first = try commit("ann", "First", base)
        let merged = try commit("ben", "Merge pull request #1 from ann/first", base, first)
        let second = try commit("ann", "Second", merged)
        let own = try commit("ann", "Merge pull request #2 from ann/second", merged, second)
        let direct = try commit("cay", "Direct", own)
        let facts = try AuditFacts.of(fixture, revision: direct, now: nil)
        let reviews = Reviews(facts)
        func standing(_ subject: String) -> ReviewStanding? {
            facts.commits.firstIndex { $0.subject == subject }.map { reviews.standings[$0] }
        }
        #expect(standing("First") == .reviewed)
        #expect(standing("Second") == .unreviewed)
        #expect(standing("Direct") == .unreviewed)
    }
}
