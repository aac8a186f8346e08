import Git

/// What fixes took from files and which commits wrote it again, as far as a run looked, for the next run to go on with.
struct KeptReturns: Equatable, Sendable {
    /// A line that a commit wrote again.
    struct Return: BitwiseCopyable, Equatable, Sendable {
        let commit: UInt32
        /// Index of ``LostLines/losses``.
        let loss: UInt32
        /// Its number among the lost ones.
        let line: UInt32
        /// ``LineMark/length`` of a line; four bytes wide, so that the memory of a list has no gaps.
        let length: UInt32

        static func < (left: Return, right: Return) -> Bool {
            (left.commit, left.loss, left.line) < (right.commit, right.loss, right.line)
        }
    }

    /// The first commits, all of which were looked at.
    let commitCount: Int
    /// Ascending.
    let fixes: [UInt32]
    let lost: LostLines
    /// By number of the lost line: how often the history wrote it, up to one more than counts as telling.
    let written: [UInt8]
    /// By commit, then by loss, then by line, each once.
    let returns: [Return]

    static let none = KeptReturns(commitCount: 0, fixes: [], lost: LostLines(), written: [], returns: [])

    /// Whether the fixes among the first commits are the same; ascending.
    func hold(for fixes: [Int]) -> Bool {
        fixes.prefix { $0 < commitCount }.elementsEqual(self.fixes.lazy.map(Int.init))
    }
}

extension KeptReturns {
    init(from reader: inout ByteReader) throws(ByteReader.Failure) {
        commitCount = try reader.number()
        fixes = try reader.words()
        lost = try LostLines(from: &reader)
        written = try reader.values(of: UInt8.self)
        returns = try reader.values(of: Return.self)
        guard written.count == lost.count else { throw ByteReader.Failure() }
    }

    func write(to writer: inout ByteWriter) {
        writer.write(commitCount)
        writer.write(values: fixes)
        lost.write(to: &writer)
        writer.write(values: written)
        writer.write(values: returns)
    }
}
