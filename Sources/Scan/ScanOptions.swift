import Attribution
import Defects
import Git

/// What a scan is asked to do, besides which repository.
package struct ScanOptions: Sendable {
    /// What `git rev-parse` takes; nil for HEAD.
    package var revision: String?
    /// Whether a shallow or partial clone is scanned as far as it goes.
    package var allowsIncomplete = false
    /// The number of threads.
    package var jobs = 1
    /// The data horizon, seconds since 1970; nil for the newest committer date.
    package var now: Int64?
    /// Files of revisions to look through, besides `.git-blame-ignore-revs` at the root: their content by name.
    package var ignoredRevisionLists: [(name: String, text: String)] = []
    package var marks = MarkTable.standard
    /// What the user says of commits.
    package var labels: [LabelRow] = []
    /// Which rule picks inferred inducers.
    package var linkVariant = LinkVariant.andon
    /// Larger blobs, in bytes, are taken to have no lines.
    package var sizeLimit = 32 << 20

    /// The paths whose lines are counted; nil for all.
    package var pathspec: Pathspec?

    package init() {}
}
