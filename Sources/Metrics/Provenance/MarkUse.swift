import Attribution

/// How often one mark of one tool was found.
package struct MarkUse: Sendable {
    /// What a row is about. A mark that reads the tool from its text has a row for each tool.
    private struct Key: Hashable {
        let rule: String
        let tool: String
        let level: MarkLevel
        let channel: MarkChannel
    }

    private let key: Key
    package private(set) var commits = 0
    /// Author dates of the first and the last of the commits, seconds since 1970, UTC.
    package private(set) var first: Int64
    package private(set) var last: Int64

    package var rule: String { key.rule }
    /// Empty if the mark names none.
    package var tool: String { key.tool }
    package var level: MarkLevel { key.level }
    package var channel: MarkChannel { key.channel }

    /// By identifier of the mark, then by tool.
    static func all(in commits: [Int], of facts: AuditFacts) -> [MarkUse] {
        var uses: [Key: MarkUse] = [:]
        for commit in commits {
            let date = facts.commits[commit].authoredAt
            let keys = facts.commits[commit].attribution.matches.map {
                Key(rule: $0.rule, tool: $0.tool, level: $0.level, channel: $0.channel)
            }
            for key in Set(keys) {
                var use = uses[key] ?? MarkUse(key: key, first: date, last: date)
                use.commits += 1
                use.first = min(use.first, date)
                use.last = max(use.last, date)
                uses[key] = use
            }
        }
        return uses.values.sorted { ($0.rule, $0.tool, $0.level.rawValue) < ($1.rule, $1.tool, $1.level.rawValue) }
    }

    private init(key: Key, first: Int64, last: Int64) {
        self.key = key
        self.first = first
        self.last = last
    }
}
