import Git
import Testing

@testable import Attribution

@Suite struct LiteralTests {
    @Test(
        "Literals that every match must hold are read off a pattern",
        arguments: [
            ("abc", ["abc"]), ("(?i)^ABC$", ["abc"]), ("abc|de", ["abc", "de"]), ("(?:abc|de)fghi", ["fghi"]),
            ("(?:abcdef|ghijkl)x", ["abcdef", "ghijkl"]), ("abc?de", ["ab", "de"]), (#"a\.b"#, ["a.b"]),
            (#"<(?:\d+\+)?claude\[bot\]@"#, ["claude[bot]@"]), ("abc+de", ["abc"]), ("(?<name>abc)", ["abc"]),
            ("(?!no)yes", ["yes"]), ("[ab]cd", ["cd"]), ("a{2,3}bc", ["bc"]),
        ])
    func required(pattern: String, literals: [String]) throws {
        let found = try #require(PatternLiterals(pattern: pattern).required)
        #expect(found.isSubset(of: literals))
        #expect(!found.isEmpty)
    }

    @Test(
        "A pattern that can match without a literal has none",
        arguments: [#"\S+"#, "a|.", "(?:abc)?", "a*", "[abc]+", "^$", "x"])
    func none(pattern: String) {
        #expect(PatternLiterals(pattern: pattern).required == nil)
    }

    @Test("All literals of a text are found, also those that overlap")
    func scan() {
        let scanner = LiteralScanner([("she", 0), ("he", 1), ("hers", 2), ("is", 3), ("zzz", 4)])
        var hits: [String] = []
        scanner.scan("uSHErs HIS") { number, end in hits.append("\(number)@\(end)") }
        #expect(hits == ["0@4", "1@4", "2@6", "3@10"])
    }

    @Test(
        "Hostile text costs no more than its length",
        arguments: [
            String(repeating: "generated with ", count: 60_000), String(repeating: "\n", count: 500_000),
            String(repeating: "Assisted-by: a, with model: b\n", count: 20_000),
            "Co-authored-by: " + String(repeating: "claude ", count: 100_000),
            String(repeating: "* Co-authored-by: Claude <noreply@anthropic.com\n\n", count: 10_000),
            String(repeating: " \t>*-", count: 100_000), String(repeating: "\u{1F916}", count: 200_000),
        ])
    func hostile(body: String) {
        let person = Identity(name: String(repeating: "(", count: 50_000), email: String(repeating: "@", count: 50_000))
        let commit = CommitMarks(author: person, committer: person, message: "S\n\n" + body)
        let time = ContinuousClock().measure { _ = Attributor().verdict(for: commit) }
        #expect(time < .seconds(30))
    }

    @Test(
        "A day is told from its seconds",
        arguments: [(0, "1970-01-01"), (-1, "1969-12-31"), (951_782_400, "2000-02-29"), (1_776_816_000, "2026-04-22")])
    func day(seconds: Int64, text: String) {
        #expect(CivilDay(seconds: seconds).description == text)
        #expect(CivilDay(text) == CivilDay(seconds: seconds))
    }
}
