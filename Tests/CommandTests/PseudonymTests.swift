import Foundation
import Testing

@Suite struct PseudonymTests {
    /// Names and addresses of the fixture as bytes, raw and by the mailmap, and how they look decoded; tools' names are no names.
    private static func identities(of fixture: Fixture) throws -> [[UInt8]] {
        let done = try fixture.git(
            "-c", "i18n.logOutputEncoding=UTF-8", "log", "--format=%an%n%ae%n%cn%n%ce%n%aN%n%aE%n%cN%n%cE")
        try #require(done.status == 0)
        let raw = Set(done.output.split(separator: UInt8(ascii: "\n")).map(Array.init))
        let decoded = raw.map { Array(String(decoding: $0, as: UTF8.self).utf8) }
        return Array(raw.union(decoded)).filter { !$0.starts(with: Array("dependabot[bot]".utf8)) || $0.contains(64) }
    }

    private static func holds(_ bytes: [UInt8], _ name: [UInt8]) -> Bool {
        Data(bytes).range(of: Data(name)) != nil
    }

    @Test("No name and no address stands in any byte of a report, of the terminal's summary, or of an explanation")
    func nowhere() throws {
        let fixture = try Fixture("people")
        let identities = try Self.identities(of: fixture)
        #expect(identities.count > 15)
        let done = try Andon.run(
            ["scan", fixture.path, "--output", "report", "--pseudonyms", "--per-author", "--deaths", "--gate"],
            in: fixture.place)
        #expect(done.status == 0, "\(done.errors)")
        var texts = try fixture.files("report")
        #expect(texts.count > 25)
        texts["standard output"] = done.output
        for commit in try fixture.commits() {
            let done = try Andon.run(
                ["explain", commit, "--repository", fixture.path, "--pseudonyms"], in: fixture.place)
            #expect(done.status == 0, "\(done.errors)")
            texts["explain " + commit] = done.output
        }
        let more = ["stranger@", "quietperson", "odalysdev", "ODALYS", "Quillfeather", "Unheardof Tool of Odalys"]
        for name in identities + more.map({ Array($0.utf8) }) {
            for (file, bytes) in texts {
                #expect(!Self.holds(bytes, name), "\(file) holds \(String(decoding: name, as: UTF8.self))")
            }
        }
        // Without the option the same files do hold them, so that the search above can find what it looks for.
        let plain = try fixture.report("--per-author", name: "plain")
        for name in ["Zoë Quillfeather", "王小明", "Vexillo", "Odalys", "stranger@elsewhere.example"] {
            #expect(plain.values.contains { Self.holds($0, Array(name.utf8)) }, "\(name)")
        }
    }

    @Test("Pseudonyms change words and no number")
    func numbers() throws {
        let fixture = try Fixture("people")
        let (plain, covered) = (try fixture.report(name: "plain"), try fixture.report("--pseudonyms"))
        #expect(plain.keys.sorted() == covered.keys.sorted())
        for file in ["churn.csv", "survival.csv", "comparison.csv", "coverage.csv", "tools.csv", "marks.csv"] {
            #expect(plain[file] == covered[file], "\(file)")
        }
        let texts: Set = ["author", "subject", "class_evidence", "responsible"]
        let (before, after) = (try CSVFile(plain["commits.csv"]), try CSVFile(covered["commits.csv"]))
        for (one, other) in zip(before.rows, after.rows) {
            #expect(one.filter { !texts.contains($0.key) } == other.filter { !texts.contains($0.key) })
        }
        #expect(after.column("subject").contains("Bump @types/node from 1.0 to 1.1"))
        #expect(after.column("subject").contains("Merge pull request #7 from Person 6/Person 6-fix"))
    }

    @Test("A person keeps the number when the history grows, and has one for all addresses")
    func stable() throws {
        let fixture = try Fixture("people")
        func authors(_ revision: String) throws -> [String: String] {
            let commits = try CSVFile(
                try fixture.report("--pseudonyms", "--revision", revision, name: "report")["commits.csv"])
            return Dictionary(uniqueKeysWithValues: zip(commits.column("sha"), commits.column("author")))
        }
        let (whole, part) = (try authors("HEAD"), try authors("HEAD~4"))
        #expect(part.count == 5 && part.allSatisfy { whole[$0.key] == $0.value })
        #expect(Set(whole.values) == Set((1...8).map { "Person \($0)" }))
    }

    @Test("authors.csv is written only when asked for, and adds up to commits.csv")
    func authors() throws {
        let fixture = try Fixture("mailmap")
        #expect(try fixture.report(name: "plain")["authors.csv"] == nil)
        let report = try fixture.report("--per-author")
        let authors = try CSVFile(report["authors.csv"])
        let theirs = try fixture.lines("shortlog", "-sne", "HEAD").map {
            $0.split(separator: "\t").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        #expect(
            Set(zip(authors.column("commits"), authors.column("author")).map { [$0, $1] }) == Set(theirs))
        let commits = try CSVFile(report["commits.csv"])
        for column in ["added", "deleted"] {
            func sum(_ table: CSVFile) -> Int { table.column(column).reduce(0) { $0 + (Int($1) ?? 0) } }
            #expect(sum(authors) == sum(commits))
        }
        let files = try CSVFile(report["files.csv"]).column("lines").reduce(0) { $0 + (Int($1) ?? 0) }
        #expect(authors.column("standing").reduce(0) { $0 + (Int($1) ?? 0) } == files)
    }
}
