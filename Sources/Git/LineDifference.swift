/// How two texts differ, line by line.
struct LineDifferenceResult {
    /// What leads from the old to the new text, as `git blame` sees it.
    var hunks: [Hunk]
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
/// Most changes leave most of a file alone. The common head and tail are found by comparing memory; what is between them
/// goes to xdiff with some lines of context, and only where that could give another answer than the whole files would,
/// the whole files go. That is so where xdiff would leave other lines out of its search (see ``MiddleLines``), and where
/// a run of lines could slide out of the context (see ``ContextWindow``).
///
/// git itself gives two answers: blame cuts the common tail off in blocks of 1,024 bytes before it starts, which can keep a run
/// from sliding down and changes which lines are frequent; numstat does not.
final class LineDifference {
    private let xdiff = WholeTextDifference()
    private var lines = MiddleLines()

    func difference(
        old: UnsafeRawBufferPointer, oldLineCount: Int, new: UnsafeRawBufferPointer, newLineCount: Int
    ) throws(GitError) -> LineDifferenceResult {
        let tail = CommonTail(old: old, new: new)
        let whole = Trimmed(old: old, new: new, commonTail: tail.byteCount)
        if whole.isSame { return LineDifferenceResult(hunks: []) }
        let cutOld = UnsafeRawBufferPointer(rebasing: old[..<(old.count - tail.blameCut)])
        let cutNew = UnsafeRawBufferPointer(rebasing: new[..<(new.count - tail.blameCut)])
        let isCutOutside = tail.blameCut <= old.count - whole.oldMiddle.upperBound
        let trimmed =
            isCutOutside
            ? whole
            : Trimmed(old: cutOld, new: cutNew, commonTail: CommonTail(old: cutOld, new: cutNew).byteCount)
        let replaced = trimmed.replacement(old: old, new: new)
        if replaced.oldCount == 0 || replaced.newCount == 0 {
            if !trimmed.canSlide(old: old, new: new) { return LineDifferenceResult(hunks: [replaced]) }
            return LineDifferenceResult(hunks: try windowed(trimmed, old: cutOld, new: cutNew))
        }
        if replaced.oldCount == 1 && replaced.newCount == 1 { return LineDifferenceResult(hunks: [replaced]) }
        lines.read(old: old, trimmed.oldMiddle, new: new, trimmed.newMiddle)
        if !lines.haveCommonLine { return LineDifferenceResult(hunks: [replaced]) }
        return try compareMiddles(
            trimmed, old: old, oldLineCount: oldLineCount, new: new, newLineCount: newLineCount, cut: tail.blameCut,
            isCutOutside: isCutOutside)
    }

    /// Both sides have lines, and share some.
    private func compareMiddles(
        _ trimmed: Trimmed, old: UnsafeRawBufferPointer, oldLineCount: Int, new: UnsafeRawBufferPointer, newLineCount: Int,
        cut: Int, isCutOutside: Bool
    ) throws(GitError) -> LineDifferenceResult {
        let cutOld = UnsafeRawBufferPointer(rebasing: old[..<(old.count - cut)])
        let cutNew = UnsafeRawBufferPointer(rebasing: new[..<(new.count - cut)])
        let window = ContextWindow(trimmed, old: cutOld, new: cutNew)
        let cutLines = cut == 0 ? 0 : UnsafeRawBufferPointer(rebasing: old[cutOld.count...]).lineCount
        let inWindow = lines.kept(
            old: window.lineCount(of: cutOld, window.old), new: window.lineCount(of: cutNew, window.new),
            countingCommon: [window.old.lowerBound..<trimmed.oldMiddle.lowerBound, trimmed.oldMiddle.upperBound..<window.old.upperBound], of: old)
        let inBlame = lines.kept(
            old: oldLineCount - cutLines, new: newLineCount - cutLines,
            countingCommon: [0..<window.old.lowerBound, window.old.upperBound..<cutOld.count], of: old)
        let hunks =
            inWindow == inBlame
            ? try windowed(trimmed, old: cutOld, new: cutNew) : try xdiff.hunks(old: cutOld, new: cutNew)
        var result = LineDifferenceResult(hunks: hunks)
        if cut > 0 {
            let inNumstat =
                isCutOutside
                ? lines.kept(old: oldLineCount, new: newLineCount, countingCommon: [cutOld.count..<old.count], of: old) : nil
            if inNumstat != inBlame {
                let counted = LineDifferenceResult(hunks: try xdiff.hunks(old: old, new: new))
                result.added = counted.added
                result.deleted = counted.deleted
            }
        }
        return result
    }

    private func windowed(
        _ trimmed: Trimmed, old: UnsafeRawBufferPointer, new: UnsafeRawBufferPointer
    ) throws(GitError) -> [Hunk] {
        let window = ContextWindow(trimmed, old: old, new: new)
        var hunks = try xdiff.hunks(
            old: UnsafeRawBufferPointer(rebasing: old[window.old]), new: UnsafeRawBufferPointer(rebasing: new[window.new]))
        if window.mayCut(hunks, old: old, new: new) { return try xdiff.hunks(old: old, new: new) }
        let skipped = Int32(trimmed.headLineCount - window.linesBefore)
        for index in hunks.indices {
            hunks[index].oldStart += skipped
            hunks[index].newStart += skipped
        }
        return hunks
    }
}
