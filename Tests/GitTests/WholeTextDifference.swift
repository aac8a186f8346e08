import CLibgit2

@testable import Git

/// The line difference of two buffers by libgit2's xdiff with git's own settings: Myers, indent heuristic, no context.
///
/// Lines are bytes; nothing is converted, and a binary buffer is compared like any other.
final class WholeTextDifference {
    private var options = git_diff_options()
    private var hunks: [Hunk] = []

    init() {
        Libgit2.ready
        git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION))
        options.flags =
            GIT_DIFF_INDENT_HEURISTIC.rawValue | GIT_DIFF_SKIP_BINARY_CHECK.rawValue
            | GIT_DIFF_FORCE_TEXT.rawValue
        options.context_lines = 0
        options.interhunk_lines = 0
    }

    /// The hunks that lead from `old` to `new`, in order.
    func hunks(old: UnsafeRawBufferPointer, new: UnsafeRawBufferPointer) throws(GitError) -> [Hunk] {
        hunks.removeAll(keepingCapacity: true)
        let code = git_diff_buffers(
            old.baseAddress, old.count, nil, new.baseAddress, new.count, nil, &options, nil, nil,
            { _, hunk, payload in
                let difference = Unmanaged<WholeTextDifference>.fromOpaque(payload!).takeUnretainedValue()
                difference.append(hunk!.pointee)
                return 0
            }, nil, Unmanaged.passUnretained(self).toOpaque())
        guard code == 0 else { throw .failed(attempt: "compare two versions of a file", reason: lastReason()) }
        return hunks
    }

    /// git counts lines from 1, and names the line before where a side is empty.
    private func append(_ hunk: git_diff_hunk) {
        hunks.append(
            Hunk(
                oldStart: Int(hunk.old_start) - (hunk.old_lines > 0 ? 1 : 0), oldCount: Int(hunk.old_lines),
                newStart: Int(hunk.new_start) - (hunk.new_lines > 0 ? 1 : 0), newCount: Int(hunk.new_lines)))
    }
}
