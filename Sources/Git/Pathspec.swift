import CLibgit2

/// Which paths are meant: patterns as git's pathspecs have them. A folder stands for all that is in it.
///
/// `!pattern` leaves out, as git's own `:!pattern`, `:^pattern` and `:(exclude)pattern` do.
package struct Pathspec: Sendable {
    package let patterns: [String]

    package init(_ patterns: [String]) {
        let spelled = patterns.map { pattern in
            for prefix in [":(exclude)", ":!", ":^"] where pattern.hasPrefix(prefix) {
                return "!" + pattern.dropFirst(prefix.count)
            }
            return pattern
        }
        // libgit2 takes the first pattern that matches; in git, what is left out is left out wherever it is said.
        let excluded = spelled.filter { $0.hasPrefix("!") }
        let included = spelled.filter { !$0.hasPrefix("!") }
        self.patterns = excluded + (included.isEmpty ? ["*"] : included)
    }

    /// nil where nothing is chosen: all paths are meant.
    package init?(choosing patterns: [String]) {
        if patterns.isEmpty { return nil }
        self.init(patterns)
    }

    /// Why a pattern cannot be read; nil if it can. The others of git's magic words would match nothing.
    package static func objection(to pattern: String) -> String? {
        !pattern.hasPrefix(":") || [":!", ":^", ":(exclude)"].contains(where: pattern.hasPrefix)
            ? nil : "of git's pathspec magic only `:!`, `:^` and `:(exclude)` are read; write `!` to leave out"
    }

    /// Whether each of some paths is meant.
    package func matches(_ paths: some Sequence<[UInt8]>) throws(GitError) -> [Bool] {
        Libgit2.ready
        var texts: [UnsafeMutablePointer<CChar>?] = patterns.map { strdup($0) }
        defer { for text in texts { free(text) } }
        var compiled: OpaquePointer?
        let code = texts.withUnsafeMutableBufferPointer { buffer in
            var list = git_strarray(strings: buffer.baseAddress, count: buffer.count)
            return git_pathspec_new(&compiled, &list)
        }
        guard code == 0, let compiled else { throw .failed(attempt: "read the paths of --path", reason: lastReason()) }
        defer { git_pathspec_free(compiled) }
        var result: [Bool] = []
        for path in paths {
            let text = path.map { CChar(bitPattern: $0) } + [0]
            result.append(git_pathspec_matches_path(compiled, GIT_PATHSPEC_DEFAULT.rawValue, text) == 1)
        }
        return result
    }
}
