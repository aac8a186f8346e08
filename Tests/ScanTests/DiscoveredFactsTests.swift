import Attribution
import Metrics
import Testing

@testable import Git
@testable import Scan

@Suite struct DiscoveredFactsTests {
    @Test(
        "Facts come in the order asked for and are kept in that of discovery, with any number of threads",
        arguments: [1, 2, 5])
    func order(jobs: Int) throws {
        var kept: [String] = []
        var facts = DiscoveredFacts(marks: .standard, jobs: jobs) { commit, facts in
            #expect(commit.message.hasPrefix(facts.subject))
            kept.append(facts.subject)
        }
        let reader = CommitReader(marks: .standard)
        for number in 0..<1_000 {
            let commit = Self.commit(number)
            if number.isMultiple(of: 3) {
                facts.add(reader.facts(commit, notes: []))
            } else {
                try facts.add(commit, notes: [])
            }
        }
        let ordered = try facts.inOrder((0..<1_000).reversed())
        #expect(ordered.map(\.subject) == (0..<1_000).reversed().map { "Commit \($0)" })
        #expect(ordered.map { $0.attribution.authorClass.isAI } == (0..<1_000).reversed().map { $0.isMultiple(of: 7) })
        #expect(kept == (0..<1_000).filter { !$0.isMultiple(of: 3) }.map { "Commit \($0)" })
    }

    private static func commit(_ number: Int) -> CommitRecord {
        let writer = Signature(
            identity: Identity(name: "Ann", email: "ann@example.org"), seconds: Int64(number), offsetMinutes: 0)
        let mark = number.isMultiple(of: 7) ? "\n\nCo-authored-by: Claude <noreply@anthropic.com>\n" : "\n"
        return CommitRecord(
            id: .emptyTree, tree: .emptyTree, parents: [], author: writer, committer: writer,
            message: "Commit \(number)" + mark)
    }
}
