import Git
import LineHistory

/// What was found about the lines of commits, and what that rests on besides the commits themselves; arrays by position.
package struct KeptOperations: Sendable {
    /// Lines that came back later are among the deleted ones still.
    let counts: [OperationCounts]
    let duplicates: [DuplicateBlocks.Count]
    /// In the order of landing.
    let returns: [Restorations.Return]
    /// Checksums of the changed paths that are not counted; 0 where all are.
    let exclusions: [UInt64]
    /// Checksums of the commit's lines that were removed, with the moments, and of those that a merge dropped.
    let fates: [UInt64]
}

extension KeptOperations {
    /// By position: sums over the changed paths that are not counted.
    static func exclusions(_ facts: AuditFacts) -> [UInt64] {
        var sums = [UInt64](repeating: 0, count: facts.history.count)
        for (number, version) in facts.lines.versions.enumerated() where !facts.isCounted(path: version.path) {
            sums[Int(version.commit)] &+= Checksum.mixed(0, UInt64(number) + 1)
        }
        return sums
    }

    /// By position: sums over the commit's lines that were removed, and over those that a merge dropped.
    ///
    /// - Parameter count: how many of the first commits an earlier scan knew.
    /// - Returns: the sums over all lines, and those without what later commits removed.
    static func fates(_ facts: AuditFacts, from count: Int) -> (all: [UInt64], earlier: [UInt64]) {
        var all = [UInt64](repeating: 0, count: facts.history.count)
        var late = all
        for loss in facts.lives.losses {
            let (writer, remover) = (facts.lines.commit(of: loss.version), facts.lines.commit(of: loss.by))
            let sum = checksum(loss.checksum, of: loss.version, UInt64(bitPattern: facts.landedAt[remover]))
            all[writer] &+= sum
            if remover >= count { late[writer] &+= sum }
        }
        for run in facts.lives.dropped {
            all[facts.lines.commit(of: run.version)] &+= checksum(run.checksum, of: run.version, .max)
        }
        return (all, zip(all, late).map { $0 &- $1 })
    }

    /// - Parameters:
    ///   - lines: a checksum of which lines of a version.
    ///   - end: when they ended.
    private static func checksum(_ lines: UInt64, of version: VersionNumber, _ end: UInt64) -> UInt64 {
        Checksum.mixed(Checksum.mixed(lines, UInt64(version)), end)
    }
}

extension KeptOperations {
    init(from reader: inout ByteReader) throws(ByteReader.Failure) {
        counts = try reader.values(of: OperationCounts.self)
        duplicates = try reader.values(of: DuplicateBlocks.Count.self)
        returns = try reader.values(of: Restorations.Return.self)
        exclusions = try reader.values(of: UInt64.self)
        fates = try reader.values(of: UInt64.self)
        guard [duplicates.count, exclusions.count, fates.count].allSatisfy({ $0 == counts.count }) else {
            throw ByteReader.Failure()
        }
    }

    func write(to writer: inout ByteWriter) {
        writer.write(values: counts)
        writer.write(values: duplicates)
        writer.write(values: returns)
        writer.write(values: exclusions)
        writer.write(values: fates)
    }
}
