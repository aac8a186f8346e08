import Foundation

/// Rules of the program as a reader or another program wants them.
package struct RuleList<Rule> {
    private let table: Table<Rule>
    private let rules: [Rule]
    /// Columns of the form for people; the last one may be of any width.
    private let shown: [String]

    init(_ table: Table<Rule>, _ rules: [Rule], shown: [String]) {
        self.table = table
        self.rules = rules
        self.shown = shown
    }

    /// All rules, in the order of the table.
    package func bytes(as format: RuleListFormat) throws -> [UInt8] {
        switch format {
        case .text: Array(text.utf8)
        case .csv: Array(csv.utf8)
        case .json: try json
        }
    }

    private var text: String {
        let columns = shown.compactMap { name in table.columns.first { $0.name == name } }
        let rows = [columns.map(\.name)] + rules.map { rule in columns.map { CSVText.plain($0.value(rule)) } }
        let widths = columns.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let cells = row.indices.map { column in
                column == row.count - 1
                    ? row[column] : row[column] + String(repeating: " ", count: widths[column] - row[column].count)
            }
            return cells.joined(separator: "  ").withoutControls + "\n"
        }.joined()
    }

    private var csv: String {
        CSVText.row(table.columns.map { .text($0.name) })
            + rules.map { rule in CSVText.row(table.columns.map { $0.value(rule) }) }.joined()
    }

    private var json: [UInt8] {
        get throws {
            let objects = rules.map { rule in
                Dictionary(uniqueKeysWithValues: table.columns.map { ($0.name, Self.value($0.value(rule))) })
            }
            let options: JSONSerialization.WritingOptions = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return Array(try JSONSerialization.data(withJSONObject: objects, options: options)) + [UInt8(ascii: "\n")]
        }
    }

    private static func value(_ cell: Cell) -> Any {
        switch cell {
        case .text(let value): value
        case .integer(let value): value
        case .number(let value): value
        case .boolean(let value): value
        case .person(let person): person.text
        case .object(let id): id.hex
        case .objects(let ids): ids.map(\.hex)
        case .list(let values, _): values
        case .time, .missing: NSNull()
        }
    }
}

/// The forms in which rules are listed.
package enum RuleListFormat: String, CaseIterable, Sendable {
    /// Columns for people, one rule a line.
    case text
    case csv
    /// An array of objects, one a rule.
    case json
}
