/// Some results of one kind that were kept together.
package struct Segment: Sendable {
    package enum Kind: Int64, CaseIterable, Sendable {
        case commits = 1
        case trees = 2
        case contents = 3
        /// What one scan found out from its whole history; the last is good.
        case results = 4
        /// What became of lines, lineage by lineage.
        case lineages = 5
        /// Where each version of each file came from; the last is good.
        case plans = 6
    }

    package let number: Int64
    package let bytes: [UInt8]
    /// By what its parts are found; nil where it has none, or none was asked for. Its keeper knows whether it is what was written.
    package let head: [UInt8]?
}

/// What the last whole scan was about.
package struct LastScan: Equatable, Sendable {
    /// The analysed commit, in hexadecimal digits.
    package let tip: String
    package let commits: Int

    package init(tip: String, commits: Int) {
        self.tip = tip
        self.commits = commits
    }
}
