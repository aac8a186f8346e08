import Foundation
import Git
import Metrics
import Testing

@testable import Reports

@Suite struct CommitObjectsTests {
    private static func objects(_ name: String) throws -> (results: AuditResults, objects: [[String: Any]]) {
        let results = AuditResults(try AuditFacts.of(try Fixture(name)))
        let writer = CommitObjects(results)
        let objects = try CommitsTable.rows(results).map { row in
            var text = TextBuffer()
            writer.append(row, to: &text)
            let line = text.text
            #expect(line.last == "\n" && line.dropLast().allSatisfy { !$0.isNewline })
            return try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        return (results, objects)
    }

    @Test(
        "Each line is an object with every column of commits.csv and the version",
        arguments: ["ai-marks", "hostile-text"])
    func columns(name: String) throws {
        let (results, objects) = try Self.objects(name)
        let columns = CommitsTable.table().columns
        #expect(objects.count == results.reported.count)
        for (commit, object) in zip(results.reported, objects) {
            #expect(Set(object.keys) == Set(columns.map(\.name) + ["schema_version"]))
            #expect(object["schema_version"] as? String == SummaryJSON.schemaVersion)
            #expect(object["subject"] as? String == results.facts.commits[commit].subject)
            #expect(object["added"] as? Int == results.facts.lines.counts[commit].added)
            #expect(
                object["parents"] as? [String]
                    == results.facts.history.parents(of: commit).map { results.facts.history.ids[Int($0)].hex })
        }
    }

    @Test("What is missing is null, and a list that holds nothing is empty")
    func missing() throws {
        let first = try #require(try Self.objects("linear").objects.first)
        #expect(first["first_fix"] is NSNull && first["ai_line_share"] is NSNull)
        #expect((first["parents"] as? [String])?.isEmpty == true && (first["tools"] as? [String])?.isEmpty == true)
    }

    @Test("The schema names every name, with its type")
    func schema() throws {
        let bytes = try ReportSchema.commits.bytes()
        let schema = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        let properties = try #require(schema["properties"] as? [String: [String: Any]])
        let object = try #require(try Self.objects("linear").objects.first)
        #expect(Set(properties.keys) == Set(object.keys))
        #expect(Set(try #require(schema["required"] as? [String])) == Set(object.keys))
        #expect(properties["parents"]?["type"] as? String == "array")
        #expect(properties["added"]?["type"] as? [String] == ["integer", "null"])
    }
}
