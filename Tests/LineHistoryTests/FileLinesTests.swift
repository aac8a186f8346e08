import Testing

@testable import Git
@testable import LineHistory

@Suite struct FileLinesTests {
    /// Numbers that are the same in every run.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state += 1
            return Checksum.mixed(Checksum.mixed(1, state), state)
        }
    }

    /// A line by the version that wrote it and its number there.
    private struct Line: Equatable {
        let version: VersionNumber
        let number: UInt32
    }

    private static func lines(_ file: FileLines) -> [Line] {
        file.runs.flatMap { run in (run.line..<run.end).map { Line(version: run.version, number: $0) } }
    }

    /// Hunks that change, add or remove a few lines, each apart from the one before.
    private static func hunks(_ count: Int, using generator: inout some RandomNumberGenerator) -> [Hunk] {
        var hunks: [Hunk] = []
        var (old, new) = (0, 0)
        while hunks.count < 4 {
            let kept = Int.random(in: hunks.isEmpty ? 0...3 : 1...3, using: &generator)
            let removed = Int.random(in: 0...3, using: &generator)
            let added = Int.random(in: (removed == 0 ? 1 : 0)...3, using: &generator)
            guard old + kept + removed <= count else { break }
            (old, new) = (old + kept, new + kept)
            hunks.append(
                Hunk(oldStart: old, oldCount: removed, newStart: new, newCount: added))
            (old, new) = (old + removed, new + added)
        }
        return hunks
    }

    @Test("A file after any edits has the lines that its hunks say, in as few runs as can be", arguments: 0..<50)
    func edits(seed: Int) {
        var generator = Generator(state: UInt64(seed) << 32)
        var file = FileLines(version: 0, count: 12)
        var trace = EditTrace()
        for version in 1..<40 as Range<VersionNumber> {
            var expected = Self.lines(file)
            let hunks = Self.hunks(expected.count, using: &generator)
            var removed: [Line] = []
            for hunk in hunks.reversed() {
                let range = Int(hunk.oldStart)..<Int(hunk.oldStart + hunk.oldCount)
                removed = expected[range] + removed
                let added = UInt32(hunk.newStart)..<UInt32(hunk.newStart + hunk.newCount)
                expected.replaceSubrange(range, with: added.map { Line(version: version, number: $0) })
            }
            let before = file.runs
            let edited = file.edited(by: hunks, into: version, &trace)
            #expect(file.runs == before)
            #expect(Self.lines(FileLines(runs: trace.removed.map(\.run))) == removed)
            file.edit(by: hunks, into: version, &trace)
            #expect(file.runs == edited.runs)
            #expect(Self.lines(file) == expected)
            #expect(!zip(file.runs, file.runs.dropFirst()).contains { $0.version == $1.version && $0.end == $1.line })
        }
    }
}
