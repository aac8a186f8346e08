/// What a note says about the authors of a commit's lines.
package struct NoteReading: Hashable, Sendable {
    /// Lines of one path that one party is stated to have written.
    struct Claim: Hashable, Sendable {
        let path: String
        let isAI: Bool
        /// From 0, half-open, in any order.
        let lines: [Range<Int>]
    }

    /// In the note's order: a later claim on a line overrides an earlier one.
    private(set) var claims: [Claim] = []
    /// Models by tool, both as the note names them; under no name those of tools that it does not name.
    package private(set) var models: [String: Set<String>] = [:]
    private var saysAI = false
    private var saysHuman = false

    init() {}

    /// As the note names them.
    package var tools: Set<String> { Set(models.keys).subtracting([""]) }
    /// Whether the note says something about single lines.
    package var claimsLines: Bool { !claims.isEmpty }
    /// Whether the note states a part of an AI tool.
    package var isAI: Bool { saysAI || claims.contains { $0.isAI } }
    /// Whether it states people and no AI tool.
    package var isHuman: Bool { !isAI && (saysHuman || !claims.isEmpty) }

    /// - Parameter lines: `nil` says that somebody wrote the file, without saying which lines.
    mutating func claim(
        _ lines: [Range<Int>]?, of path: String, byAI isAI: Bool, tool: String? = nil, model: String? = nil
    ) {
        if let lines, lines.isEmpty { return }
        if isAI {
            let tool = tool ?? ""
            let model = model ?? ""
            if !tool.isEmpty || !model.isEmpty {
                models[tool, default: []].formUnion(model.isEmpty ? [] : [model])
            }
        }
        if let lines {
            claims.append(Claim(path: path, isAI: isAI, lines: lines))
        } else if isAI {
            saysAI = true
        } else {
            saysHuman = true
        }
    }

    /// Says that an AI tool took part, and nothing else.
    mutating func claimForAI() { saysAI = true }

    /// What two notes say together; where they differ, the other one is right.
    mutating func merge(_ other: NoteReading) {
        claims += other.claims
        models.merge(other.models) { $0.union($1) }
        saysAI = saysAI || other.saysAI
        saysHuman = saysHuman || other.saysHuman
    }

    /// Whether the note can be about a change: it speaks only of paths that the change adds to, and of more lines that the
    /// change adds than of others.
    package func fits(_ added: [String: [Range<Int>]]) -> Bool {
        var (inside, all) = (0, 0)
        for claim in claims {
            guard let own = added[claim.path] else { return false }
            for range in claim.lines {
                all = all.addingReportingOverflow(range.count).partialValue
                inside += own.reduce(0) { $0 + $1.clamped(to: range).count }
            }
        }
        return inside * 2 > all && all > 0
    }

    /// The share of the added lines that are the AI's, 0 to 1; `nil` without added lines or without claims on lines.
    package func share(of added: [String: [Range<Int>]]) -> Double? {
        let total = added.values.reduce(0) { $0 + $1.reduce(0) { $0 + $1.count } }
        guard total > 0, !claims.isEmpty else { return nil }
        var remaining = added
        var ai = 0
        for claim in claims.reversed() {
            guard var open = remaining[claim.path] else { continue }
            for range in claim.lines {
                var rest: [Range<Int>] = []
                for piece in open {
                    let common = piece.clamped(to: range)
                    if common.isEmpty {
                        rest.append(piece)
                        continue
                    }
                    if claim.isAI { ai += common.count }
                    if piece.lowerBound < common.lowerBound { rest.append(piece.lowerBound..<common.lowerBound) }
                    if common.upperBound < piece.upperBound { rest.append(common.upperBound..<piece.upperBound) }
                }
                open = rest
            }
            remaining[claim.path] = open
        }
        return Double(ai) / Double(total)
    }
}

/// Line ranges as notes write them: `1-10,15`, from 1, both ends included; unsorted and overlapping ones do.
///
/// At most 10,000 ranges are read: nobody writes more about one file of one commit.
func lineRanges(_ text: some StringProtocol) -> [Range<Int>] {
    text.split(separator: ",").prefix(10_000).compactMap { item in
        let ends = item.split(separator: "-", maxSplits: 1).map { Int(String($0.filter { !$0.isWhitespace })) }
        guard let first = ends.first, let low = first, low >= 1, let last = ends.last, let high = last, high >= low,
            high < Int.max
        else { return nil }
        return (low - 1)..<high
    }
}
