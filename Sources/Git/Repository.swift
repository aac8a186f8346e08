import CLibgit2
import Foundation

/// A repository opened for reading, for one thread.
///
/// libgit2 wants one handle per thread; open one for each with ``reopen()``. Nothing in the repository is run: only its
/// object database, references and the few configuration values named here are read.
package struct Repository: ~Copyable {
    let handle: OpaquePointer
    let database: OpaquePointer
    let loose: LooseObjects

    /// The `.git` directory, or the bare repository's own; of a linked worktree, the worktree's part of it.
    package let gitDirectory: String
    /// The directory that holds objects, references and configuration.
    package let commonDirectory: String

    /// Opens the repository that holds `path`: a work tree or a folder in it, a bare repository, or a linked worktree.
    ///
    /// - Throws: ``GitError`` with the way out.
    package init(path: String) throws(GitError) {
        Libgit2.ready
        var opened: OpaquePointer?
        let code = git_repository_open_ext(&opened, path, 0, nil)
        guard code == 0, let opened else { throw Self.reasonForNotOpening(path: path, code: code) }
        var store: OpaquePointer?
        guard git_repository_odb(&store, opened) == 0, let store else {
            git_repository_free(opened)
            throw .failed(attempt: "open the object database of \(path)", reason: lastReason())
        }
        gitDirectory = String(cString: git_repository_path(opened))
        commonDirectory = String(cString: git_repository_commondir(opened))
        loose = LooseObjects(commonDirectory: commonDirectory)
        handle = opened
        database = store
    }

    /// A second handle on the same repository, for another thread.
    package func reopen() throws(GitError) -> Repository {
        try Repository(path: gitDirectory)
    }

    deinit {
        git_odb_free(database)
        git_repository_free(handle)
    }

    /// Whether the repository has no work tree.
    package var isBare: Bool { git_repository_is_bare(handle) == 1 }

    /// The folder of checked-out files; nil for a bare repository.
    package var workTree: String? { git_repository_workdir(handle).map { String(cString: $0) } }

    /// Whether the clone was cut off at some depth.
    package var isShallow: Bool { git_repository_is_shallow(handle) == 1 }

    /// Whether the clone was told to leave objects with its origin until they are needed.
    package func isPartial() throws(GitError) -> Bool {
        var configuration: OpaquePointer?
        guard git_repository_config_snapshot(&configuration, handle) == 0, let configuration else {
            throw .failed(attempt: "read the configuration of \(gitDirectory)", reason: lastReason())
        }
        defer { git_config_free(configuration) }
        return hasEntry(configuration, #"^extensions\.partialclone$"#)
            || hasEntry(configuration, #"^remote\..*\.(promisor|partialclonefilter)$"#)
    }

    /// Whether references replace objects (`refs/replace/`), which Andon does not follow.
    package func hasReplacements() throws(GitError) -> Bool {
        var iterator: OpaquePointer?
        guard git_reference_iterator_glob_new(&iterator, handle, "refs/replace/*") == 0 else {
            throw .failed(attempt: "list the replacements of \(gitDirectory)", reason: lastReason())
        }
        defer { git_reference_iterator_free(iterator) }
        var name: UnsafePointer<CChar>?
        return git_reference_next_name(&name, iterator) == 0
    }

    /// The commit that a revision names, tags peeled.
    ///
    /// - Parameter revision: anything `git rev-parse` takes; nil for HEAD.
    package func commit(_ revision: String?) throws(GitError) -> ObjectID {
        if revision == nil, git_repository_head_unborn(handle) == 1 {
            throw .noCommits(path: gitDirectory, reference: "HEAD")
        }
        let name = revision ?? "HEAD"
        var id = try object(named: name)
        // Peeled by hand: libgit2 parses what it peels, and refuses commits that git itself reads.
        for _ in 0..<Self.mostTags {
            let object: RawObject
            do {
                object = try readAny(id)
            } catch .missingObject {
                throw .noSuchRevision(name, reason: "the object \(id.hex) is not in the repository")
            }
            if object.isCommit { return id }
            guard let target = object.taggedObject else {
                throw .noSuchRevision(name, reason: "it names no commit")
            }
            id = target
        }
        throw .noSuchRevision(name, reason: "it is a tag of a tag, more than \(Self.mostTags) deep")
    }

    /// A tag may name a tag; deeper than this nobody goes in good faith.
    private static let mostTags = 32

    private func object(named name: String) throws(GitError) -> ObjectID {
        if let id = ObjectID(hex: name) { return id }
        var oid = git_oid()
        if git_reference_name_to_id(&oid, handle, name) == 0 { return ObjectID(oid) }
        var object: OpaquePointer?
        guard git_revparse_single(&object, handle, name) == 0 else { throw .noSuchRevision(name, reason: lastReason()) }
        defer { git_object_free(object) }
        return ObjectID(git_object_id(object).pointee)
    }

    private func hasEntry(_ configuration: OpaquePointer, _ pattern: String) -> Bool {
        var iterator: OpaquePointer?
        guard git_config_iterator_glob_new(&iterator, configuration, pattern) == 0 else { return false }
        defer { git_config_iterator_free(iterator) }
        var entry: UnsafeMutablePointer<git_config_entry>?
        return git_config_next(&entry, iterator) == 0
    }

    private static func reasonForNotOpening(path: String, code: Int32) -> GitError {
        let reason = lastReason()
        if reason.contains("objectformat") { return .sha256(path: path) }
        // Where no configuration has the setting at all, libgit2 says just that, instead of what it was looking for it for.
        if code == GIT_EOWNER.rawValue || reason.contains("safe.directory") {
            return .ownedBySomeoneElse(path: folderToTrust(path, reason: reason))
        }
        if code == GIT_ENOTFOUND.rawValue { return .notARepository(path: path) }
        return .unsupported(path: path, reason: reason)
    }

    /// What `safe.directory` has to name: of a clone its top, wherever in it the path lies.
    private static func folderToTrust(_ path: String, reason: String) -> String {
        // libgit2 names the folder in quotes, but not where no configuration has the setting.
        if let named = reason.split(separator: "'").dropFirst().first, named.hasPrefix("/") {
            return URL(fileURLWithPath: String(named)).standardizedFileURL.path
        }
        var found = git_buf()
        defer { git_buf_dispose(&found) }
        let isFound = git_repository_discover(&found, path, 0, nil) == 0
        let folder = URL(fileURLWithPath: isFound ? String(cString: found.ptr) : path).standardizedFileURL
        return (folder.lastPathComponent == ".git" ? folder.deletingLastPathComponent() : folder).path
    }
}
