import Foundation
import Reports
import Testing

@Suite struct RulesTests {
    private static func listed(_ arguments: [String]) throws -> [[String: Any]] {
        let done = try Andon.run(["rules"] + arguments + ["--format", "json"])
        try #require(done.status == 0, "\(done.errors)")
        return try #require(try JSONSerialization.jsonObject(with: Data(done.output)) as? [[String: Any]])
    }

    @Test("Every mark is listed in every form")
    func marks() throws {
        let rules = try Self.listed(["marks"])
        #expect(rules.count > 500)
        #expect(Set(rules.compactMap { $0["rule"] as? String }).count == rules.count)
        let text = try Andon.run("rules", "marks").lines
        #expect(text.count == rules.count + 1)
        var rows: [[String]] = []
        var reader = CSVReader()
        reader.read(try Andon.run("rules", "marks", "--format", "csv").output) { rows.append($0) }
        #expect(rows.count == rules.count + 1)
        #expect(rows.map(\.count).allSatisfy { $0 == rows[0].count })
    }

    @Test("A mark's pattern comes out as it was written")
    func pattern() throws {
        let rule = try Self.listed(["marks"]).first { $0["rule"] as? String == "claude-code.co-author.address" }
        #expect(rule?["pattern"] as? String == #"(?i)<(?:noreply|claude|claude-code|assistant)@anthropic\.com>"#)
        #expect(rule?["level"] as? String == "assisted")
        #expect(rule?["condition"] is NSNull)
    }

    @Test("The user's marks are listed with the others")
    func overlay() throws {
        let place = try Place()
        try place.write("without: [claude-code.co-author.address]\n", to: "marks.yml")
        let all = try Self.listed(["marks"])
        let fewer = try Self.listed(["marks", "--marks", place.path + "/marks.yml"])
        #expect(fewer.count == all.count - 1)
    }

    @Test(
        "A table of marks that cannot be read is said with its place, by every command that takes one",
        arguments: [["rules", "marks"], ["classify"], ["scan", "."], ["blame"]])
    func brokenOverlay(command: [String]) throws {
        let place = try Place()
        try place.write("marks:\n  - id: a.trailer.b\n    level: sometimes\n", to: "marks.yml")
        let done = try Andon.run(command + ["--marks", "marks.yml"], in: place.path)
        #expect(done.status == 2)
        #expect(done.errors.contains("andon: marks.yml:2:5: "))
    }

    @Test("The rules of fixes are listed with their weights, and the sum's limits")
    func fixes() throws {
        let rules = try Self.listed(["fixes"])
        let weights = Dictionary(
            uniqueKeysWithValues: rules.map { ($0["rule"] as? String ?? "", $0["weight"] as? Double ?? .nan) })
        #expect(weights.count == rules.count)
        #expect(weights["bias"] ?? 0 < 0)
        #expect(weights["threshold"] != nil)
        #expect(weights["subject.fix"] ?? 0 > 1)
        #expect(weights["subject.cosmetic"] ?? 0 < 0)
    }
}
