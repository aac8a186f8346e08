import CLibgit2

/// A reference and the object that it names, symbolic references followed.
package struct NamedReference: Hashable, Sendable {
    /// In full, such as `refs/notes/ai`.
    package let name: String
    package let target: ObjectID
}

/// A note: a blob that says something about another object.
package struct Note: Hashable, Sendable {
    /// The object that it is about; not necessarily one that the repository holds.
    package let annotated: ObjectID
    package let blob: ObjectID

    package init(annotated: ObjectID, blob: ObjectID) {
        self.annotated = annotated
        self.blob = blob
    }
}

extension Repository {
    /// The references whose names a pattern matches, by name. One that names nothing is left out.
    ///
    /// - Parameter pattern: a name in full, in which `*` stands for anything.
    package func references(matching pattern: String) throws(GitError) -> [NamedReference] {
        let attempt = "list the references \(pattern) of \(gitDirectory)"
        var iterator: OpaquePointer?
        guard git_reference_iterator_glob_new(&iterator, handle, pattern) == 0 else {
            throw .failed(attempt: attempt, reason: lastReason())
        }
        defer { git_reference_iterator_free(iterator) }
        var found: [NamedReference] = []
        var reference: OpaquePointer?
        var code = git_reference_next(&reference, iterator)
        while code == 0, let next = reference {
            defer { git_reference_free(next) }
            var target = git_oid()
            let name = String(cString: git_reference_name(next))
            if git_reference_name_to_id(&target, handle, name) == 0 {
                found.append(NamedReference(name: name, target: ObjectID(target)))
            }
            code = git_reference_next(&reference, iterator)
        }
        guard code == GIT_ITEROVER.rawValue else { throw .failed(attempt: attempt, reason: lastReason()) }
        return found.sorted { $0.name < $1.name }
    }

    /// The notes under one reference. Their texts are not read.
    package func notes(under reference: NamedReference) throws(GitError) -> [Note] {
        let attempt = "read the notes under \(reference.name) of \(gitDirectory)"
        var iterator: OpaquePointer?
        guard git_note_iterator_new(&iterator, handle, reference.name) == 0 else {
            throw .failed(attempt: attempt, reason: lastReason())
        }
        defer { git_note_iterator_free(iterator) }
        var found: [Note] = []
        var blob = git_oid()
        var annotated = git_oid()
        var code = git_note_next(&blob, &annotated, iterator)
        while code == 0 {
            found.append(Note(annotated: ObjectID(annotated), blob: ObjectID(blob)))
            code = git_note_next(&blob, &annotated, iterator)
        }
        guard code == GIT_ITEROVER.rawValue else { throw .failed(attempt: attempt, reason: lastReason()) }
        return found
    }

    /// The size of a note's text, in bytes.
    package func size(of note: Note) throws(GitError) -> Int { try size(of: note.blob, .blob) }

    /// The names of the places that the repository was cloned or fetched from, sorted.
    package func remotes() throws(GitError) -> [String] {
        var names = git_strarray()
        guard git_remote_list(&names, handle) == 0 else {
            throw .failed(attempt: "list the remotes of \(gitDirectory)", reason: lastReason())
        }
        defer { git_strarray_dispose(&names) }
        return (0..<names.count).compactMap { names.strings[$0].map { String(cString: $0) } }.sorted()
    }
}
