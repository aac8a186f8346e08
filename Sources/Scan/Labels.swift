import Attribution
import Defects
import Git
import Metrics

/// One row of a user's labels.
package struct LabelRow: Sendable {
    /// In full, or as many digits as make it unique.
    package let sha: String
    package let isFix: Bool?
    package let authorClass: AuthorClass?
    /// The commits that the fix repaired, likewise.
    package let inducers: [String]

    package init(sha: String, isFix: Bool?, authorClass: AuthorClass?, inducers: [String]) {
        self.sha = sha
        self.isFix = isFix
        self.authorClass = authorClass
        self.inducers = inducers
    }
}

/// A user's labels by commit; rows of one commit add up.
struct Labels {
    let byCommit: [CommitPosition: CommitLabel]
    let warnings: [AuditWarning]

    init(_ rows: [LabelRow], history: History) {
        guard !rows.isEmpty else {
            byCommit = [:]
            warnings = []
            return
        }
        let names = AbbreviatedNames(history)
        var labels: [CommitPosition: CommitLabel] = [:]
        var warnings: [AuditWarning] = []
        for row in rows {
            guard let commit = names.position(of: row.sha) else {
                warnings.append(Self.unknown(row.sha))
                continue
            }
            var inducers: [CommitPosition] = labels[commit]?.fix?.inducers ?? []
            for inducer in row.inducers {
                if let position = names.position(of: inducer), position < commit {
                    if !inducers.contains(position) { inducers.append(position) }
                } else {
                    warnings.append(Self.unknown(inducer))
                }
            }
            let isFix = row.isFix ?? labels[commit]?.fix?.isFix
            labels[commit] = CommitLabel(
                authorClass: row.authorClass ?? labels[commit]?.authorClass,
                fix: isFix == nil && inducers.isEmpty ? nil : FixLabel(isFix: isFix, inducers: inducers))
        }
        byCommit = labels
        self.warnings = warnings
    }

    private static func unknown(_ sha: String) -> AuditWarning {
        AuditWarning(
            kind: .unknownLabel, subject: String(sha.prefix(64)),
            reason: "a label names no commit of this history, several, or as inducer a later one")
    }
}

/// Commits by abbreviated name.
private struct AbbreviatedNames {
    private let sorted: [(hex: String, position: CommitPosition)]

    init(_ history: History) {
        sorted = history.ids.enumerated().map { (hex: $1.hex, position: $0) }.sorted { $0.hex < $1.hex }
    }

    /// nil where no commit, or more than one, has such a name.
    func position(of name: String) -> CommitPosition? {
        let name = name.lowercased()
        guard name.count >= 4 else { return nil }
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle].hex < name { low = middle + 1 } else { high = middle }
        }
        guard low < sorted.count, sorted[low].hex.hasPrefix(name) else { return nil }
        if low + 1 < sorted.count, sorted[low + 1].hex.hasPrefix(name) { return nil }
        return sorted[low].position
    }
}
