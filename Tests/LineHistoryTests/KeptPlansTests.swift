import Foundation
import Testing

@testable import Git
@testable import LineHistory

@Suite struct KeptPlansTests {
    /// All that a plan says.
    private func bytes(_ lines: LineHistory) -> [UInt8] {
        var writer = ByteWriter()
        lines.plan.write(to: &writer)
        return writer.bytes
    }

    @Test(
        "From any earlier commit on, the plan is the same; it is gone on with where no other commit than the last has new children",
        arguments: [
            ("linear", 5), ("renames", 3), ("rename-swap", 2), ("directory-rename", 1), ("modes", 1), ("odd-paths", 1),
            ("merges", 3), ("merge-rename", 2), ("octopus-merge", 1), ("criss-cross", 1), ("several-roots", 1),
            ("odd-dates", 1), ("empty-commits", 1),
        ])
    func everyStart(name: String, fewestContinued: Int) throws {
        let fixture = try Fixture(name)
        let plain = bytes(try Followed(fixture).lines)
        var continued = 0
        for commit in try fixture.commits() {
            let keeper = Keeper()
            _ = try Followed(fixture, commit, memory: keeper.memory)
            let memory = keeper.memory
            #expect(bytes(try Followed(fixture, memory: memory).lines) == plain, "\(commit)")
            if memory.use(of: .plans).kept > 0 { continued += 1 }
        }
        #expect(continued >= fewestContinued)
    }

    @Test("What was read is what was written, and nothing is kept anew where nothing was added")
    func sameAgain() throws {
        let fixture = try Fixture("renames")
        let keeper = Keeper()
        let first = try Followed(fixture, memory: keeper.memory).lines
        let memory = keeper.memory
        #expect(bytes(try Followed(fixture, memory: memory).lines) == bytes(first))
        #expect(memory.use(of: .plans).made == 0 && memory.use(of: .plans).idle.isEmpty)
        #expect(memory.use(of: .trees).made == 0)
        #expect(keeper.count(of: .plans) == 1)
    }

    @Test("A plan of another history is not gone on with, and another takes its place")
    func rewritten() throws {
        let fixture = try Fixture("linear")
        let keeper = Keeper()
        _ = try Followed(fixture, memory: keeper.memory)
        _ = try fixture.lines(
            "-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit", "--quiet", "--amend", "--allow-empty",
            "-m", "Another")
        let memory = keeper.memory
        #expect(bytes(try Followed(fixture, memory: memory).lines) == bytes(try Followed(fixture).lines))
        #expect(memory.use(of: .plans).kept == 0 && memory.use(of: .plans).idle.count == 1)
        #expect(keeper.count(of: .plans) == 2)
    }

    @Test("A plan that cannot be read is made anew")
    func damaged() throws {
        let fixture = try Fixture("renames")
        let plain = bytes(try Followed(fixture).lines)
        let changes: [([UInt8]) -> [UInt8]] = [
            { $0.dropLast() }, { Array($0.prefix(12)) }, { _ in [] }, { $0.map { $0 | 0x80 } },
            { $0.prefix($0.count / 2) + Array(repeating: 0xFF, count: $0.count / 2) },
        ]
        for change in changes {
            let keeper = Keeper()
            _ = try Followed(fixture, memory: keeper.memory)
            keeper.change(.plans, change)
            let memory = keeper.memory
            #expect(bytes(try Followed(fixture, memory: memory).lines) == plain)
            #expect(memory.use(of: .plans).kept == 0 && memory.use(of: .plans).damaged.count == 1)
            // What the trees' comparisons left is still there.
            #expect(memory.use(of: .trees).made == 0)
        }
    }

    @Test("A file that could not be read where renames were looked for, and now can, may have been renamed")
    func readableAgain() throws {
        let fixture = try Fixture("renames")
        let root = try fixture.lines("rev-list", "--max-parents=0", "HEAD")[0]
        let blob = try fixture.lines("rev-parse", "\(root):above/old.txt")[0]
        let object = fixture.path + "/.git/objects/" + blob.prefix(2) + "/" + blob.dropFirst(2)
        try FileManager.default.moveItem(atPath: object, toPath: fixture.place + "/blob")
        let keeper = Keeper()
        let without = try Followed(fixture, memory: keeper.memory).lines
        #expect(without.plan.unread == [try #require(ObjectID(hex: blob))])
        let still = keeper.memory
        #expect(bytes(try Followed(fixture, memory: still).lines) == bytes(without))
        #expect(still.use(of: .plans).made == 0)

        try FileManager.default.moveItem(atPath: fixture.place + "/blob", toPath: object)
        let memory = keeper.memory
        let with = bytes(try Followed(fixture, memory: memory).lines)
        #expect(with == bytes(try Followed(fixture).lines) && with != bytes(without))
        #expect(memory.use(of: .plans).kept == 0 && memory.use(of: .plans).idle.count == 1)
    }
}
