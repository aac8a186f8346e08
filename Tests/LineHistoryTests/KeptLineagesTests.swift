import Testing

@testable import Git
@testable import LineHistory

@Suite struct KeptLineagesTests {
    /// All that is said of the lines of a history.
    private func text(_ lines: LineHistory) -> [String] {
        let versions = lines.versions.indices.map { VersionNumber($0) }
        return [
            "\(versions.flatMap(lines.births).map { "\($0.run) \(Array(lines.marks(of: $0)))" })",
            "\(versions.flatMap(lines.removals).map { "\($0.run) \($0.by) \($0.continues) \(Array(lines.marks(of: $0)))" })",
            "\(lines.lives.blocks.map { "\($0.run) \(Array($0.marks))" })", "\(Array(lines.lives.deaths))",
            "\(versions.map(lines.lives.standing))", "\(lines.continued.runs.count)",
            "\(lines.lives.losses)", "\(lines.lives.dropped)", "\(lines.lives.meaningfulCounts)",
            "\(lines.tip.map { "\($0.path) \($0.version) \($0.runs)" })",
            "\(lines.tip.map { file in file.runs.map { lines.substantiveOrigin(version: $0.version, line: $0.line) } })",
        ]
    }

    @Test(
        "From any earlier commit on, lineages to which nothing was added are taken, and all lines are the same",
        arguments: [
            ("linear", 3), ("renames", 5), ("merges", 5), ("relapses", 5), ("reindent", 1), ("octopus-merge", 1),
            ("removed-on-branch", 1), ("ours-merge", 1), ("criss-cross", 1),
        ])
    func everyStart(name: String, fewestTaken: Int) throws {
        let fixture = try Fixture(name)
        let plain = text(try Followed(fixture).lines)
        var taken = 0
        for commit in try fixture.lines("rev-list", "HEAD") {
            let keeper = Keeper()
            _ = try Followed(fixture, commit, memory: keeper.memory)
            let memory = keeper.memory
            #expect(text(try Followed(fixture, memory: memory).lines) == plain, "\(commit)")
            taken += memory.use(of: .lineages).kept
            // And once more from what that scan left.
            #expect(text(try Followed(fixture, jobs: 2, memory: keeper.memory).lines) == plain, "\(commit)")
        }
        #expect(taken >= fewestTaken)
    }

    @Test(
        "Where nothing was added nothing is compared or followed, and nothing is kept anew",
        arguments: ["renames", "deleted-and-restored", "relapses"])
    func nothingNew(name: String) throws {
        let fixture = try Fixture(name)
        let keeper = Keeper()
        _ = try Followed(fixture, memory: keeper.memory)
        let memory = keeper.memory
        _ = try Followed(fixture, memory: memory)
        let use = memory.use(of: .lineages)
        #expect(use.made == 0 && use.kept > 1 && use.idle.isEmpty && use.damaged.isEmpty)
        // A change and its revert among them.
        #expect(memory.use(of: .contents).made == 0 && memory.use(of: .contents).kept > 1)
    }

    @Test("Commits that are looked through, or whose hunks are asked for, are followed with all that came later")
    func limits() throws {
        let fixture = try Fixture("linear")
        let ids = try fixture.lines("rev-list", "--reverse", "HEAD")
        for (number, id) in ids.enumerated() {
            let keeper = Keeper()
            _ = try Followed(fixture, memory: keeper.memory)
            let ignoring = try Followed(fixture, ignoring: [id], memory: keeper.memory)
            #expect(text(ignoring.lines) == text(try Followed(fixture, ignoring: [id]).lines))
            let surrounded = try Followed(fixture, surroundedFrom: number, memory: keeper.memory).lines
            let plain = try Followed(fixture, surroundedFrom: number).lines
            for version in plain.versions(of: number).lowerBound..<VersionNumber(plain.versions.count) {
                #expect("\(surrounded.hunks(of: version))" == "\(plain.hunks(of: version))")
            }
        }
    }

    @Test("What cannot be read is followed")
    func damaged() throws {
        let fixture = try Fixture("renames")
        let plain = text(try Followed(fixture).lines)
        let changes: [([UInt8]) -> [UInt8]] = [
            { $0.dropLast() }, { Array($0.prefix(12)) }, { $0 + [1] }, { _ in [] }, { $0.map { $0 | 0x80 } },
            { $0.dropLast() + [0xFF] }, { $0.prefix($0.count - 9) + Array(repeating: 0xFF, count: 9) },
        ]
        for (change, withHead) in changes.flatMap({ [($0, false), ($0, true)] }) {
            let keeper = Keeper()
            _ = try Followed(fixture, memory: keeper.memory)
            // What says about which history they speak only if asked to.
            keeper.change(.lineages) { withHead || (try? LineageHead($0)) == nil ? change($0) : $0 }
            #expect(text(try Followed(fixture, memory: keeper.memory).lines) == plain)
            // That scan has left what the next one takes.
            let memory = keeper.memory
            #expect(text(try Followed(fixture, memory: memory).lines) == plain)
            #expect(memory.use(of: .lineages).kept > 0)
        }
    }

    @Test("A lineage with an unreadable object is not kept: it may be readable another time")
    func unreadable() throws {
        let fixture = try Fixture("missing-blob")
        let keeper = Keeper()
        let lines = try Followed(fixture, memory: keeper.memory).lines
        #expect(!lines.unreadable.isEmpty)
        let memory = keeper.memory
        #expect(text(try Followed(fixture, memory: memory).lines) == text(lines))
        #expect(memory.use(of: .lineages).made > 0)
    }
}
