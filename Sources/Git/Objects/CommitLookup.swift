extension Repository {
    /// Reads one commit.
    ///
    /// - Throws: ``GitError/missingObject(_:kind:)`` or ``GitError/corruptObject(_:kind:reason:)``.
    package func commitRecord(_ id: ObjectID) throws(GitError) -> CommitRecord {
        let object = try read(id, .commit)
        return try CommitRecord(id: id, bytes: object.bytes)
    }
}
