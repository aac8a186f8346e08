import CLibgit2

/// What the `.gitattributes` files of a commit's tree say of its paths.
///
/// Only those: the files of the work tree, of `.git/info` and of the user would give another answer for the same commit. libgit2
/// is handed the bare object database for it.
package struct Attributes: ~Copyable {
    private let repository: OpaquePointer
    private let commit: git_oid

    /// A value as `git check-attr` prints it.
    package enum Value: Equatable, Sendable {
        case unspecified, set, unset
        case text(String)
    }

    package init(of commit: ObjectID, in repository: borrowing Repository) throws(GitError) {
        var wrapped: OpaquePointer?
        guard git_repository_wrap_odb(&wrapped, repository.database) == 0, let wrapped else {
            throw .failed(attempt: "read attributes of \(repository.gitDirectory)", reason: lastReason())
        }
        self.repository = wrapped
        self.commit = commit.oid
    }

    deinit { git_repository_free(repository) }

    /// The values of some attributes at a path, in their order.
    package func values(of names: [StaticString], path: some Collection<UInt8>) throws(GitError) -> [Value] {
        var options = git_attr_options()
        options.version = UInt32(GIT_ATTR_OPTIONS_VERSION)
        options.flags = UInt32(GIT_ATTR_CHECK_INDEX_ONLY | GIT_ATTR_CHECK_NO_SYSTEM | GIT_ATTR_CHECK_INCLUDE_COMMIT)
        options.attr_commit_id = commit
        var found = [UnsafePointer<CChar>?](repeating: nil, count: names.count)
        var wanted: [UnsafePointer<CChar>?] = names.map {
            UnsafeRawPointer($0.utf8Start).assumingMemoryBound(to: CChar.self)
        }
        let code = (path.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer {
            git_attr_get_many_ext(&found, repository, &options, $0.baseAddress, names.count, &wanted)
        }
        guard code == 0 else {
            throw .failed(attempt: "read the attributes of \(String(path: Array(path)))", reason: lastReason())
        }
        return found.map(Self.value)
    }

    private static func value(_ text: UnsafePointer<CChar>?) -> Value {
        switch git_attr_value(text) {
        case GIT_ATTR_VALUE_TRUE: .set
        case GIT_ATTR_VALUE_FALSE: .unset
        case GIT_ATTR_VALUE_STRING: .text(text.map { String(cString: $0) } ?? "")
        default: .unspecified
        }
    }
}
