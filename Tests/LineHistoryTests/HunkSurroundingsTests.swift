import Testing

@testable import Git
@testable import LineHistory

@Suite struct HunkSurroundingsTests {
    @Test(
        "Hunks are the same at whichever commits they were expected, and at others when they are asked for",
        arguments: ["linear", "renames", "merges"])
    func expectation(name: String) throws {
        let fixture = try Fixture(name)
        let whole = try Followed(fixture, surroundedFrom: 0).lines
        let all = Array(0..<whole.history.count)
        #expect(hunks(of: whole, at: all).contains { !$0.contains("above [] below []") })
        for first in [whole.history.count / 2, whole.history.count] {
            let late = try Followed(fixture, surroundedFrom: first).lines
            #expect(hunks(of: late, at: Array(all[first...])) == hunks(of: whole, at: Array(all[first...])))
            #expect(hunks(of: late.surrounded(at: all, jobs: 2), at: all) == hunks(of: whole, at: all))
        }
    }

    private func hunks(of lines: LineHistory, at commits: [Int]) -> [String] {
        commits.flatMap { lines.versions(of: $0) }.flatMap { version in
            lines.hunks(of: version).map {
                "\(version) \($0.hunk) above \(Array($0.above)) below \(Array($0.below)) \($0.marks)"
            }
        }
    }
}
