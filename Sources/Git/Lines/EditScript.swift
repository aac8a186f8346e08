/// How one version of a file became another: ranges into ``EditScripts``.
package struct EditScript: Sendable {
    /// Bytes of ``EditScripts/hunks``.
    package let hunks: Range<UInt32>
    /// The first of the marks of removed lines; they follow in the order of the hunks.
    package let removedMarks: UInt32
    /// The first of the marks of added lines.
    package let addedMarks: UInt32
    /// Lines that differ in white space only, or that an ignored revision changed.
    package let continuations: Range<UInt32>
    /// Lines that were changed into others, by rising indices on both sides.
    package let updates: Range<UInt32>
    package let oldContent: ContentKind
    package let newContent: ContentKind
    /// Lines as `git log --numstat` counts them; 0 for binary content, 1 for a submodule.
    package let added: UInt32
    package let deleted: UInt32
    /// The number of lines; 0 for content without lines.
    package let oldLineCount: UInt32
    package let newLineCount: UInt32
    /// What the new content says of itself.
    package let newTraits: ContentTraits
}

/// What a script is asked for.
package enum ScriptPurpose: UInt8, Sendable {
    /// Its hunks and lines.
    case lines = 0
    /// Likewise, and changed lines continue those that they replaced, for an ignored revision.
    case continuedLines = 1
    /// Its hunks alone, as of a merge's parents but the first.
    case hunks = 2
}

/// Whether a version of a file has lines.
package enum ContentKind: UInt8, Sendable {
    /// The path is not there.
    case absent
    case text
    case binary
    /// Larger than the limit for a file.
    case tooLarge
    /// The object is missing or damaged.
    case unreadable
    case submodule

    /// Stable, for programs.
    package var name: String {
        switch self {
        case .absent: "absent"
        case .text: "text"
        case .binary: "binary"
        case .tooLarge: "tooLarge"
        case .unreadable: "unreadable"
        case .submodule: "submodule"
        }
    }
}

/// An added line that carries on a removed one.
package struct Continuation: BitwiseCopyable, Sendable {
    package let oldLine: UInt32
    package let newLine: UInt32
}

/// The edit scripts of many pairs of versions, in flat arrays.
package struct EditScripts: Sendable {
    package internal(set) var scripts: [EditScript] = []
    package internal(set) var hunks = PackedHunks()
    package internal(set) var removedMarks: [LineMark] = []
    package internal(set) var addedMarks: [LineMark] = []
    package internal(set) var continuations: [Continuation] = []
    package internal(set) var updates: [LineUpdate] = []
    /// Objects that could not be read, with the reason.
    package internal(set) var unreadable: [ObjectID: GitError] = [:]
    /// Blobs larger than the limit, with their size in bytes.
    package internal(set) var tooLarge: [ObjectID: Int] = [:]

    package init() {}
}
