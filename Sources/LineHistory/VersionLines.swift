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

    /// The mark of a line at its birth; nil where the line has none.
    package func mark(version: VersionNumber, line: UInt32) -> LineMark? {
        if isMerged(version) {
            guard let birth = lives.lists.mergeBirths(of: version).first(where: { $0.run.end > line }),
                birth.run.line <= line
            else { return nil }
            let marks = marks(of: birth)
            return marks[marks.startIndex + Int(line - birth.run.line)]
        }
        let (piece, script) = scripts.script(of: version)
        var before = Int(script.addedMarks)
        for hunk in scripts.pieces[piece].hunks(of: script) {
            if hunk.newLines.contains(Int(line)) {
                return scripts.pieces[piece].addedMarks[before + Int(line) - hunk.newLines.lowerBound]
            }
            before += Int(hunk.newCount)
        }
        return nil
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
