import Git
import Metrics

/// The commits whose changes are looked through: mass reformatting, as a project lists it for `git blame`.
struct IgnoredRevisions {
    let positions: Set<UInt32>
    let warnings: [AuditWarning]

    /// The list that a project keeps at its root by convention.
    private static let conventionalPath = ".git-blame-ignore-revs"

    /// - Parameter lists: further lists by name.
    init(_ history: History, repository: borrowing Repository, lists: [(name: String, text: String)]) throws(GitError) {
        var lists = lists
        if let own = try repository.file(at: Self.conventionalPath, in: history.trees[history.tip], sizeLimit: 1 << 20)
        {
            lists.insert((Self.conventionalPath, String(decoding: own, as: UTF8.self)), at: 0)
        }
        var positions: Set<UInt32> = []
        var warnings: [AuditWarning] = []
        let known = lists.isEmpty ? [:] : history.positions()
        for (name, text) in lists {
            for line in text.split(whereSeparator: \.isNewline) {
                let word = line.prefix { $0 != "#" }.trimmed
                guard !word.isEmpty else { continue }
                if let id = ObjectID(hex: word), let position = known[id] {
                    positions.insert(position)
                } else {
                    warnings.append(
                        AuditWarning(
                            kind: .ignoredRevision, subject: String(word.prefix(64)),
                            reason: "\(name) names no commit of this history"))
                }
            }
        }
        self.positions = positions
        self.warnings = warnings
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var result = drop(while: \.isWhitespace)
        while let last = result.last, last.isWhitespace { result.removeLast() }
        return result
    }
}
