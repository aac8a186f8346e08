import Git

/// The lines that single versions wrote and removed.
extension LineHistory {
    /// Lines that a version wrote, new against every parent; by line.
    package func births(of version: VersionNumber) -> [LineBirth] {
        if isMerged(version) { return Array(lives.lists.mergeBirths(of: version)) }
        var births: [LineBirth] = []
        scripts.eachAddition(of: version) { births.append($0) }
        return births
    }

    /// Lines that a version wrote and that carry on no older line; by line.
    package func written(by version: VersionNumber) -> [LineBirth] {
        var written: [LineBirth] = []
        for birth in births(of: version) { continued.eachNew(of: birth, at: Int(version)) { written.append($0) } }
        return written
    }

    /// Lines that a version has no longer, from top to bottom.
    package func removals(of version: VersionNumber) -> ArraySlice<LineRemoval> {
        // What a renamed file loses is found where its old path is deleted.
        if plan.carriedDeletions[version] != nil { return [] }
        let own = lives.lists.removals(at: version)
        guard let deletion = renamedFrom[version] else { return own }
        return deletion < version
            ? lives.lists.removals(at: deletion) + own : own + lives.lists.removals(at: deletion)
    }

    /// The marks of lines that stand together and were written by one version, as they were then; nil where they have none.
    package func marks(of run: LineRun) -> ArraySlice<LineMark>? {
        if isMerged(run.version) {
            guard let birth = lives.lists.mergeBirths(of: run.version).first(where: { $0.run.end > run.line }),
                birth.run.line <= run.line
            else { return nil }
            return marks(of: birth.part(run))
        }
        let (piece, script) = scripts.script(of: run.version)
        guard let above = scripts.pieces[piece].hunks.addedLines(above: Int(run.line), in: script.hunks) else {
            return nil
        }
        let start = Int(script.addedMarks) + above
        return scripts.pieces[piece].addedMarks[start..<start + Int(run.count)]
    }

    private func isMerged(_ version: VersionNumber) -> Bool { history.isMerge(commit(of: version)) }

    /// The marks of lines that were written.
    package func marks(of birth: LineBirth) -> ArraySlice<LineMark> { scripts.marks(of: birth) }

    /// The marks of lines that were removed; empty where a merge dropped them.
    package func marks(of removal: LineRemoval) -> ArraySlice<LineMark> {
        guard let place = removal.marks else { return [] }
        return scripts.pieces[Int(place.piece)].removedMarks[
            Int(place.start)..<Int(place.start) + Int(removal.run.count)]
    }
}
