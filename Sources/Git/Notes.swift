import CLibgit2

/// A note that a commit carries.
package struct CommitNote: Hashable, Sendable {
    /// The reference that the note lies under, such as `refs/notes/ai`.
    package let reference: String
    package let text: String
}

extension Repository {
    /// The references that hold notes, sorted.
    package func noteReferences() throws(GitError) -> [String] {
        var iterator: OpaquePointer?
        guard git_reference_iterator_glob_new(&iterator, handle, "refs/notes/*") == 0 else {
            throw .failed(attempt: "list the notes of \(gitDirectory)", reason: lastReason())
        }
        defer { git_reference_iterator_free(iterator) }
        var names: [String] = []
        var name: UnsafePointer<CChar>?
        var code = git_reference_next_name(&name, iterator)
        while code == 0, let found = name {
            names.append(String(cString: found))
            code = git_reference_next_name(&name, iterator)
        }
        guard code == GIT_ITEROVER.rawValue else {
            throw .failed(attempt: "list the notes of \(gitDirectory)", reason: lastReason())
        }
        return names.sorted()
    }

    /// The notes under one reference by the object that they annotate; larger notes are left out.
    package func notes(under reference: String, sizeLimit: Int) throws(GitError) -> [ObjectID: CommitNote] {
        var iterator: OpaquePointer?
        guard git_note_iterator_new(&iterator, handle, reference) == 0 else {
            throw .failed(attempt: "read the notes under \(reference)", reason: lastReason())
        }
        defer { git_note_iterator_free(iterator) }
        var result: [ObjectID: CommitNote] = [:]
        var note = git_oid()
        var annotated = git_oid()
        var code = git_note_next(&note, &annotated, iterator)
        while code == 0 {
            let blob = ObjectID(note)
            if try size(of: blob, .blob) <= sizeLimit {
                result[ObjectID(annotated)] = CommitNote(
                    reference: reference, text: String(decoding: try self.blob(blob), as: UTF8.self))
            }
            code = git_note_next(&note, &annotated, iterator)
        }
        guard code == GIT_ITEROVER.rawValue else {
            throw .failed(attempt: "read the notes under \(reference)", reason: lastReason())
        }
        return result
    }
}
