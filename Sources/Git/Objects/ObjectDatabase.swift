import CLibgit2

/// The kinds of object that Andon reads.
package enum ObjectKind: String, Sendable {
    case commit, tree, blob

    fileprivate var type: git_object_t {
        switch self {
        case .commit: GIT_OBJECT_COMMIT
        case .tree: GIT_OBJECT_TREE
        case .blob: GIT_OBJECT_BLOB
        }
    }
}

/// The raw bytes of one object, owned until this value goes.
struct RawObject: ~Copyable {
    private let handle: OpaquePointer

    init(adopting handle: OpaquePointer) {
        self.handle = handle
    }

    deinit {
        git_odb_object_free(handle)
    }

    var isCommit: Bool { git_odb_object_type(handle) == GIT_OBJECT_COMMIT }

    /// Of a tag, the object that it names; nil for anything else.
    var taggedObject: ObjectID? {
        guard git_odb_object_type(handle) == GIT_OBJECT_TAG, bytes.starts(with: "object ".utf8) else { return nil }
        return ObjectID(hex: String(decoding: bytes.dropFirst(7).prefix(40), as: UTF8.self))
    }

    /// The content; valid as long as this value lives.
    var bytes: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: git_odb_object_data(handle), count: git_odb_object_size(handle))
    }

    func has(_ kind: ObjectKind) -> Bool { git_odb_object_type(handle) == kind.type }
}

extension Repository {
    /// Reads an object of a known kind.
    ///
    /// - Throws: ``GitError/missingObject(_:kind:)`` or ``GitError/corruptObject(_:kind:reason:)``.
    func read(_ id: ObjectID, _ kind: ObjectKind) throws(GitError) -> RawObject {
        let raw = try readAny(id, as: kind.rawValue)
        guard raw.has(kind) else {
            throw .corruptObject(id, kind: kind.rawValue, reason: "it is an object of another kind")
        }
        return raw
    }

    /// Reads an object of any kind.
    ///
    /// - Parameter name: the kind for which it is asked, for errors.
    func readAny(_ id: ObjectID, as name: String = "object") throws(GitError) -> RawObject {
        try requireSound(id, as: name)
        var oid = id.oid
        var object: OpaquePointer?
        let code = git_odb_read(&object, database, &oid)
        guard code == 0, let object else {
            throw code == GIT_ENOTFOUND.rawValue
                ? .missingObject(id, kind: name) : .corruptObject(id, kind: name, reason: lastReason())
        }
        return RawObject(adopting: object)
    }

    /// The size of an object in bytes, without reading its content.
    func size(of id: ObjectID, _ kind: ObjectKind) throws(GitError) -> Int {
        try requireSound(id, as: kind.rawValue)
        var oid = id.oid
        var count = 0
        var type = git_object_t(0)
        let code = git_odb_read_header(&count, &type, database, &oid)
        guard code == 0 else {
            throw code == GIT_ENOTFOUND.rawValue
                ? .missingObject(id, kind: kind.rawValue)
                : .corruptObject(id, kind: kind.rawValue, reason: lastReason())
        }
        return count
    }

    private func requireSound(_ id: ObjectID, as name: String) throws(GitError) {
        guard loose.isSound(id) else {
            throw .corruptObject(id, kind: name, reason: "the loose object is damaged or cut off")
        }
    }

    /// The bytes of a blob, copied.
    package func blob(_ id: ObjectID) throws(GitError) -> [UInt8] {
        let object = try read(id, .blob)
        return Array(object.bytes)
    }
}
