import Git

/// Where the marks of a run of lines lie.
package struct MarkPlace: Sendable {
    let piece: UInt32
    let start: UInt32
}

/// Lines that a commit wrote: new against every parent.
package struct LineBirth: Sendable {
    package let run: LineRun
    let marks: MarkPlace

    /// Some of the lines.
    func part(_ lines: LineRun) -> LineBirth {
        LineBirth(run: lines, marks: MarkPlace(piece: marks.piece, start: marks.start + lines.line - run.line))
    }
}

/// Lines that a commit took away. A line can be removed on several branches, and live on at the tip.
package struct LineRemoval: Sendable {
    /// The removed lines, as their writer left them.
    package let run: LineRun
    /// The version that no longer has them: the removing commit and the path.
    package let by: VersionNumber
    /// nil where a merge dropped the lines: there is no script that holds their marks.
    let marks: MarkPlace?
    /// Whether the lines go on with other white space only, or through an ignored revision.
    package let continues: Bool
}

/// One file at the tip.
package struct TipFile: Sendable {
    package let path: UInt32
    package let version: VersionNumber
    package let content: ContentKind
    package let runs: [LineRun]
}
