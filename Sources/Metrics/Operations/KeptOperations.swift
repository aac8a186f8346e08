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
        let versions = facts.lines.versions
        for death in facts.lives.deaths {
            let writer = Int(versions[Int(death.run.version)].commit)
            let remover = Int(versions[Int(death.by)].commit)
            let sum = Checksum.mixed(checksum(death.run), UInt64(bitPattern: facts.landedAt[remover]))
            all[writer] &+= sum
            if remover >= count { late[writer] &+= sum }
        }
        for run in facts.lives.dropped() { all[Int(versions[Int(run.version)].commit)] &+= ~checksum(run) }
        return (all, zip(all, late).map { $0 &- $1 })
    }

    private static func checksum(_ run: LineRun) -> UInt64 {
        Checksum.mixed(Checksum.mixed(0, UInt64(run.version) << 32 | UInt64(run.line)), UInt64(run.count))
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
