import Git

/// What of a commit can carry a mark: raw identities, message and notes, before any mailmap.
package struct CommitMarks: Sendable {
    /// The text of a side ref about the commit.
    package struct Note: Hashable, Sendable {
        /// In full, such as `refs/notes/ai`.
        package var ref: String
        package var text: String

        package init(ref: String, text: String) {
            self.ref = ref
            self.text = text
        }
    }

    package var author: Identity
    package var committer: Identity
    package var message: String
    /// All trailers of the message, on any line.
    package var trailers: [Trailer]
    package var notes: [Note]
    package var isMerge: Bool
    /// Whether the commit changes nothing; `nil` if nobody looked.
    package var isEmptyChange: Bool?
    /// Author date, seconds since 1970.
    package var authoredAt: Int64
    /// Lines that the commit adds, by path, from 0; `nil` if nobody looked. Only they give an AI line share.
    package var addedLines: [String: [Range<Int>]]?

    /// - Parameter trailers: those of `message`, if the caller has read them already.
    package init(
        author: Identity, committer: Identity, message: String, trailers: [Trailer]? = nil, notes: [Note] = [],
        isMerge: Bool = false, isEmptyChange: Bool? = nil, authoredAt: Int64 = 0,
        addedLines: [String: [Range<Int>]]? = nil
    ) {
        self.author = author
        self.committer = committer
        self.message = message
        self.trailers = trailers ?? Trailer.all(in: message)
        self.notes = notes
        self.isMerge = isMerge
        self.isEmptyChange = isEmptyChange
        self.authoredAt = authoredAt
        self.addedLines = addedLines
    }
}
