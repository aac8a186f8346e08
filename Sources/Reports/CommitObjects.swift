import Foundation
import Git
import Metrics

/// commits.ndjson: the columns of commits.csv as one JSON object per commit and line.
///
/// Lists are arrays, missing values `null`, and texts stand as they are: JSON knows no formulas.
struct CommitObjects {
    private let table = CommitsTable.table()
    private let rows: [CommitsTable.Row]

    init(_ results: AuditResults) {
        rows = CommitsTable.rows(results)
    }

    func write(to file: inout ReportFile) throws {
        for row in rows { try file.write { append(row, to: &$0) } }
    }

    /// Appends the object of a commit, with its line end.
    func append(_ row: CommitsTable.Row, to text: inout TextBuffer) {
        text.append("{\"schema_version\":\"")
        text.append(SummaryJSON.schemaVersion)
        text.append(UInt8(ascii: "\""))
        for column in table.columns {
            text.append(",\"")
            text.append(column.name)
            text.append("\":")
            Self.append(column.value(row), type: column.type, to: &text)
        }
        text.append("}\n")
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

    private static func append(_ cell: Cell, type: ColumnType, to text: inout TextBuffer) {
        switch cell {
        case .missing: text.append(type == .list ? "[]" : "null")
        case .list(let values, _):
            text.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { text.append(UInt8(ascii: ",")) }
                append(quoted: value, to: &text)
            }
            text.append(UInt8(ascii: "]"))
        case .objects(let ids): append(.list(ids.map(\.hex)), type: type, to: &text)
        case .text(let value): append(quoted: value, to: &text)
        case .person(let person): append(quoted: person.text, to: &text)
        case .time, .object:
            text.append(UInt8(ascii: "\""))
            CSVText.appendPlain(cell, to: &text)
            text.append(UInt8(ascii: "\""))
        case .number, .integer, .boolean:
            let start = text.count
            CSVText.appendPlain(cell, to: &text)
            // A number that no table can hold is missing.
            if text.count == start { text.append("null") }
        }
    }

    private static func append(quoted value: String, to text: inout TextBuffer) {
        text.append(UInt8(ascii: "\""))
        if value.utf8.contains(where: mayNeedEscape) {
            for scalar in value.unicodeScalars { append(scalar, to: &text) }
        } else {
            text.append(value)
        }
        text.append(UInt8(ascii: "\""))
    }

    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte >= 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private static func append(_ scalar: Unicode.Scalar, to text: inout TextBuffer) {
        switch scalar {
        case "\"", "\\": text.append([UInt8(ascii: "\\"), UInt8(ascii: scalar)])
        // Line separators end a line for some readers.
        case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
            let digits = String(scalar.value, radix: 16)
            text.append("\\u")
            text.append([UInt8](repeating: UInt8(ascii: "0"), count: 4 - digits.count))
            text.append(digits)
        default: text.append([UInt8](UTF8.encode(scalar)!))
        }
    }
}
