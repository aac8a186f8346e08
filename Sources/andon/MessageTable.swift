import Attribution
import Git
import Intent
import Reports

/// Judges the rows of a table of commit messages.
struct MessageTable {
    /// The table's own columns.
    private let header: [String]
    private let message: Int
    private let author: Int?
    private let committer: Int?
    private let label: Int?
    private let attributor: Attributor
    private(set) var score = FixScore()

    private static let verdictColumns = [
        "class", "class_declared", "class_confidence", "ai_reviewed", "tools", "models", "class_rules",
        "class_evidence", "flags", "responsible", "unknown_values", "is_fix", "fix_probability", "fix_evidence",
    ]

    /// - Parameters:
    ///   - labels: the column that says what `is_fix` should be.
    ///   - name: of the table, for errors.
    init(header: [String], marks: MarkTable, labels: String?, name: String) throws(UsageError) {
        func place(_ column: String) -> Int? { header.firstIndex { $0.lowercased() == column.lowercased() } }
        func required(_ column: String) throws(UsageError) -> Int {
            if let place = place(column) { return place }
            let names = header.prefix(20).joined(separator: ", ")
            throw UsageError(description: "\(name) has no column `\(column)`; its columns are \(names)")
        }
        self.header = header
        message = try required("message")
        author = place("author")
        committer = place("committer")
        if let labels { label = try required(labels) } else { label = nil }
        attributor = Attributor(table: marks)
    }

    /// The header of the table with verdicts. A name that the table uses itself begins with `andon_`.
    var line: String {
        CSVText.row(header, followedBy: OwnColumns.names(Self.verdictColumns, beside: header).map(Cell.text))
    }

    /// A row with its verdicts.
    ///
    /// - Parameter place: of the row, for errors.
    mutating func line(_ row: [String], place: String) throws(UsageError) -> String {
        guard row.count == header.count else {
            throw UsageError(description: "\(place) has \(row.count) cells, the header has \(header.count)")
        }
        let writer = Identity(text: author.map { row[$0] } ?? "")
        let marks = CommitMarks(
            author: writer, committer: committer.map { Identity(text: row[$0]) } ?? writer, message: row[message])
        let verdict = attributor.verdict(for: marks)
        let fix = CommitIntent(message: row[message]).fix
        if let label { try score.add(fix.isFix, label: row[label], place: place) }
        return CSVText.row(row, followedBy: Self.cells(verdict) + Self.cells(fix))
    }

    private static func cells(_ verdict: Verdict) -> [Cell] {
        [
            .text(verdict.authorClass.rawValue),
            verdict.authorClass == .human ? .boolean(verdict.isDeclared) : .missing,
            .text(verdict.confidence.rawValue), .boolean(verdict.isAIReviewed), list(verdict.tools),
            list(verdict.models), list(verdict.matches.rules), list(verdict.matches.map(\.text)),
            list(verdict.flags.names),
            .text(verdict.responsible.flatMap { $0.text.isEmpty ? nil : $0.text }),
            list(verdict.unknownValues.map { "\($0.key): \($0.value)" }),
        ]
    }

    private static func cells(_ fix: FixVerdict) -> [Cell] {
        [.boolean(fix.isFix), .number(fix.probability), list([fix.ground.rawValue] + fix.evidence.map(\.rule))]
    }

    private static func list(_ values: [String]) -> Cell {
        values.isEmpty ? .missing : .text(values.joined(separator: ";"))
    }
}
