import Git

/// What one run found out of the commits of a history, each by what stands before it and by itself, for the next run to take.
package struct KeptDefects: Sendable {
    /// Ascending by fix.
    let findings: [LinkFinding]
    /// By position.
    let signatures: [ChangeSignature]
    let returns: KeptReturns
    /// Of commits that their words or a label call fixes.
    let changes: KeptChanges
    /// Of all paths, whichever commits are asked for.
    package let pathKinds: PathKinds

    package static let none = KeptDefects(
        findings: [], signatures: [], returns: .none, changes: KeptChanges(), pathKinds: .none)

    /// What is kept of the first commits.
    package func prefix(_ count: Int) -> KeptDefects {
        KeptDefects(
            findings: findings.filter { $0.fix < count }, signatures: Array(signatures.prefix(count)),
            returns: returns.commitCount <= count ? returns : .none, changes: changes.prefix(count),
            pathKinds: pathKinds)
    }
}

extension KeptDefects {
    package init(from reader: inout ByteReader) throws(ByteReader.Failure) {
        findings = try LinkFinding.list(from: &reader)
        signatures = try reader.values(of: ChangeSignature.self)
        returns = try KeptReturns(from: &reader)
        changes = try KeptChanges(from: &reader)
        pathKinds = try PathKinds(from: &reader)
    }

    package func write(to writer: inout ByteWriter) {
        LinkFinding.write(findings, to: &writer)
        writer.write(values: signatures)
        returns.write(to: &writer)
        changes.write(to: &writer)
        pathKinds.write(to: &writer)
    }
}
