/// The side refs in which tools record who wrote what. Which ones are read, the marks of the channel `note` say.
package enum NoteRefs {
    /// Refs below this hold notes: trees of objects' names. Any other names one blob.
    package static let notes = "refs/notes/"

    /// How a clone gets the notes that `git clone` leaves behind.
    package static func fetchCommand(remote: String) -> String {
        "git fetch \(remote) 'refs/notes/*:refs/notes/*'"
    }

    /// Whether a ref is named by a pattern that may end in `*`.
    package static func matches(_ ref: String, _ pattern: String) -> Bool {
        pattern.hasSuffix("*") ? ref.hasPrefix(pattern.dropLast()) : ref == pattern
    }
}
