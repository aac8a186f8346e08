import Foundation
import Metrics

/// datapackage.json: every CSV file and every column of it, by Frictionless' Data Package and Table Schema.
struct DataPackage: Encodable {
    let profile = "tabular-data-package"
    let name: String
    let title: String
    let resources: [Resource]

    struct Resource: Encodable {
        let profile = "tabular-data-resource"
        let name: String
        let path: String
        let description: String
        let format = "csv"
        let mediatype = "text/csv"
        let encoding: String
        let schema: Schema
    }

    struct Schema: Encodable {
        let fields: [Field]
        let missingValues = [""]
    }

    struct Field: Encodable {
        let name: String
        let type: String
        let format: String?
        let description: String
        /// Beyond the standard, as it allows.
        let unit: String?
        let denominator: String?
    }

    init(_ tables: [TableSchema], repository: String, hasByteOrderMark: Bool) {
        self.init(
            name: "andon-report", title: repository.isEmpty ? "Andon report" : "Andon report on \(repository)", tables,
            hasByteOrderMark)
    }

    /// - Parameter tables: those of several reports together.
    init(combined tables: [TableSchema], hasByteOrderMark: Bool) {
        self.init(name: "andon-combined", title: "Andon reports on several repositories", tables, hasByteOrderMark)
    }

    private init(name: String, title: String, _ tables: [TableSchema], _ hasByteOrderMark: Bool) {
        self.name = name
        self.title = title
        resources = tables.map { table in
            Resource(
                name: table.name, path: table.name + ".csv", description: table.description,
                encoding: hasByteOrderMark ? "utf-8-sig" : "utf-8", schema: Schema(fields: table.fields.map(Field.init))
            )
        }
    }

    func bytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    }
}

extension DataPackage.Field {
    init(_ field: TableSchema.Field) {
        self.init(
            name: field.name, type: field.type.inTable.rawValue,
            format: field.type == .datetime ? "%Y-%m-%d %H:%M:%S" : nil, description: field.description,
            unit: field.type == .datetime ? "UTC" : field.unit, denominator: field.denominator)
    }
}
