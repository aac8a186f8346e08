import Testing

@testable import Git
@testable import LineHistory

@Suite struct KeptScriptsTests {
    private static let names = ["linear", "renames", "modes", "odd-paths", "merges", "octopus-merge"]

    private func expectSame(_ one: Followed, _ other: Followed, _ comment: Comment) {
        #expect(one.origins == other.origins, comment)
        #expect(one.lines.counts == other.lines.counts, comment)
    }

    @Test("Where a plan is gone on with, nobody asks by which keys its scripts are found", arguments: names)
    func places(name: String) throws {
        let fixture = try Fixture(name)
        let plain = try Followed(fixture)
        for commit in try fixture.commits() {
            let keeper = Keeper()
            let earlier = try Followed(fixture, commit, memory: keeper.memory)
            keeper.changeHeads { _ in nil }
            let memory = keeper.memory
            expectSame(try Followed(fixture, memory: memory), plain, "\(commit)")
            let use = memory.use(of: .contents)
            if memory.use(of: .plans).kept > 0 {
                #expect(use.damaged.isEmpty && use.kept >= earlier.lines.versions.count, "\(commit)")
            } else {
                #expect(!use.damaged.isEmpty && use.kept == 0, "\(commit)")
            }
        }
    }

    @Test("A head that is not what was written is a damage")
    func damagedHeads() throws {
        let fixture = try Fixture("renames")
        let changes: [([UInt8]) -> [UInt8]?] = [{ _ in nil }, { _ in [] }, { $0.map { $0 ^ 1 } }, { $0.dropLast() }]
        for change in changes {
            let keeper = Keeper()
            _ = try Followed(fixture, memory: keeper.memory)
            keeper.changeHeads(change)
            keeper.forget(.plans)
            let memory = keeper.memory
            expectSame(try Followed(fixture, memory: memory), try Followed(fixture), "damaged")
            #expect(memory.use(of: .contents).kept == 0 && !memory.use(of: .contents).damaged.isEmpty)
        }
    }

    @Test("Without a plan, scripts are found by their keys", arguments: names)
    func keys(name: String) throws {
        let fixture = try Fixture(name)
        let plain = try Followed(fixture)
        for commit in try fixture.commits() {
            let keeper = Keeper()
            let earlier = try Followed(fixture, commit, memory: keeper.memory)
            keeper.forget(.plans)
            let memory = keeper.memory
            expectSame(try Followed(fixture, memory: memory), plain, "\(commit)")
            #expect(memory.use(of: .contents).kept >= earlier.lines.versions.count, "\(commit)")
            #expect(memory.use(of: .contents).damaged.isEmpty)
        }
    }

    @Test("Scripts that are gone are made anew, and found by their keys until another plan is kept", arguments: names)
    func lost(name: String) throws {
        let fixture = try Fixture(name)
        let plain = try Followed(fixture)
        let keeper = Keeper()
        for commit in try fixture.commits() { _ = try Followed(fixture, commit, memory: keeper.memory) }
        keeper.forget(.contents) { $0 % 2 == 0 }
        let memory = keeper.memory
        expectSame(try Followed(fixture, memory: memory), plain, "half of the segments")
        #expect(memory.use(of: .contents).made > 0)
        let again = keeper.memory
        expectSame(try Followed(fixture, memory: again), plain, "and again")
        #expect(again.use(of: .contents).made == 0)
    }

    @Test(
        "Where other commits are looked through, scripts are found by their keys, and a plan is kept with their places")
    func ignored() throws {
        let fixture = try Fixture("linear")
        let commits = try fixture.commits()
        let keeper = Keeper()
        _ = try Followed(fixture, memory: keeper.memory)
        let memory = keeper.memory
        let ignoring = [commits[commits.count / 2]]
        expectSame(
            try Followed(fixture, ignoring: ignoring, memory: memory), try Followed(fixture, ignoring: ignoring),
            "one is looked through")
        #expect(memory.use(of: .contents).made > 0 && memory.use(of: .contents).kept > 0)
        #expect(keeper.count(of: .plans) == 2)

        keeper.changeHeads { _ in nil }
        let again = keeper.memory
        expectSame(
            try Followed(fixture, ignoring: ignoring, memory: again), try Followed(fixture, ignoring: ignoring), "again"
        )
        #expect(again.use(of: .contents).made == 0)
    }

    @Test("Pieces that cannot be told apart have no places")
    func sameStamps() {
        let places = [ScriptPlace(piece: 0, script: 0), ScriptPlace(piece: 1, script: 0)]
        #expect(KeptPlaces(places, stamps: [7, 7], ignored: []).places.isEmpty)
        #expect(KeptPlaces(places, stamps: [7, 8], ignored: []).places == places)
        #expect(KeptPlaces(places, stamps: [7, nil], ignored: []).places == [places[0], .none])
    }
}
