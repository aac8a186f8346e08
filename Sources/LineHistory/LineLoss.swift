import Git

/// Lines of one version that another version no longer has: what ``LineDeath`` says run by run, summed up.
///
/// A commit mostly takes several runs from a version. Whoever counts lines by writer and remover has a quarter as much to go through.
package struct LineLoss: Sendable {
    /// The version that the lines came with.
    package let version: VersionNumber
    /// The version that no longer has them.
    package let by: VersionNumber
    /// How many of them are more than white space.
    package let meaningfulCount: UInt32
    /// A checksum of which lines they are.
    package let checksum: UInt64
}

/// Sums up the deaths of a version's lines.
struct LineLossTally {
    private var losses: [(by: VersionNumber, meaningfulCount: UInt32, checksum: UInt64)] = []
    /// By place of the removing version in the piece: where its loss stands, if that is of this version.
    private var indices: [UInt32]

    /// - Parameter count: of the versions in the piece.
    init(count: Int) {
        indices = Array(repeating: 0, count: count)
    }

    /// - Parameter place: of the removing version in the piece.
    mutating func add(_ death: LineDeath, at place: Int) {
        let sum = death.run.checksum
        let index = Int(indices[place])
        if index < losses.count, losses[index].by == death.by {
            losses[index].meaningfulCount += death.meaningfulCount
            losses[index].checksum &+= sum
        } else {
            indices[place] = UInt32(losses.count)
            losses.append((death.by, death.meaningfulCount, sum))
        }
    }

    /// What was added since the last version ended.
    mutating func endVersion(_ version: VersionNumber, _ body: (LineLoss) -> Void) {
        for (by, count, checksum) in losses {
            body(LineLoss(version: version, by: by, meaningfulCount: count, checksum: checksum))
        }
        losses.removeAll(keepingCapacity: true)
    }
}

extension LineRun {
    /// Tells the lines from others of the same version.
    package var checksum: UInt64 { Checksum.mixed(Checksum.mixed(0, UInt64(line)), UInt64(count)) }
}
