/// How two texts differ, line by line.
struct LineDifferenceResult {
    /// What leads from the old to the new text, as `git blame` sees it.
    var hunks: [Hunk]
    /// The lines that both texts begin with, and the bytes of these; hunks may slide into them.
    var commonHead = (lineCount: 0, byteCount: 0)
    /// Added and deleted lines as `git log --numstat` counts them, which in rare cases (see ``LineDifference``) are others.
    var added: Int
    var deleted: Int

    init(hunks: [Hunk]) {
        self.hunks = hunks
        added = hunks.reduce(0) { $0 + Int($1.newCount) }
        deleted = hunks.reduce(0) { $0 + Int($1.oldCount) }
    }
}

/// Line differences equal to git's, for the price of the part that changed.
///
/// Most changes leave most of a file alone, so the common head and tail are found by comparing memory, and only what is
/// between them is searched. Why not libgit2's own `git_diff_buffers`: it hashes both buffers by SHA-1 to give them names, and
/// looks at every line of both; that was 44 % of a whole scan.
///
/// git itself gives two answers: blame cuts the common tail off in blocks of 1,024 bytes before it starts, which can keep a run
/// from sliding down and changes which lines are frequent; numstat does not.
final class LineDifference {
    private var lines = MiddleLines()
    private var search = EditSearch()

    func difference(
        old: UnsafeRawBufferPointer, oldLineCount: Int, new: UnsafeRawBufferPointer, newLineCount: Int
    ) -> LineDifferenceResult {
        let tail = CommonTail(old: old, new: new)
        let whole = Trimmed(old: old, new: new, commonTail: tail.byteCount)
        var result = difference(old, oldLineCount, new, newLineCount, tail, whole)
        result.commonHead = (whole.headLineCount, whole.oldMiddle.lowerBound)
        return result
    }

    private func difference(
        _ old: UnsafeRawBufferPointer, _ oldLineCount: Int, _ new: UnsafeRawBufferPointer, _ newLineCount: Int,
        _ tail: CommonTail, _ whole: Trimmed
    ) -> LineDifferenceResult {
        if whole.isSame { return LineDifferenceResult(hunks: []) }
        let cutOld = UnsafeRawBufferPointer(rebasing: old[..<(old.count - tail.blameCut)])
        let cutNew = UnsafeRawBufferPointer(rebasing: new[..<(new.count - tail.blameCut)])
        let isCutOutside = tail.blameCut <= old.count - whole.oldMiddle.upperBound
        let trimmed =
            isCutOutside
            ? whole : Trimmed(old: cutOld, new: cutNew, commonTail: CommonTail(old: cutOld, new: cutNew).byteCount)
        let oldCount = cutOld.lineCount(in: trimmed.oldMiddle)
        let newCount = cutNew.lineCount(in: trimmed.newMiddle)
        let replacement = LineDifferenceResult(
            hunks: [
                Hunk(
                    oldStart: trimmed.headLineCount, oldCount: oldCount, newStart: trimmed.headLineCount,
                    newCount: newCount)
            ])
        if oldCount == 1 && newCount == 1 { return replacement }
        let isOneSided = oldCount == 0 || newCount == 0
        if isOneSided && !trimmed.canSlide(old: cutOld, new: cutNew) { return replacement }
        let oldLines = LineTable(cutOld, middle: trimmed.oldMiddle, count: oldCount)
        let newLines = LineTable(cutNew, middle: trimmed.newMiddle, count: newCount)
        if isOneSided {
            let hunks = placed(
                trimmed, oldLines, Array(repeating: true, count: oldCount), newLines,
                Array(repeating: true, count: newCount))
            return LineDifferenceResult(hunks: hunks)
        }
        lines.read(old: oldLines, new: newLines)
        if !lines.haveCommonLine { return replacement }
        if let changed = lines.plainlyChanged() {
            return LineDifferenceResult(hunks: placed(trimmed, oldLines, changed.old, newLines, changed.new))
        }
        lines.startCounting(old: oldLines, new: newLines)
        lines.count(common: 0..<trimmed.oldMiddle.lowerBound, of: cutOld)
        lines.count(common: trimmed.oldMiddle.upperBound..<cutOld.count, of: cutOld)
        let cutLineCount = old.lineCount(in: cutOld.count..<old.count)
        let kept = lines.kept(oldLineCount: oldLineCount - cutLineCount, newLineCount: newLineCount - cutLineCount)
        let changed = changed(kept: kept)
        var result = LineDifferenceResult(hunks: placed(trimmed, oldLines, changed.old, newLines, changed.new))
        guard tail.blameCut > 0 else { return result }
        if isCutOutside {
            lines.count(common: cutOld.count..<old.count, of: old)
        } else {
            countWhole(whole, old, new)
        }
        let keptOfWhole = lines.kept(oldLineCount: oldLineCount, newLineCount: newLineCount)
        if !isCutOutside || keptOfWhole != kept {
            let changed = self.changed(kept: keptOfWhole)
            result.deleted = changed.old.count(where: { $0 })
            result.added = changed.new.count(where: { $0 })
        }
        return result
    }

    private func countWhole(_ whole: Trimmed, _ old: UnsafeRawBufferPointer, _ new: UnsafeRawBufferPointer) {
        let oldLines = LineTable(old, middle: whole.oldMiddle, count: old.lineCount(in: whole.oldMiddle))
        let newLines = LineTable(new, middle: whole.newMiddle, count: new.lineCount(in: whole.newMiddle))
        lines.read(old: oldLines, new: newLines)
        lines.startCounting(old: oldLines, new: newLines)
        lines.count(common: 0..<whole.oldMiddle.lowerBound, of: old)
        lines.count(common: whole.oldMiddle.upperBound..<old.count, of: old)
    }

    /// Which lines of the middles are changed: those that are not kept, and those that the search gives up.
    private func changed(kept: (old: [Bool], new: [Bool])) -> (old: [Bool], new: [Bool]) {
        search.run(Self.part(lines.old, kept.old), Self.part(lines.new, kept.new))
        return (Self.changed(kept.old, search.changedA), Self.changed(kept.new, search.changedB))
    }

    private static func part(_ lines: [Int32], _ kept: [Bool]) -> [Int32] {
        var part: [Int32] = []
        part.reserveCapacity(lines.count)
        for index in lines.indices where kept[index] { part.append(lines[index]) }
        return part
    }

    private static func changed(_ kept: [Bool], _ changedOfKept: [Bool]) -> [Bool] {
        Array(capacity: kept.count) { changed in
            var index = 0
            for isKept in kept {
                changed.append(!isKept || changedOfKept[index])
                if isKept { index += 1 }
            }
        }
    }

    private func placed(
        _ trimmed: Trimmed, _ old: LineTable, _ oldChanged: [Bool], _ new: LineTable, _ newChanged: [Bool]
    ) -> [Hunk] {
        var (old, new) = (old, new)
        let isNeeded = RunPlacement.isNeeded(old: &old, oldChanged, new: &new, newChanged)
        var context = isNeeded ? 8 : 0
        while true {
            var placement = RunPlacement(old: old, oldChanged, new: new, newChanged, context: context)
            if var hunks = isNeeded ? placement.hunks() : placement.runs() {
                for index in hunks.indices {
                    hunks[index].oldStart += Int32(trimmed.headLineCount)
                    hunks[index].newStart += Int32(trimmed.headLineCount)
                }
                return hunks
            }
            context *= 16
        }
    }
}
