import Attribution

/// How often a value of a key that usually names an AI tool was found, of which no mark is known.
package struct UnknownValueUse: Sendable {
    package private(set) var value: UnknownValue
    package private(set) var commits = 0
    /// The position of the first commit that carries it.
    package let example: Int
    /// Author dates of the first and the last of the commits, seconds since 1970, UTC.
    package private(set) var first: Int64
    package private(set) var last: Int64

    /// The most frequent first, then by key and value.
    static func all(in commits: [Int], of facts: AuditFacts) -> [UnknownValueUse] {
        var uses: [UnknownValue: UnknownValueUse] = [:]
        for commit in commits {
            let date = facts.commits[commit].authoredAt
            for value in facts.commits[commit].attribution.unknownValues {
                var use = uses[value] ?? UnknownValueUse(value: value, example: commit, first: date, last: date)
                use.commits += 1
                use.first = min(use.first, date)
                use.last = max(use.last, date)
                uses[value] = use
            }
        }
        return uses.values.sorted { $0.commits != $1.commits ? $0.commits > $1.commits : $0.value < $1.value }
    }

    /// With other words for the value.
    func covered(by cover: (String) -> String) -> UnknownValueUse {
        var use = self
        use.value.value = cover(value.value)
        return use
    }

    private init(value: UnknownValue, example: Int, first: Int64, last: Int64) {
        self.value = value
        self.example = example
        self.first = first
        self.last = last
    }
}
