import Testing

@testable import Git
@testable import LineHistory

@Suite struct OriginTests {
    /// Fixtures that git reads without complaint, or with one that concerns no line.
    static let sound = [
        "ai-marks", "bare", "binary", "criss-cross", "deleted-and-restored", "detached-head", "empty-commits",
        "fix-chains", "ignored-revisions", "invalid-utf8", "last-newline", "line-endings", "linear", "linked-worktree",
        "mailmap", "malformed-commits", "merge-rename", "merges", "modes", "notes", "octopus-merge", "ours-merge",
        "reindent", "rename-swap", "renames", "repeated-lines", "replaced-objects", "separate-git-dir", "several-roots",
        "shared-clone", "sliding-lines", "slow-branch", "subfolders", "submodules", "symlinks", "tags",
        "worktree-elsewhere",
    ]

    /// Larger ones: of these the tip and a few older commits are compared.
    static let large = ["churn", "directory-rename", "hostile-text", "loose", "odd-dates", "odd-paths", "packed"]

    @Test("Every line of every text file at every commit has the origin of git blame", arguments: sound)
    func everyCommit(name: String) throws {
        let fixture = try Fixture(name)
        for commit in try fixture.commits() { try compare(fixture, commit) }
    }

    @Test("In larger histories too, at the tip and at some older commits", arguments: large)
    func someCommits(name: String) throws {
        let fixture = try Fixture(name)
        let commits = try fixture.commits()
        for index in Set([0, commits.count / 3, commits.count - 2]).sorted() {
            try compare(fixture, commits[index], every: name == "directory-rename" ? 7 : 1)
        }
    }

    @Test("Added and deleted lines of every commit are those of git log --numstat", arguments: sound + large)
    func numstat(name: String) throws {
        let fixture = try Fixture(name)
        let lines = try Followed(fixture).lines
        let theirs = try fixture.numstat()
        for (position, id) in lines.history.ids.enumerated() {
            let mine = lines.counts[position]
            let expected = try #require(theirs[id.hex])
            #expect(
                [mine.addedWithoutRenames, mine.deletedWithoutRenames] == [expected.added, expected.deleted],
                "\(name) \(id.hex)")
        }
    }

    @Test("A file that was binary for a while has new lines, where git blame goes on through the bytes")
    func binaryForAWhile() throws {
        let fixture = try Fixture("binary")
        let head = try fixture.commits()[0]
        let mine = try #require(try Followed(fixture).origins["turns"])
        #expect(mine.allSatisfy { $0.hasPrefix(head) })
        #expect(try fixture.blame("HEAD", Array("turns".utf8)) != mine)
    }

    @Test("One thread and two see the same", arguments: ["packed", "renames", "merge-rename", "churn"])
    func jobs(name: String) throws {
        let fixture = try Fixture(name)
        let (one, two) = (try Followed(fixture, jobs: 1), try Followed(fixture, jobs: 2))
        #expect(one.origins == two.origins)
        #expect(one.lines.counts == two.lines.counts)
        for version in one.lines.versions.indices.map({ VersionNumber($0) }) {
            #expect(one.lines.births(of: version).map(\.run) == two.lines.births(of: version).map(\.run))
            #expect(one.lines.removals(of: version).map(\.run) == two.lines.removals(of: version).map(\.run))
        }
        #expect(one.lives.deaths.map(\.run) == two.lives.deaths.map(\.run))
    }

    @Test("A line that an ignored revision changed keeps its origin, as git blame --ignore-revs-file has it")
    func ignoredRevisions() throws {
        let fixture = try Fixture("ignored-revisions")
        let subjects = try fixture.subjects()
        let format = try #require(subjects.first { $0.value == "Format" }?.key)
        let followed = try Followed(fixture, ignoring: [format])
        for path in ["code.c", "other.py"] {
            let theirs = try fixture.blame("HEAD", Array(path.utf8), ["--ignore-rev", format])
            #expect(followed.substantiveOrigins(of: path) == theirs)
        }
    }

    @Test("A reindented line keeps its substantive origin, as git blame -w has it")
    func reindentation() throws {
        let fixture = try Fixture("reindent")
        let followed = try Followed(fixture)
        for path in ["main.c", "data.yaml"] {
            #expect(followed.substantiveOrigins(of: path) == (try fixture.blame("HEAD", Array(path.utf8), ["-w"])))
        }
    }

    private func compare(_ fixture: Fixture, _ commit: String, every step: Int = 1) throws {
        let origins = try Followed(fixture, commit).origins
        let files = try fixture.textFiles(commit)
        #expect(Set(origins.keys) == Set(files.map { String(path: $0) }))
        for (index, path) in files.enumerated() where index % step == 0 {
            // Through a binary version git goes on, by bytes; here its lines end.
            if fixture.path.hasSuffix("/binary") && path.elementsEqual("turns".utf8) { continue }
            #expect(
                origins[String(path: path)] == (try fixture.blame(commit, path)), "\(String(path: path)) at \(commit)")
        }
    }
}
