import Attribution

/// What a repository says about its authors beside its commits, and what keeps it from saying more.
package struct Provenance: Sendable {
    /// What in the tree of the analysed revision keeps marks out of the history, by path, then by line.
    package let signs: [SuppressionSign]
    /// The refs whose notes were read, in that order.
    package let notes: [NoteSource]

    package init(signs: [SuppressionSign] = [], notes: [NoteSource] = []) {
        self.signs = signs
        self.notes = notes
    }
}

/// A ref that holds notes, or a family of refs that hold one each.
package struct NoteSource: Hashable, Sendable {
    /// In full; a family's ends in `*`.
    package let ref: String
    /// All that it holds.
    package var notes = 0
    /// Those attached to a commit of the history.
    package var onHistory = 0
    /// Those attached to something else, of which the text tells that they belong to a commit of the history.
    package var moved = 0

    package init(ref: String) {
        self.ref = ref
    }
}
