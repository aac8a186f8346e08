import Testing

@testable import Git
@testable import LineHistory

@Suite struct LineLivesTests {
    @Test(
        "Every line that was written is alive, or died once, or was dropped by a merge",
        arguments: OriginTests.sound + OriginTests.large)
    func balance(name: String) throws {
        let followed = try Followed(try Fixture(name))
        var ends: [LineRun: Int] = [:]
        func end(_ run: LineRun) {
            for offset in 0..<run.count { ends[run.part(offset, 1), default: 0] += 1 }
        }
        for death in followed.lives.deaths { end(death.run) }
        #expect(ends.values.allSatisfy { $0 == 1 })
        let dead = ends.count
        var alive: Set<LineRun> = []
        for file in followed.lines.tip {
            for run in file.runs {
                followed.lines.eachSubstantiveOrigin(of: run) { origin in
                    for offset in 0..<origin.count { alive.insert(origin.part(offset, 1)) }
                }
            }
        }
        #expect(alive.allSatisfy { ends[$0] == nil })
        let written = followed.lines.versions.indices.flatMap { followed.lines.written(by: VersionNumber($0)) }
        #expect(followed.lives.blocks.map(\.run) == written.map(\.run).filter { $0.count >= LineLives.leastBlock })
        let born = written.flatMap { birth in (0..<birth.run.count).map { birth.run.part($0, 1) } }
        #expect(Set(born).count == born.count)
        #expect(alive.subtracting(born).isEmpty)
        #expect(Set(ends.keys).subtracting(born).isEmpty)
        let dropped = followed.lives.dropped.flatMap { run in (0..<run.count).map { run.part($0, 1) } }
        #expect(born.count == dead + alive.count + dropped.count)
        #expect(Set(born).subtracting(ends.keys).subtracting(alive) == Set(dropped))
    }

    @Test(
        "The losses of a version are its deaths, by the version that has the lines no longer",
        arguments: OriginTests.sound)
    func losses(name: String) throws {
        let lives = try Followed(try Fixture(name)).lives
        for version in lives.meaningfulCounts.indices.map({ VersionNumber($0) }) {
            let deaths = Dictionary(grouping: lives.deaths(of: version), by: \.by)
            let losses = lives.losses.filter { $0.version == version }
            #expect(losses.count == deaths.count)
            for loss in losses {
                #expect(loss.meaningfulCount == deaths[loss.by]?.reduce(0) { $0 + $1.meaningfulCount })
                #expect(loss.checksum == deaths[loss.by]?.reduce(0) { $0 &+ $1.run.checksum })
            }
        }
    }

    @Test("No line dies before it is written, and none in its own commit", arguments: OriginTests.sound)
    func order(name: String) throws {
        let followed = try Followed(try Fixture(name))
        for death in followed.lives.deaths {
            #expect(followed.lines.commit(of: death.by) > followed.lines.commit(of: death.run.version))
        }
    }

    @Test(
        "A linear history has no dropped lines",
        arguments: ["linear", "renames", "repeated-lines", "churn", "sliding-lines"])
    func linear(name: String) throws {
        #expect(try Followed(try Fixture(name)).lives.dropped.isEmpty)
    }

    @Test("The churn fixture's deaths are the hundred and twenty and four that it was made with")
    func churn() throws {
        let fixture = try Fixture("churn")
        let followed = try Followed(fixture)
        let deaths = followed.deaths(named: try fixture.subjects())
        #expect(deaths.count == 124)
        for (path, count) in [("self.txt", 20), ("other.txt", 40), ("ai.txt", 60), ("steady.txt", 1), ("late.txt", 3)] {
            #expect(deaths.count { $0.contains(" \(path):") } == count, "\(path)")
        }
        #expect(deaths.contains("Write steady.txt steady.txt:1 Update one, reindent two"))
        #expect(deaths.filter { $0.contains("late.txt") }.allSatisfy { $0.hasSuffix("Strike three late ones") })
        #expect(followed.lines.counts.reduce(0) { $0 + $1.added } == 201)
        #expect(followed.lines.counts.reduce(0) { $0 + $1.deleted } == 126)
    }

    @Test("What a merge throws away is dropped or dead, and what comes back is written anew")
    func oursMerge() throws {
        let fixture = try Fixture("ours-merge")
        let followed = try Followed(fixture)
        let subjects = try fixture.subjects()
        #expect(
            followed.origins["text.txt"]?.map { subjects[String($0.prefix(40))] } == [
                "Start", "Bring back", "Start", "Other",
            ])
        // Main's file and line go in a merge that takes the other tree: the first-parent diff of the merge names them.
        let deaths = followed.deaths(named: subjects)
        #expect(deaths.contains("Main, to be thrown away main.txt:1 Merge other, keep theirs"))
        // topic.txt and Topic's line never reached a commit that could remove them.
        #expect(!deaths.contains { $0.hasPrefix("Topic ") })
        #expect(!followed.lives.dropped.isEmpty)
    }

    @Test("A line lives on through a rename, and dies with the rename that leaves it out")
    func renames() throws {
        let fixture = try Fixture("renames")
        let followed = try Followed(fixture)
        let deaths = followed.deaths(named: try fixture.subjects())
        #expect(!deaths.contains { $0.contains(" exact/") || $0.contains(" chain/") || $0.contains(" case/") })
        #expect(deaths.filter { $0.contains(" above/") } == (8...10).map { "Start above/old.txt:\($0) Rename" })
        #expect(deaths.filter { $0.contains(" half/") } == (6...10).map { "Start half/old.txt:\($0) Rename" })
        // Below half no rename is seen: the whole file dies.
        #expect(deaths.filter { $0.contains(" below/") } == (1...10).map { "Start below/old.txt:\($0) Rename" })
        #expect(
            deaths.filter { $0.contains(" away/") } == [
                "Start away/home.txt:1 Rename", "Start away/home.txt:2 Rename again",
            ])
        #expect(deaths.filter { $0.contains(" late/") }.allSatisfy { $0.hasSuffix(" Rename again") })
    }

    @Test("A reindented line lives on, a line changed while it was reindented does not")
    func reindentation() throws {
        let fixture = try Fixture("reindent")
        let deaths = try Followed(fixture).deaths(named: try fixture.subjects())
        #expect(deaths == ["Start main.c:3 Wrap"])
    }

    @Test("A line that an ignored revision rewrote lives on")
    func ignoredRevisions() throws {
        let fixture = try Fixture("ignored-revisions")
        let subjects = try fixture.subjects()
        let format = try #require(subjects.first { $0.value == "Format" }?.key)
        let deaths = try Followed(fixture, ignoring: [format]).deaths(named: subjects)
        #expect(deaths == ["Start code.c:3 Change"])
        #expect(try Followed(fixture).deaths(named: subjects).count > 1)
    }
}
