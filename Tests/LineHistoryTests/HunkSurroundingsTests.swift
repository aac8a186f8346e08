import Testing

@testable import Git
@testable import LineHistory

@Suite struct HunkSurroundingsTests {
    @Test(
        "Hunks are the same from whatever commit on they were expected, and earlier ones when they are asked for",
        arguments: ["linear", "renames", "merges"])
    func expectation(name: String) throws {
        let fixture = try Fixture(name)
        let whole = try Followed(fixture).lines
        #expect(hunks(of: whole, from: 0).contains { !$0.contains("above [] below []") })
        for first in [whole.history.count / 2, whole.history.count] {
            let late = try Followed(fixture, surroundedFrom: first).lines
            #expect(hunks(of: late, from: first) == hunks(of: whole, from: first))
            #expect(hunks(of: late.surrounded(from: 0), from: 0) == hunks(of: whole, from: 0))
        }
    }

    private func hunks(of lines: LineHistory, from commit: Int) -> [String] {
        (commit..<lines.history.count).flatMap { lines.versions(of: $0) }.flatMap { version in
            lines.hunks(of: version).map {
                "\(version) \($0.hunk) above \(Array($0.above)) below \(Array($0.below)) \($0.marks)"
            }
        }
    }
}
