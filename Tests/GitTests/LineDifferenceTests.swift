import Testing

@testable import Git

@Suite struct LineDifferenceTests {
    @Test("Hunks of random texts are those of git's own difference", arguments: RandomTexts.allCases)
    func small(kind: RandomTexts) throws {
        for number in 0..<3000 {
            let (old, new) = kind.pair(number)
            guard try agrees(old, new, "\(kind) \(number)") else { return }
        }
    }

    @Test("So are hunks of longer texts with many changes", arguments: RandomTexts.allCases)
    func large(kind: RandomTexts) throws {
        for number in 0..<60 {
            let (old, new) = kind.pair(number, size: 400)
            guard try agrees(old, new, "\(kind) \(number)") else { return }
        }
    }

    @Test(
        "A long common tail is cut off as git blame does, while numstat sees the whole", arguments: RandomTexts.allCases
    )
    func tail(kind: RandomTexts) throws {
        for number in 0..<600 {
            var (old, new) = kind.pair(number)
            var random = SeededGenerator(seed: UInt64(number) ^ 0xABCD)
            let tail = tail(like: old, length: 900 + random.below(2400), &random)
            old += tail
            new += tail
            guard try agrees(old, new, "\(kind) \(number) with a tail of \(tail.count)") else { return }
        }
    }

    @Test("Where the search becomes expensive it stops where git stops", arguments: 0..<12)
    func expensive(number: Int) throws {
        var random = SeededGenerator(seed: 0xE0 + UInt64(number))
        let words = [3, 20, 200][number % 3]
        func text() -> [UInt8] {
            (0..<900 + random.below(900)).flatMap { place in
                // Runs of shared lines, by which the search may leave early, among lines in no order.
                place / 30 % 5 == 0 ? Array("shared \(place)\n".utf8) : Array("w\(random.below(words))\n".utf8)
            }
        }
        _ = try agrees(text(), text(), "\(number)")
    }

    @Test("A line of one side only that is frequent in the rest is left out where git leaves it out")
    func oneSidedFrequent() throws {
        for number in 0..<6000 {
            var random = SeededGenerator(seed: 0xF0 << 20 + UInt64(number))
            let head = (0..<60).map { ["x\n", "y\n", "c\n"][$0 % 3] }
            func middle(_ own: String) -> [String] {
                (0..<6 + random.below(20)).map { place in
                    [own, own, "a\n", "b\n", "c\n", "d\n", "\(own.dropLast()) \(place)\n"][random.below(7)]
                }
            }
            let old = head + middle("x\n") + ["end\n"]
            let new = head + middle("y\n") + ["end\n"]
            guard try agrees(old.flatMap(\.utf8), new.flatMap(\.utf8), "\(number)") else { return }
        }
    }

    @Test("A change in the middle of a large file is found in the middle")
    func head() throws {
        let lines = (0..<20_000).map { "line \($0 % 700)\n" }
        var changed = lines
        changed.replaceSubrange(9_000..<9_003, with: ["new\n", "line 4\n"])
        changed.insert(contentsOf: lines[11_000..<11_020], at: 11_020)
        _ = try agrees(lines.flatMap(\.utf8), changed.flatMap(\.utf8), "large file")
    }

    @Test("A run slides as far as it can over more lines than are looked at first")
    func longSlide() throws {
        let same = [String](repeating: "same\n", count: 3000)
        for extra in [1, 2, 150] {
            let old = ["head\n"] + same + ["tail\n"]
            let new = ["head\n"] + same + [String](repeating: "same\n", count: extra) + ["tail\n"]
            _ = try agrees(old.flatMap(\.utf8), new.flatMap(\.utf8), "\(extra) more")
            _ = try agrees(new.flatMap(\.utf8), old.flatMap(\.utf8), "\(extra) fewer")
        }
    }

