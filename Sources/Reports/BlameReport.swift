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
        case .porcelain, .linePorcelain:
            BlamePorcelain(facts, repeats: format == .linePorcelain).text(of: file, content)
        case .text: BlameText(facts).text(of: file, content)
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
                Column("sha", .string, "commit that the line came from") { .object(facts.history.ids[$0.commit]) },
                Column("class", .string, "class of that commit") { .text(facts.authorClass($0.commit).rawValue) },
                Column("author", .string, "its author after the mailmap") { .text(facts.authors[$0.commit].text) },
                Column("landed_at_utc", .datetime, "when it landed") { .time(facts.landedAt[$0.commit]) },
            ])
    }
}
