import Testing

@testable import Git

@Suite struct HistoryTests {
    @Test(
        "Commits stand in the order of git rev-list, parents first",
        arguments: [
            "linear", "merges", "criss-cross", "octopus-merge", "several-roots", "slow-branch", "odd-dates", "packed",
            "fix-chains", "ours-merge", "malformed-commits",
        ])
    func order(name: String) throws {
        let fixture = try Fixture(name)
        let (history, dates) = try read(fixture) { $0.committer.seconds }
        #expect(history.ids.map(\.hex) == (try fixture.commits().reversed()))
        #expect(history.committedAt == dates)
        #expect(history.tip == history.count - 1)
    }

    @Test(
        "Parents, trees and merges are git's", arguments: ["merges", "octopus-merge", "several-roots", "criss-cross"])
    func parents(name: String) throws {
        let fixture = try Fixture(name)
        let (history, _) = try read(fixture) { _ in }
        for (position, id) in history.ids.enumerated() {
            let parents = history.parents(of: position).map { history.ids[Int($0)].hex }
            let line = ([history.trees[position].hex] + parents).joined(separator: " ")
            #expect([line.trimming] == (try fixture.lines("log", "-1", "--format=%T %P", id.hex)).map(\.trimming))
            #expect(history.isMerge(position) == (parents.count > 1))
        }
    }

    @Test("A missing commit ends the reading, unless it is allowed to be missing")
    func missing() throws {
        let fixture = try Fixture("missing-commit")
        #expect(throws: GitError.self) { try read(fixture) { _ in } }
        let repository = try Repository(path: fixture.path)
        let (history, _) = try History.read(
            from: repository.commit(nil), in: repository, allowsMissing: true)
        #expect(history.count == 4)
        #expect(history.missingParents.count == 1)
    }

    @Test("Names, addresses and dates of sound commits are git's", arguments: ["mailmap", "odd-dates", "hostile-text"])
    func signatures(name: String) throws {
        let fixture = try Fixture(name)
        let (history, commits) = try read(fixture) { $0 }
        for (id, commit) in zip(history.ids, commits) {
            let mine = [commit.author, commit.committer].flatMap {
                [$0.identity.name, $0.identity.email, String($0.seconds)]
            }
            let format = "--format=%an%x00%ae%x00%at%x00%cn%x00%ce%x00%ct"
            let theirs = try fixture.git("log", "-1", format, id.hex).text.split(
                separator: "\0", omittingEmptySubsequences: false)
            #expect(mine == theirs.map { String($0.filter { $0 != "\n" }) })
        }
    }

    @Test("A date that no calendar holds is 1970, and the zone is kept where it is one")
    func malformedDates() throws {
        let fixture = try Fixture("malformed-dates")
        let (_, commits) = try read(fixture) { $0 }
        let day: Int64 = 1_704_103_200
        #expect(commits.map(\.author.seconds) == [day, day, day, day, day, 0, 0, 0, 0, 0, day, 0, 0, day])
        #expect(commits.map(\.committer.seconds) == [day, day, day, day, day, 0, day, day, 0, 0, day, 0, 0, day])
        #expect(commits[1].author.offsetMinutes == 99 * 60 + 99)
        #expect(commits[1].committer.offsetMinutes == -(99 * 60 + 99))
        #expect(commits[2].author.offsetMinutes == 0)
    }

    @Test("Malformed commits are read as far as they go")
    func malformedCommits() throws {
        let fixture = try Fixture("malformed-commits")
        let (_, commits) = try read(fixture) { $0 }
        let authors = commits.map { "\($0.author.identity.name)|\($0.author.identity.email)" }
        #expect(authors.prefix(4) == ["Ann Archer|ann@example.org", "Ann Archer|", "|ann@example.org", "|"])
        #expect(authors[6] == "Ann|ann@<example>.org")
        #expect(authors[14] == "A|a@example.org")
        #expect(authors.suffix(4).prefix(2) == ["|", "|"])
        #expect(commits.map(\.subject).contains("Three empty lines first"))
        #expect(commits.allSatisfy { !$0.message.contains("gpgsig") })
    }

    private func read<Fact>(
        _ fixture: Fixture, fact: (CommitRecord) throws -> Fact
    ) throws -> (history: History, facts: [Fact]) {
        let repository = try Repository(path: fixture.path)
        var facts: [Fact] = []
        let (history, order) = try History.read(
            from: repository.commit(nil), in: repository, read: { facts.append(try fact($0)) })
        return (history, order.map { facts[$0] })
    }
}

extension String {
    fileprivate var trimming: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