    @Test("Lines that differ in the lowest bits of two bytes alone are other lines")
    func similarLines() throws {
        let old = (0..<200).map { "#: file\($0 % 2).c:10\($0 % 2) and \($0 / 2)\n" }
        let new = (0..<200).map { "#: file\(($0 + 1) % 2).c:10\(($0 + 1) % 2) and \($0 / 2)\n" }
        for length in 0..<16 {
            let indent = String(repeating: " ", count: length)
            _ = try agrees(
                old.flatMap { Array((indent + $0).utf8) }, new.flatMap { Array((indent + $0).utf8) }, "\(length)")
            let pairs = ["\(indent)0234567a\n", "\(indent)1234567a\n", "\(indent)0234567b\n", "\(indent)1234567b\n"]
            _ = try agrees(
                (pairs + ["x\n"] + pairs.reversed()).flatMap(\.utf8),
                (pairs.reversed() + ["y\n"] + pairs).flatMap(\.utf8),
                "pairs \(length)")
        }
    }

    /// Lines like those of a text, `length` bytes or a little more.
    private func tail(like text: [UInt8], length: Int, _ random: inout SeededGenerator) -> [UInt8] {
        let lines = text.split(separator: UInt8(ascii: "\n"))
        var tail: [UInt8] = []
        while tail.count < length {
            if random.below(3) > 0 { tail += lines.randomElement(using: &random) ?? ArraySlice("tail".utf8) }
            tail.append(UInt8(ascii: "\n"))
        }
        return tail
    }

    /// Compares both answers, blame's and numstat's, with libgit2's xdiff.
    private func agrees(_ old: [UInt8], _ new: [UInt8], _ name: String) throws -> Bool {
        let mine = old.withUnsafeBytes { old in
            new.withUnsafeBytes { new in
                // Whoever asks has dealt with empty texts.
                old.isEmpty || new.isEmpty
                    ? nil
                    : LineDifference().difference(
                        old: old, oldLineCount: old.lineCount, new: new, newLineCount: new.lineCount)
            }
        }
        guard let mine else { return true }
        let cut = Self.blameCut(old, new)
        let blamed = try xdiff(old.dropLast(cut), new.dropLast(cut))
        let whole = cut == 0 ? blamed : try xdiff(old[...], new[...])
        let isEqual =
            mine.hunks == blamed && mine.added == whole.reduce(0) { $0 + Int($1.newCount) }
            && mine.deleted == whole.reduce(0) { $0 + Int($1.oldCount) }
        #expect(
            isEqual,
            """
            \(name): \(mine.hunks.map(Self.text)) +\(mine.added) -\(mine.deleted), git \(blamed.map(Self.text)) \
            and +\(whole.reduce(0) { $0 + $1.newCount }) -\(whole.reduce(0) { $0 + $1.oldCount })
            """)
        return isEqual
    }

    private func xdiff(_ old: ArraySlice<UInt8>, _ new: ArraySlice<UInt8>) throws -> [Hunk] {
        let difference = WholeTextDifference()
        return try old.withUnsafeBytes { old in
            try new.withUnsafeBytes { new in try difference.hunks(old: old, new: new) }
        }
    }

    private static func text(_ hunk: Hunk) -> String {
        "-\(hunk.oldStart),\(hunk.oldCount) +\(hunk.newStart),\(hunk.newCount)"
    }

    /// How much of a common tail `git blame` leaves away: whole blocks of 1,024 bytes, less the rest of a line.
    private static func blameCut(_ old: [UInt8], _ new: [UInt8]) -> Int {
        var blocks = 0
        while blocks + 1024 <= min(old.count, new.count),
            old.dropLast(blocks).suffix(1024) == new.dropLast(blocks).suffix(1024)
        {
            blocks += 1024
        }
        var recovered = 0
        while recovered < blocks {
            recovered += 1
            if old[old.count - blocks + recovered - 1] == UInt8(ascii: "\n") { break }
        }
        return blocks - recovered
    }
}
