import Attribution
import Defects

/// What a user says of one commit; it beats what was found, and measures it.
package struct CommitLabel: Hashable, Sendable {
    /// Who wrote it; nil where the label says nothing of it.
    package let authorClass: AuthorClass?
    /// Whether it is a fix, and of what; nil where the label says nothing of it.
    package let fix: FixLabel?

    package init(authorClass: AuthorClass?, fix: FixLabel?) {
        self.authorClass = authorClass
        self.fix = fix
    }
}
