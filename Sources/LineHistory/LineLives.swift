import Git

/// The death of lines: each line of a history dies once at most.
package struct LineDeath: Sendable {
    /// The lines as their writer left them, seen through reindentation and ignored revisions.
    package let run: LineRun
    /// The removing commit and the path.
    package let by: VersionNumber
    /// How many of the lines are more than white space.
    package let meaningfulCount: UInt32
}

/// Lines written, each once, and how they ended.
///
/// The commits' own removals say the same line's end several times where branches removed it each for themselves, and end lines that another
/// branch kept. Here a line that stands at the tip lives; of several removals the first in the order of commits counts, a
/// merge's only where no other commit removed the line.
package struct LineLives: Sendable {
    /// Lines that carry on no older line and were written together, ``leastBlock`` of them or more, with their marks; by version, then by
    /// line. ``LineHistory/written(by:)`` has the others too.
    package let blocks: WrittenLines
    /// By version: how many of the lines that it wrote and that carry on no older one are more than white space.
    package let meaningfulCounts: [UInt32]
    /// By version of birth: what became of lines that are gone, summed up.
    package let losses: [LineLoss]
    /// Lines that neither stand at the tip nor were removed by a commit: a merge took the other side's file whole. By version of
    /// birth, then by line.
    package let dropped: [LineRun]
    let lists: VersionLists

    /// So many lines written together are a block, which is worth looking for elsewhere.
    package static let leastBlock = 5

    /// The deaths of the lines that a version brought, by line.
    package func deaths(of version: VersionNumber) -> ArraySlice<LineDeath> { lists.deaths(of: version) }

    /// The lines that a version brought and that stand at the tip, by line.
    package func standing(of version: VersionNumber) -> ArraySlice<LineRun> { lists.standing(of: version) }

    /// The deaths of all lines, by version of birth, then by line.
    package var deaths: some Collection<LineDeath> {
        meaningfulCounts.indices.lazy.flatMap { deaths(of: VersionNumber($0)) }
    }
}
