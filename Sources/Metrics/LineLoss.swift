import LineHistory

/// Lines of one version that one commit removed, more than white space each: what ``LineDeath`` says run by run, summed up.
///
/// A commit mostly takes several runs from a version. Whoever counts lines by writer and remover has a quarter as much to go through.
struct LineLoss: Sendable {
    /// The version that the lines came with.
    let version: VersionNumber
    /// Position of the commit that removed them.
    let remover: UInt32
    fileprivate(set) var lines: UInt32
}

extension LineLoss {
    /// The losses of a history, by version.
    static func all(_ lines: LineHistory) -> [LineLoss] {
        // Removers come in no order: four bytes for each stay in the processor's cache.
        let commits = lines.versions.map(\.commit)
        var losses: [LineLoss] = []
        // By commit: where its last loss stands.
        var places = [Int](repeating: 0, count: lines.history.count)
        for death in lines.lives.deaths where death.meaningfulCount > 0 {
            let remover = commits[Int(death.by)]
            let place = places[Int(remover)]
            if place < losses.count, losses[place].version == death.run.version, losses[place].remover == remover {
                losses[place].lines += death.meaningfulCount
            } else {
                places[Int(remover)] = losses.count
                losses.append(LineLoss(version: death.run.version, remover: remover, lines: death.meaningfulCount))
            }
        }
        return losses
    }
}
