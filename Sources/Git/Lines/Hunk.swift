/// A run of lines that one text has and another has not. Lines count from 0.
package struct Hunk: BitwiseCopyable, Hashable, Sendable {
    /// The first removed line, or the line before which lines are added.
    package var oldStart: Int32
    /// The number of removed lines.
    package var oldCount: Int32
    /// The first added line, or the line before which lines were removed.
    package var newStart: Int32
    /// The number of added lines.
    package var newCount: Int32

    package init(oldStart: Int, oldCount: Int, newStart: Int, newCount: Int) {
        self.oldStart = Int32(oldStart)
        self.oldCount = Int32(oldCount)
        self.newStart = Int32(newStart)
        self.newCount = Int32(newCount)
    }

    package var oldLines: Range<Int> { Int(oldStart)..<Int(oldStart + oldCount) }
    package var newLines: Range<Int> { Int(newStart)..<Int(newStart + newCount) }
}
