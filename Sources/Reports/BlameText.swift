import Git
import LineHistory
import Metrics

/// The origins of a file's lines as `git blame --abbrev=9` prints them.
///
/// Without that option git chooses the length of names by the number of objects in the repository, which is another in every clone.
struct BlameText {
    private let facts: AuditFacts

    init(_ facts: AuditFacts) {
        self.facts = facts
    }

    func text(of file: TipFile, _ content: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var lines = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
        let width = String(file.runs.reduce(0) { $0 + Int($1.count) }).count
        let nameWidth = file.runs.map { facts.authors[facts.lines.commit(of: $0.version)].name.columns }.max() ?? 0
        let paths = Set(file.runs.map { facts.lines.versions[Int($0.version)].path })
        let pathWidth = paths == [file.path] ? nil : paths.map { facts.lines.paths[$0].count }.max()
        var number = 0
        for run in file.runs {
            let head = head(of: run, pathWidth: pathWidth, nameWidth: nameWidth)
            for _ in 0..<run.count {
                number += 1
                let digits = String(number)
                result += head
                result += (String(repeating: " ", count: width - digits.count) + digits + ") ").utf8
                result += lines.popFirst() ?? []
                result.append(UInt8(ascii: "\n"))
            }
        }
        return result
    }

    private func head(of run: LineRun, pathWidth: Int?, nameWidth: Int) -> [UInt8] {
        let commit = facts.lines.commit(of: run.version)
        let own = facts.commits[commit]
        let sha = facts.history.ids[commit].hex
        var head = Array((facts.history.parents(of: commit).isEmpty ? "^" + sha.prefix(9) : sha.prefix(10)).utf8)
        if let pathWidth {
            let path = facts.lines.paths[facts.lines.versions[Int(run.version)].path]
            head.append(UInt8(ascii: " "))
            head += path
            head += [UInt8](repeating: UInt8(ascii: " "), count: pathWidth - path.count)
        }
        let name = facts.authors[commit].name
        let space = String(repeating: " ", count: max(0, nameWidth - name.columns))
        let time = UTCTime(seconds: own.authoredAt + Int64(own.authorOffset) * 60).text
        head += " (\(name)\(space) \(time) \(UTCTime.zoneText(minutes: own.authorOffset)) ".utf8
        return head
    }
}

extension String {
    /// The columns that a terminal needs: none for a mark that combines, two for an East Asian character or a picture.
    fileprivate var columns: Int {
        unicodeScalars.reduce(0) { total, scalar in
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format: return total
            default: break
            }
            switch scalar.value {
            case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
                0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
                return total + 2
            default: return total + 1
            }
        }
    }
}
