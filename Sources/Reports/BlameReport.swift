import Git
import LineHistory
import Metrics

/// The forms in which the origins of lines are printed.
package enum BlameFormat: String, CaseIterable, Sendable {
    case text, porcelain
    case linePorcelain = "line-porcelain"
    case csv
}

/// The origins of a file's lines in the formats of `git blame`.
package struct BlameReport {
    private let facts: AuditFacts
    private let format: BlameFormat
    private let csv: Table<BlameLine>

    package init(_ facts: AuditFacts, format: BlameFormat) {
        self.facts = facts
        self.format = format
        csv = BlameLine.table(facts)
    }

    /// What stands before the first file.
    package var header: [UInt8] {
        format == .csv ? Array(CSVText.row(csv.columns.map { .text($0.name) }).utf8) : []
    }

    /// - Parameter content: the file's bytes.
    package func text(of file: TipFile, content: [UInt8]) -> [UInt8] {
        switch format {
        case .csv: csvText(file)
        case .porcelain, .linePorcelain: porcelain(file, content)
        case .text: plain(file, content)
        }
    }

    private func csvText(_ file: TipFile) -> [UInt8] {
        var result: [UInt8] = []
        var number = 0
        for run in file.runs {
            for _ in 0..<run.count {
                number += 1
                let line = BlameLine(path: file.path, number: number, commit: facts.lines.commit(of: run.version))
                result += CSVText.row(csv.columns.map { $0.value(line) }).utf8
            }
        }
        return result
    }

    private func porcelain(_ file: TipFile, _ content: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var described: Set<Int> = []
        var lines = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
        var number = 0
        for run in file.runs {
            let commit = facts.lines.commit(of: run.version)
            for offset in 0..<run.count {
                number += 1
                result += "\(facts.history.ids[commit].hex) \(run.line + offset + 1) \(number)".utf8
                if offset == 0 { result += " \(run.count)".utf8 }
                result.append(UInt8(ascii: "\n"))
                let isNew = described.insert(commit).inserted
                if isNew || format == .linePorcelain { result += description(of: commit).utf8 }
                if isNew || format == .linePorcelain || offset == 0 { result += origin(run.version) }
                result.append(UInt8(ascii: "\t"))
                result += lines.popFirst() ?? []
                result.append(UInt8(ascii: "\n"))
            }
        }
        return result
    }

    private func description(of commit: Int) -> String {
        let own = facts.commits[commit]
        var text = ""
        for (role, identity, seconds) in [
            ("author", facts.authors[commit], own.authoredAt),
            ("committer", own.committer, facts.history.committedAt[commit]),
        ] {
            text +=
                "\(role) \(identity.name)\n\(role)-mail <\(identity.email)>\n\(role)-time \(seconds)\n\(role)-tz +0000\n"
        }
        text += "summary \(own.subject)\n"
        if facts.history.parents(of: commit).isEmpty { text += "boundary\n" }
        return text
    }

    private func origin(_ version: VersionNumber) -> [UInt8] {
        var result: [UInt8] = []
        if let (parent, old) = facts.lines.previous(of: version) {
            result += "previous \(facts.history.ids[parent].hex) ".utf8
            result += facts.lines.paths[facts.lines.versions[Int(old)].path]
            result.append(UInt8(ascii: "\n"))
        }
        result += "filename ".utf8
        result += facts.lines.paths[facts.lines.versions[Int(version)].path]
        result.append(UInt8(ascii: "\n"))
        return result
    }

    private func plain(_ file: TipFile, _ content: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var lines = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
        let total = file.runs.reduce(0) { $0 + Int($1.count) }
        let width = String(total).count
        let nameWidth = file.runs.map { facts.authors[facts.lines.commit(of: $0.version)].name.count }.max() ?? 0
        var number = 0
        for run in file.runs {
            let commit = facts.lines.commit(of: run.version)
            let isRoot = facts.history.parents(of: commit).isEmpty
            let sha = facts.history.ids[commit].hex
            let name = facts.authors[commit].name
            let space = String(repeating: " ", count: nameWidth - name.count)
            let time = UTCTime(seconds: facts.commits[commit].authoredAt).text
            let head =
                "\(isRoot ? "^" + sha.prefix(9) : sha.prefix(10)) (\(name.withoutControls)\(space) \(time) +0000 "
            for _ in 0..<run.count {
                number += 1
                let count = String(repeating: " ", count: width - String(number).count) + String(number)
                result += (head + count + ") ").utf8
                result += String(decoding: lines.popFirst() ?? [], as: UTF8.self).withoutControlsButTabs.utf8
                result.append(UInt8(ascii: "\n"))
            }
        }
        return result
    }
}

extension String {
    /// Tabs are harmless on a terminal and part of most source lines.
    fileprivate var withoutControlsButTabs: String {
        split(separator: "\t", omittingEmptySubsequences: false).map { String($0).withoutControls }.joined(
            separator: "\t")
    }
}

/// One line and the commit that it came from.
struct BlameLine: Sendable {
    let path: UInt32
    /// From 1.
    let number: Int
    let commit: Int

    static func table(_ facts: AuditFacts) -> Table<BlameLine> {
        Table(
            "blame", "one row per line",
            [
                Column("path", .string, "path; quoted as git quotes it where it is not valid UTF-8") {
                    .text(String(path: facts.lines.paths[$0.path]))
                },
                Column("line", .integer, "number of the line, from 1") { .integer($0.number) },
                Column("sha", .string, "commit that the line came from") { .text(facts.history.ids[$0.commit].hex) },
                Column("class", .string, "class of that commit") { .text(facts.authorClass($0.commit).rawValue) },
                Column("author", .string, "its author after the mailmap") { .text(facts.authors[$0.commit].text) },
                Column("landed_at_utc", .datetime, "when it landed") { .time(facts.landedAt[$0.commit]) },
            ])
    }
}
