/// Numbers that are the same in every run (Sebastiano Vigna's SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    mutating func below(_ limit: Int) -> Int {
        Int.random(in: 0..<limit, using: &self)
    }
}

/// Pairs of texts that are hard on a line difference, by number.
enum RandomTexts: String, CaseIterable, Sendable {
    /// Few different lines, many of each.
    case repeated
    /// Code: braces, blank lines, indents.
    case code
    /// A block that stands several times, once more or less often.
    case sliding
    /// Carriage returns, on all lines or on some; the last line feed may be missing.
    case lineEnds
    /// Nothing in common, or one side empty.
    case foreign
    /// Lines that differ, around lines that are all over the file.
    case frequent

    /// The nth pair of this kind.
    ///
    /// - Parameter size: about how many lines the old text has at most.
    func pair(_ number: Int, size: Int = 40) -> (old: [UInt8], new: [UInt8]) {
        let kind = UInt64(Self.allCases.firstIndex(of: self)!)
        var random = SeededGenerator(seed: kind << 40 | UInt64(number))
        let old = (0..<random.below(size + 1)).map { line($0, &random) }
        var new = old
        let edits = random.below(4) == 0 ? random.below(size) : random.below(5)
        for _ in 0...edits { edit(&new, &random) }
        if self == .foreign && random.below(3) == 0 { new = (0..<random.below(size)).map { "other \($0)\n" } }
        return (bytes(old, &random), bytes(new, &random))
    }

    private func line(_ number: Int, _ random: inout SeededGenerator) -> String {
        switch self {
        case .repeated: ["a\n", "b\n", "c\n", "\n"][random.below(4)]
        case .code:
            [
                "{\n", "}\n", "\t}\n", "    }\n", "\n", "  \n", "\treturn \(random.below(3));\n", "    end\n",
                "    call(\(random.below(9)))\n", "if (x\(random.below(5))) {\n", "\t\tx = \(number);\n",
                "# \(number)\n",
            ][random.below(12)]
        case .sliding: ["\(number % 5)\n", "\(number % 5)\n", "\n", "  deep \(number % 5)\n"][random.below(4)]
        case .lineEnds: ["x\r\n", "x\n", "\r\n", "\n", "\r\r\n", "y \(number)\r\n", "\u{B}\n"][random.below(7)]
        case .foreign: "own \(number)\n"
        case .frequent: random.below(3) > 0 ? "common\n" : "line \(random.below(60))\n"
        }
    }

    private func edit(_ lines: inout [String], _ random: inout SeededGenerator) {
        let place = random.below(lines.count + 1)
        let length = min(random.below(6), lines.count - place)
        switch random.below(5) {
        case 0: lines.insert(line(random.below(200), &random), at: place)
        case 1: lines.removeSubrange(place..<place + length)
        case 2: lines.insert(contentsOf: Array(lines[place..<place + length]), at: place)
        case 3:
            let part = Array(lines[place..<place + length])
            lines.removeSubrange(place..<place + length)
            lines.insert(contentsOf: part, at: random.below(lines.count + 1))
        default: if place < lines.count { lines[place] = line(random.below(200), &random) }
        }
    }

    private func bytes(_ lines: [String], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = lines.flatMap(\.utf8)
        if random.below(4) == 0, bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        return bytes
    }
}
