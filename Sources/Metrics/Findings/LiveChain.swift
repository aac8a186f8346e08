import Defects

/// A chain of fixes whose last one is young: nobody can say yet that it holds.
package struct LiveChain: Sendable {
    /// From 1, in the order of chains.csv.
    package let number: Int
    package let chain: FixChain
    /// Runs of lines that the last member wrote and that stand, by path; lines from 0.
    package let standing: [(path: UInt32, lines: Range<Int>)]

    /// A chain is live as long as its last member landed within so many days: the age at which a fix is read off as having held.
    package static let days = 90

    /// In the order of chains.csv.
    package static func all(_ facts: AuditFacts) -> [LiveChain] {
        let since = facts.dataHorizon - Int64(days) * DayCount.seconds
        let live = facts.defects.chains.enumerated().filter {
            facts.landedAt[$1.members[$1.members.count - 1]] >= since
        }
        guard !live.isEmpty else { return [] }
        let last = Set(live.map { $1.members[$1.members.count - 1] })
        var standing: [Int: [(path: UInt32, lines: Range<Int>)]] = [:]
        for file in facts.lines.tip where facts.isCounted(path: file.path) {
            var line = 0
            for run in file.runs {
                let commit = facts.lines.commit(of: run.version)
                if last.contains(commit) {
                    standing[commit, default: []].append((file.path, line..<line + Int(run.count)))
                }
                line += Int(run.count)
            }
        }
        return live.map { number, chain in
            LiveChain(
                number: number + 1, chain: chain, standing: standing[chain.members[chain.members.count - 1]] ?? [])
        }
    }
}
