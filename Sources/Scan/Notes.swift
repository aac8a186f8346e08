import Attribution
import Git
import Metrics

/// The notes and side refs in which tools record who wrote what, by the commit that they are about.
///
/// A repository can hold hundreds of megabytes of them, so that a text is read when its commit is judged, and not kept.
final class Notes {
    /// A note, and the ref that it lies under.
    struct Place {
        let ref: String
        /// Of ``sources``.
        fileprivate let source: Int
        fileprivate let note: Note

        /// Whether git-ai wrote it, whose notes name the commit that they were written for.
        var isGitAI: Bool { ref == "refs/notes/ai" || ref.hasPrefix("refs/notes/ai-remote/") }
    }

    /// What was found, in the order in which the refs are read.
    private(set) var sources: [NoteSource] = []
    private(set) var warnings: [AuditWarning] = []
    private var places: [ObjectID: [Place]] = [:]
    private let gitDirectory: String
    /// Open from the first text that is read until ``close()``.
    private var reader: NoteReader?

    /// Larger ones are left out, with a warning.
    private static let longestNote = 64 << 20

    /// - Parameter marks: say which refs are read.
    init(of repository: borrowing Repository, marks: MarkTable) throws(GitError) {
        gitDirectory = repository.gitDirectory
        var seen: Set<String> = []
        for pattern in marks.noteRefs {
            let references = try repository.references(matching: pattern).filter { seen.insert($0.name).inserted }
            if pattern.hasPrefix(NoteRefs.notes) {
                for reference in references {
                    sources.append(NoteSource(ref: reference.name))
                    for note in try repository.notes(under: reference) { add(note, ref: reference.name) }
                }
            } else if !references.isEmpty {
                sources.append(NoteSource(ref: pattern))
                for reference in references { add(reference) }
            }
        }
        try addAbsence(in: repository)
    }

    /// Lets go of the repository until the next text is read.
    func close() { reader = nil }

    /// The texts about a commit, in the order of refs.
    func texts(about commit: ObjectID) -> [CommitMarks.Note] {
        (places[commit] ?? []).compactMap(text)
    }

    /// Whether a commit has any note.
    func haveText(about commit: ObjectID) -> Bool { places[commit] != nil }

    /// Whether a commit has a note under a ref.
    func hasNote(_ commit: ObjectID, under ref: String) -> Bool {
        places[commit]?.contains { $0.ref == ref } ?? false
    }

    /// Counts the notes on commits of a history.
    ///
    /// - Returns: those about anything else, by the object that they are attached to.
    func settle(_ history: History) -> [Place] {
        for id in history.ids {
            for place in places[id] ?? [] { sources[place.source].onHistory += 1 }
        }
        let known = Set(history.ids)
        return places.filter { !known.contains($0.key) }.sorted { $0.key < $1.key }.flatMap(\.value)
    }

    /// Counts a note that belongs to another commit than the one it is attached to.
    func countMoved(_ place: Place) {
        sources[place.source].moved += 1
    }

    /// The text at a place; `nil`, with a warning, if it cannot be read.
    func text(_ place: Place) -> CommitMarks.Note? {
        do {
            let reader = try openReader()
            let size = try reader.repository.size(of: place.note)
            guard size <= Self.longestNote else {
                warnings.append(
                    AuditWarning(
                        kind: .tooLarge, subject: place.note.blob.hex,
                        reason: "the note under \(place.ref) is not read",
                        amount: size))
                return nil
            }
            return CommitMarks.Note(
                ref: place.ref, text: String(decoding: try reader.repository.blob(place.note.blob), as: UTF8.self))
        } catch {
            warnings.append(
                AuditWarning(
                    kind: .unreadableObject, subject: place.note.blob.hex,
                    reason: "a note under \(place.ref): \(error.description)"))
            return nil
        }
    }

    private func openReader() throws(GitError) -> NoteReader {
        if let reader { return reader }
        let opened = NoteReader(try Repository(path: gitDirectory))
        reader = opened
        return opened
    }

    private func add(_ note: Note, ref: String) {
        places[note.annotated, default: []].append(Place(ref: ref, source: sources.count - 1, note: note))
        sources[sources.count - 1].notes += 1
    }

    /// A side ref of its own for each commit, which its last part names. Some tools' name no commit: those are only counted.
    private func add(_ reference: NamedReference) {
        if let name = reference.name.split(separator: "/").last, let commit = ObjectID(hex: name) {
            add(Note(annotated: commit, blob: reference.target), ref: reference.name)
        } else {
            sources[sources.count - 1].notes += 1
        }
    }

    /// A clone leaves notes behind unless it is told to bring them.
    private func addAbsence(in repository: borrowing Repository) throws(GitError) {
        guard let remote = try repository.remotes().first,
            try repository.references(matching: NoteRefs.notes + "*").isEmpty
        else { return }
        warnings.append(
            AuditWarning(
                kind: .notesMissing, subject: NoteRefs.notes,
                reason: "the clone has no notes refs, so attribution kept in notes is not seen; "
                    + "`\(NoteRefs.fetchCommand(remote: remote))` brings what the remote has"))
    }
}

/// A handle of one's own, shared by reference.
private final class NoteReader {
    let repository: Repository

    init(_ repository: consuming Repository) {
        self.repository = repository
    }
}
