import Git
import LineHistory
import Metrics

/// The origins of a file's lines as `git blame --porcelain` and `--line-porcelain` print them.
struct BlamePorcelain {
    private let facts: AuditFacts
    private let repeats: Bool

    /// - Parameter repeats: whether every line repeats what is said of its commit.
    init(_ facts: AuditFacts, repeats: Bool) {
        self.facts = facts
        self.repeats = repeats
    }

    func text(of file: TipFile, _ content: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var described: Set<Int> = []
        let ambiguous = commitsWithSeveralPaths(in: file)
        var lines = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
        var number = 0
        for run in file.runs {
            let commit = facts.lines.commit(of: run.version)
            for offset in 0..<run.count {
                number += 1
                result += "\(facts.history.ids[commit].hex) \(run.line + offset + 1) \(number)".utf8
                if offset == 0 { result += " \(run.count)".utf8 }
                result.append(UInt8(ascii: "\n"))
                if offset == 0 || repeats {
                    let isNew = described.insert(commit).inserted
                    if isNew || repeats { result += description(of: commit).utf8 }
                    if isNew || repeats || ambiguous.contains(commit) { result += origin(run.version).utf8 }
                }
                result.append(UInt8(ascii: "\t"))
                result += lines.popFirst() ?? []
                result.append(UInt8(ascii: "\n"))
            }
        }
        return result
    }

    /// Commits from which lines came by more than one path: of these every group names its path.
    private func commitsWithSeveralPaths(in file: TipFile) -> Set<Int> {
        var versions: [Int: VersionNumber] = [:]
        var several: Set<Int> = []
        for run in file.runs {
            let commit = facts.lines.commit(of: run.version)
            if versions.updateValue(run.version, forKey: commit).map({ $0 != run.version }) ?? false {
                several.insert(commit)
            }
        }
        return several
    }

    private func description(of commit: Int) -> String {
        let own = facts.commits[commit]
        let sides = [
            ("author", facts.authors[commit], own.authoredAt, own.authorOffset),
            ("committer", facts.mailmap.resolve(own.committer), facts.history.committedAt[commit], own.committerOffset),
        ]
        var text = ""
        for (role, identity, seconds, offset) in sides {
            text += "\(role) \(identity.name)\n\(role)-mail <\(identity.email)>\n"
            text += "\(role)-time \(seconds)\n\(role)-tz \(UTCTime.zoneText(minutes: offset))\n"
        }
        text += "summary \(own.subject.isEmpty ? "(\(facts.history.ids[commit].hex))" : own.subject)\n"
        if facts.history.parents(of: commit).isEmpty { text += "boundary\n" }
        return text
    }

    private func origin(_ version: VersionNumber) -> String {
        var text = ""
        if let (parent, old) = facts.lines.previous(of: version) {
            text += "previous \(facts.history.ids[parent].hex) \(path(of: old))\n"
        }
        return text + "filename \(path(of: version))\n"
    }

    private func path(of version: VersionNumber) -> String {
        String.quoted(path: facts.lines.paths[facts.lines.versions[Int(version)].path])
    }
}
