import CLibgit2

/// Why a repository could not be read. Each text says what was attempted, why it failed and, where there is one, the way out.
package enum GitError: Error, Equatable, Sendable {
    /// There is no repository at the path.
    case notARepository(path: String)
    /// The repository belongs to somebody else, and git's configuration does not call it safe.
    case ownedBySomeoneElse(path: String)
    /// Object names are SHA-256, which libgit2 cannot read.
    case sha256(path: String)
    /// The repository uses an extension that this build cannot read.
    case unsupported(path: String, reason: String)
    /// There is no commit yet.
    case noCommits(path: String, reference: String)
    /// A revision names nothing, or no commit.
    case noSuchRevision(String, reason: String)
    /// The clone holds a part of the history only.
    case shallow(path: String)
    /// The clone leaves out objects until they are asked for.
    case partial(path: String)
    /// An object is not in the repository.
    case missingObject(ObjectID, kind: String)
    /// An object is there and cannot be read.
    case corruptObject(ObjectID, kind: String, reason: String)
    /// Any other failure of libgit2.
    case failed(attempt: String, reason: String)
}

extension GitError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notARepository(let path):
            "cannot open \(path): there is no git repository here or above; name one, or run git clone first"
        case .ownedBySomeoneElse(let path):
            """
            cannot open \(path): the repository is owned by another user; if you trust its place, run \
            git config --global --add safe.directory '\(path)'
            """
        case .sha256(let path):
            "cannot read \(path): its objects are named by SHA-256, which libgit2 does not read; convert or mirror it as SHA-1"
        case .unsupported(let path, let reason):
            "cannot open \(path): \(reason)"
        case .noCommits(let path, let reference):
            "cannot analyse \(path): \(reference) has no commit yet; commit something, or name another with --revision"
        case .noSuchRevision(let revision, let reason):
            "cannot find the revision \(revision): \(reason); git rev-parse shows what the repository knows"
        case .shallow(let path):
            """
            cannot follow the whole history of \(path): the clone is shallow; run git fetch --unshallow, \
            or accept less with --allow-incomplete
            """
        case .partial(let path):
            """
            cannot follow the whole history of \(path): the clone is partial, objects are missing; run git fetch --refetch \
            --no-filter or clone again without --filter, or accept less with --allow-incomplete
            """
        case .missingObject(let id, let kind):
            "cannot read the \(kind) \(id.hex): the object is missing; run git fsck, or clone again from a complete copy"
        case .corruptObject(let id, let kind, let reason):
            "cannot read the \(kind) \(id.hex): \(reason); run git fsck, or clone again from a sound copy"
        case .failed(let attempt, let reason):
            "cannot \(attempt): \(reason)"
        }
    }

    /// Whether the error says that a part of the history is not there, rather than that nothing can be read.
    package var isIncompleteHistory: Bool {
        switch self {
        case .shallow, .partial, .missingObject: true
        default: false
        }
    }
}

/// libgit2's message for its last failure on this thread.
func lastReason() -> String {
    guard let error = git_error_last(), let message = error.pointee.message else { return "no reason given" }
    return String(cString: message)
}
