/// The side refs in which tools record who wrote what.
package enum NoteRefs {
    /// A ref, or a family of refs where the name ends in `*`.
    package struct Source: Hashable, Sendable {
        package let ref: String
        package let tool: String
        /// Whether it is a notes ref: a tree of objects' names. Otherwise every ref holds one blob.
        package let isNotes: Bool
    }

    /// In the order in which they are read.
    package static let all: [Source] = [
        Source(ref: "refs/notes/ai", tool: "git-ai", isNotes: true),
        Source(ref: "refs/notes/ai-remote/*", tool: "git-ai", isNotes: true),
        Source(ref: "refs/notes/ai-stash", tool: "git-ai", isNotes: true),
        Source(ref: "refs/ai/authorship/*", tool: "git-ai", isNotes: false),
        Source(ref: "refs/notes/agent-trace", tool: "Agent Trace", isNotes: true),
        Source(ref: "refs/notes/whogitit", tool: "whogitit", isNotes: true),
        Source(ref: "refs/notes/srctrace/attribution", tool: "SourceTrace", isNotes: true),
        Source(ref: "refs/notes/commits", tool: "git-memento", isNotes: true),
        Source(ref: "refs/notes/memento*", tool: "git-memento", isNotes: true),
        Source(ref: "refs/ccsession/*", tool: "session-pack", isNotes: false),
    ]

    /// How a clone gets the notes that `git clone` leaves behind.
    package static let fetchCommand = "git fetch origin 'refs/notes/*:refs/notes/*'"

    /// The refs of a repository that hold provenance, in the order of ``all``, then by name.
    package static func present(in refs: some Sequence<String>) -> [(source: Source, ref: String)] {
        let refs = refs.sorted()
        return all.flatMap { source in refs.filter { matches($0, source.ref) }.map { (source, $0) } }
    }

    /// Whether a ref is named by a pattern that may end in `*`.
    package static func matches(_ ref: String, _ pattern: String) -> Bool {
        pattern.hasSuffix("*") ? ref.hasPrefix(pattern.dropLast()) : ref == pattern
    }

    /// What a report says about a repository without any notes ref; `nil` if there is one.
    package static func absence(in refs: some Sequence<String>) -> String? {
        guard !refs.contains(where: { $0.hasPrefix("refs/notes/") }) else { return nil }
        return "This clone has no notes refs, so attribution kept in notes is not seen; `\(fetchCommand)` brings them."
    }
}
