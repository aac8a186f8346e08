import Testing

@testable import Git

@Suite struct PackedHunksTests {
    @Test("Hunks of many scripts are handed out as they were packed")
    func roundTrip() throws {
        var random = SeededGenerator(seed: 0x48)
        let scripts = (0..<200).map { number in Self.hunks(number % 5, upTo: [3, 100, 1 << 20][number % 3], &random) }
        var packed = PackedHunks()
        let ranges = scripts.map { packed.append($0) }
        #expect(zip(scripts, ranges).allSatisfy { packed.hunks(in: $1) == $0 })
        #expect(zip(scripts, ranges).allSatisfy { $0.isEmpty == $1.isEmpty })

        var writer = ByteWriter()
        packed.write(to: &writer)
        writer.write(7)
        var reader = ByteReader(writer.bytes)
        let read = try PackedHunks(from: &reader)
        #expect(try reader.number() == 7)
        #expect(zip(scripts, ranges).allSatisfy { read.hunks(in: $1) == $0 })
    }

    @Test("A line that hunks add has those above it that they add, too")
    func addedLines() {
        var random = SeededGenerator(seed: 0x4C)
        var packed = PackedHunks()
        for number in 0..<60 {
            let hunks = Self.hunks(number % 5, upTo: 6, &random)
            let range = packed.append(hunks)
            let added = hunks.flatMap(\.newLines)
            for line in 0..<((added.last ?? 0) + 3) {
                #expect(packed.addedLines(above: line, in: range) == added.firstIndex(of: line))
            }
        }
    }

    private static func hunks(_ count: Int, upTo limit: Int, _ random: inout SeededGenerator) -> [Hunk] {
        var (old, new) = (0, 0)
        return (0..<count).map { _ in
            let same = random.below(limit)
            let hunk = Hunk(
                oldStart: old + same, oldCount: random.below(limit), newStart: new + same,
                newCount: random.below(limit))
            (old, new) = (hunk.oldLines.upperBound, hunk.newLines.upperBound)
            return hunk
        }
    }
}
