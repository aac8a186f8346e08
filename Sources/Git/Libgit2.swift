import CLibgit2

/// The one-time setting up of libgit2 in this process.
enum Libgit2 {
    /// Set up on first use: the options that make reading as fast as git's own.
    static let ready: Void = {
        precondition(git_libgit2_init() > 0, "libgit2 did not start: \(lastReason())")
        // git does not hash what it reads either; a damaged object still fails in zlib or in the delta.
        check(andon_set_flag(Int32(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION.rawValue), 0))
        // Trees of one directory in consecutive commits are deltas of each other; the default limit of 4 KiB leaves them out.
        check(andon_set_cache_object_limit(GIT_OBJECT_TREE, 1 << 20))
        check(andon_set_cache_max_size(48 << 20))
        // By default packs are mapped whole, and all that was read of them counts as this process's memory.
        check(andon_set_pack_windows(32 << 20, 320 << 20))
        check(andon_allow_harmless_extensions())
    }()

    private static func check(_ code: Int32) {
        precondition(code == 0, "libgit2 refused an option: \(lastReason())")
    }
}
