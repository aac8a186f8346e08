import Foundation
import Metrics
import Testing

@testable import Reports

@Suite struct SchemaTests {
    private static var schemas: [TableSchema] {
        ReportTables.schemas + ReportTables.combined(CombinedComparisons([])).map(\.schema)
    }

    private static func report(_ name: String) throws -> (fixture: Fixture, folder: String) {
        let fixture = try Fixture(name)
        let folder = fixture.place + "/report"
        var options = AuditReport.Options()
        options.writesDeaths = true
        options.writesAuthors = true
        try AuditReport(AuditResults(try AuditFacts.of(fixture)), options: options).write(to: folder)
        return (fixture, folder)
    }

    private static func json(_ bytes: [UInt8]) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    private static func json(file: String) throws -> [String: Any] {
        try json(Array(try Data(contentsOf: URL(fileURLWithPath: file))))
    }

    @Test(
        "datapackage.json describes exactly the files and columns that are written", arguments: ["churn", "ai-marks"])
    func datapackage(name: String) throws {
        let (fixture, folder) = try Self.report(name)
        defer { withExtendedLifetime(fixture) {} }
        let package = try Self.json(file: folder + "/datapackage.json")
        let resources = try #require(package["resources"] as? [[String: Any]])
        let written = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".csv") }
        #expect(Set(resources.compactMap { $0["path"] as? String }) == Set(written))
        for resource in resources {
            let path = try #require(resource["path"] as? String)
            let schema = try #require(resource["schema"] as? [String: Any])
            let fields = try #require(schema["fields"] as? [[String: Any]])
            let text = try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
            let header = text.components(separatedBy: "\r\n")[0]
            #expect(fields.compactMap { $0["name"] as? String }.joined(separator: ",") == header, "\(path)")
            for field in fields { #expect((field["description"] as? String)?.isEmpty == false, "\(path): \(field)") }
        }
    }

    @Test("Every number of every table says its unit, every share its denominator")
    func units() {
        for schema in Self.schemas {
            for field in schema.fields where field.type == .integer || field.type == .number {
                #expect(field.unit != nil, "\(schema.name).csv: \(field.name)")
                if field.unit == "share" { #expect(field.denominator != nil, "\(schema.name).csv: \(field.name)") }
            }
        }
    }

    @Test("A column's name stands once in a table, in small letters")
    func names() {
        for schema in Self.schemas {
            #expect(Set(schema.fields.map(\.name)).count == schema.fields.count, "\(schema.name)")
            for field in schema.fields {
                #expect(field.name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "_" }, "\(field.name)")
            }
        }
    }

    @Test("summary.json has what its schema asks for, and nothing that the schema does not name")
    func summary() throws {
        let (fixture, folder) = try Self.report("ai-marks")
        defer { withExtendedLifetime(fixture) {} }
        let schema = try Self.json(try ReportSchema.summary.bytes())
        let summary = try Self.json(file: folder + "/summary.json")
        Self.expect(summary, toMatch: schema, in: schema, at: "summary")
        #expect(!(try #require(summary["headlines"] as? [Any])).isEmpty)
    }

    @Test("What a reader needs to judge a headline is there")
    func headlines() throws {
        let results = AuditResults(try AuditFacts.of(try Fixture("churn")))
        for headline in SummaryJSON.Headline.all(results) {
            #expect(headline.numerator <= headline.denominator)
            if let value = headline.value {
                #expect(abs(value - Double(headline.numerator) / Double(headline.denominator)) < 1e-12)
                if let low = headline.low, let high = headline.high { #expect(low <= value && value <= high) }
            } else {
                #expect(headline.denominator == 0 && headline.low == nil)
            }
        }
    }

    /// Checks required names, names, types of objects and lists, and enumerations; the rest is for a validator of the format.
    private static func expect(_ value: Any, toMatch schema: [String: Any], in root: [String: Any], at place: String) {
        if let reference = schema["$ref"] as? String {
            let name = String(reference.split(separator: "/").last ?? "")
            let definitions = root["$defs"] as? [String: [String: Any]]
            guard let definition = definitions?[name] else {
                Issue.record("\(place): no definition \(name)")
                return
            }
            return expect(value, toMatch: definition, in: root, at: place)
        }
        if let allowed = schema["enum"] as? [String] { #expect(allowed.contains(value as? String ?? ""), "\(place)") }
        if value is NSNull, (schema["type"] as? [String])?.contains("null") == true { return }
        if let properties = schema["properties"] as? [String: [String: Any]] {
            guard let object = value as? [String: Any] else {
                Issue.record("\(place) is no object")
                return
            }
            for name in schema["required"] as? [String] ?? [] { #expect(object[name] != nil, "\(place) lacks \(name)") }
            for (name, part) in object {
                guard let own = properties[name] else {
                    Issue.record("\(place) has \(name), which the schema does not name")
                    continue
                }
                expect(part, toMatch: own, in: root, at: place + "." + name)
            }
        }
        if let items = schema["items"] as? [String: Any] {
            guard let list = value as? [Any] else {
                Issue.record("\(place) is no list")
                return
            }
            for (index, item) in list.enumerated() { expect(item, toMatch: items, in: root, at: "\(place)[\(index)]") }
        }
    }
}
