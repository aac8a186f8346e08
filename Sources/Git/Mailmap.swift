import CLibgit2

/// A `.mailmap`: which names and addresses are the same person.
package struct Mailmap: ~Copyable {
    private let handle: OpaquePointer

    /// - Parameter text: the file's content; lines that are no entries are passed over, as git does.
    package init(text: [UInt8]) throws(GitError) {
        Libgit2.ready
        var opened: OpaquePointer?
        let code = text.withUnsafeBytes { buffer in
            git_mailmap_from_buffer(&opened, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
        }
        guard code == 0, let opened else { throw .failed(attempt: "read the mailmap", reason: lastReason()) }
        handle = opened
    }

    deinit {
        git_mailmap_free(handle)
    }

    /// The identity that an identity stands for: itself where the map says nothing.
    package func resolve(_ identity: Identity) -> Identity {
        var name: UnsafePointer<CChar>?
        var email: UnsafePointer<CChar>?
        return identity.name.withCString { rawName in
            identity.email.withCString { rawEmail in
                guard git_mailmap_resolve(&name, &email, handle, rawName, rawEmail) == 0, let name, let email else {
                    return identity
                }
                return Identity(name: String(cString: name), email: String(cString: email))
            }
        }
    }
}
