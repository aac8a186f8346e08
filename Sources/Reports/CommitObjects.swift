import Foundation
import Metrics

/// commits.ndjson: the columns of commits.csv as one JSON object per commit and line.
///
/// Lists are arrays, missing values `null`, and texts stand as they are: JSON knows no formulas.
struct CommitObjects {
    private let table: Table<Int>
    private let commits: [Int]

    init(_ results: AuditResults) {
        table = CommitsTable.table(results)
        commits = results.reported
    }

    func write(to file: inout ReportFile) throws {
        for commit in commits { try file.write(line(commit)) }
    }

    /// The object of a commit, with its line end.
    func line(_ commit: Int) -> String {
        var text = "{\"schema_version\":\"\(SummaryJSON.schemaVersion)\""
        for column in table.columns {
            text += ",\"\(column.name)\":" + Self.json(column.value(commit), type: column.type)
        }
        return text + "}\n"
    }

    /// The JSON Schema of a line.
    func schema() throws -> [UInt8] {
        var properties: [String: Any] = [
            "schema_version": ["type": "string", "pattern": "^1\\.[0-9]+$", "description": "as in summary.json"]
        ]
        for field in TableSchema(table).fields {
            var property = Self.type(field)
            property["description"] = field.description + (field.unit.map { "; unit: " + $0 } ?? "")
            properties[field.name] = property
        }
        let schema: [String: Any] = [
            "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "A line of Andon commits.ndjson",
            "description": table.description + "; null is missing, never zero",
            "type": "object", "required": ["schema_version"] + table.columns.map(\.name), "properties": properties,
        ]
        let options: JSONSerialization.WritingOptions = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try JSONSerialization.data(withJSONObject: schema, options: options)) + [UInt8(ascii: "\n")]
    }

    private static func type(_ field: TableSchema.Field) -> [String: Any] {
        switch field.type {
        case .list: ["type": "array", "items": ["type": "string"]]
        case .datetime:
            ["type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}$"]
        default: ["type": [field.type.rawValue, "null"]]
        }
    }

    private static func json(_ cell: Cell, type: ColumnType) -> String {
        switch cell {
        case .missing: type == .list ? "[]" : "null"
        case .list(let values, _): "[" + values.map(quoted).joined(separator: ",") + "]"
        case .text, .time: quoted(CSVText.plain(cell))
        case .number, .integer, .boolean:
            // A number that no table can hold is missing.
            CSVText.plain(cell).isEmpty ? "null" : CSVText.plain(cell)
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\" + String(scalar)
            // Line separators end a line for some readers.
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
