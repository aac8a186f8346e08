import Testing

@testable import Intent

@Suite struct DeclarationTests {
    /// Kind and target of every declaration, in order of lines.
    private func read(_ message: String) -> [String] {
        CommitIntent(message: message).declarations.map { declaration in
            switch declaration.target {
            case .abbreviated(let digits): "\(declaration.kind.rawValue) \(digits)"
            case .subject(let subject): "\(declaration.kind.rawValue) \"\(subject)\""
            }
        }
    }

    private static let whole = "0123456789abcdef0123456789abcdef01234567"

    @Test(
        "Fixes: lines name what they repair, however they are spelt",
        arguments: [
            ("Fixes: 1a2b3c4 (\"lib: add x\")", ["fixes 1a2b3c4"]),
            ("Fixes: 1A2B3C4D5E6F", ["fixes 1a2b3c4d5e6f"]),
            ("fixes:1a2b3c4d", ["fixes 1a2b3c4d"]),
            ("  Fixes :  1a2b3c4d", ["fixes 1a2b3c4d"]),
            ("Fixes: commit 1a2b3c4d (\"x\")", ["fixes 1a2b3c4d"]),
            ("Fixes: 1a2b3c4d, 2b3c4d5e and 3c4d5e6f", ["fixes 1a2b3c4d", "fixes 2b3c4d5e", "fixes 3c4d5e6f"]),
            ("Fixes: 1a2b3c4d (\"not deadbee1 here\"), 2b3c4d5e", ["fixes 1a2b3c4d", "fixes 2b3c4d5e"]),
            ("Fixes: 1a2b3c4d (\"x\")\nFixes: 2b3c4d5e (\"y\")", ["fixes 1a2b3c4d", "fixes 2b3c4d5e"]),
            ("Fixes: 1a2b3c4d (\"x\")\n       2b3c4d5e (\"y\")", ["fixes 1a2b3c4d", "fixes 2b3c4d5e"]),
            ("Fixes: \(whole)", ["fixes \(whole)"]),
            ("Fixes: \(String(repeating: "ab", count: 32))", ["fixes \(String(repeating: "ab", count: 32))"]),
            ("Fixes: (\"lib: add the thing\")", ["fixes \"lib: add the thing\""]),
            ("Fixes: \"lib: add the thing\"", ["fixes \"lib: add the thing\""]),
            ("Fixes: https://example.org/o/r/commit/1a2b3c4d5e", ["fixes 1a2b3c4d5e"]),
            ("Fixes: #123", []),
            ("Fixes: 123456", []),
        ])
    func trailers(line: String, expected: [String]) {
        #expect(read("lib: repair x\n\nText.\n\n\(line)\n") == expected)
    }

    @Test(
        "Prose names the commit that brought the defect in",
        arguments: [
            "This was introduced in 1a2b3c4d.", "The bug was introduced by commit 1a2b3c4d (\"x: y\").",
            "Fix regression from 1a2b3c4d.", "A regression in commit 1a2b3c4d broke it.",
            "This has been broken by 1a2b3c4d since May.",
            "It got broken (again) by 1a2b3c4d.", "caused by 1a2b3c4d", "I bisected it to 1a2b3c4d",
            "git bisect points to commit 1a2b3c4d.",
            "Commit 1a2b3c4d (\"lib: add x. And y\") accidentally dropped the check.", "1a2b3c4d broke the build.",
            "An oversight in commit 1a2b3c4d.", "This regression was introduced by:\n\n  1a2b3c4d",
            "Commit 1a2b3c4d introduced a leak.", "It was introduced when we moved the files in 1a2b3c4d.",
        ])
    func introduced(sentence: String) {
        let found = CommitIntent(message: "lib: fix x\n\n\(sentence)\n").declarations
        #expect(found.map(\.kind) == [.introducedBy])
        #expect(found.map(\.target) == [.abbreviated("1a2b3c4d")])
        #expect(found.allSatisfy { $0.confidence >= Declaration.linkThreshold })
    }

    @Test(
        "A commit named in another sense is no inducer, or a doubtful one",
        arguments: [
            "Since commit 1a2b3c4d we have a better way.", "This was fixed in 1a2b3c4d.", "See 1a2b3c4d for details.",
            "Similar to commit 1a2b3c4d.", "It uses the table of 1a2b3c4d.", "(cherry picked from commit 1a2b3c4d)",
            "commit 1a2b3c4d upstream.", "Before 1a2b3c4d the order did not matter.",
        ])
    func otherSenses(sentence: String) {
        let found = CommitIntent(message: "lib: do x\n\n\(sentence)\n").declarations
        #expect(found.count == 1)
        #expect(found.allSatisfy { !$0.kind.namesInducer || $0.confidence < Declaration.linkThreshold })
    }

    @Test("A copy of a commit is told from a mention")
    func cherryPicks() {
        #expect(read("x\n\n(cherry picked from commit \(Self.whole))") == ["cherry_pick \(Self.whole)"])
        #expect(read("x\n\ncommit 1a2b3c4d5e upstream.") == ["cherry_pick 1a2b3c4d5e"])
    }

    @Test("A revert's second commit is only mentioned")
    func revertedMerge() {
        let found = read("Revert \"Merge x\"\n\nThis reverts commit 1a2b3c4d, reversing\nchanges made to 2b3c4d5e.")
        #expect(found == ["revert 1a2b3c4d", "mention 2b3c4d5e"])
    }

    @Test("Commits of one list share what is said of them")
    func lists() {
        #expect(read("x\n\nBroken by 1a2b3c4d and 2b3c4d5e.") == ["introduced_by 1a2b3c4d", "introduced_by 2b3c4d5e"])
        #expect(read("x\n\nThis reverts commits 1a2b3c4d, 2b3c4d5e.") == ["revert 1a2b3c4d", "revert 2b3c4d5e"])
    }

    @Test("A quoted subject stands for a commit without an id")
    func subjects() {
        #expect(read("x\n\nThis was introduced by \"lib: add the thing\".") == ["introduced_by \"lib: add the thing\""])
        #expect(
            read("x\n\nIntroduced by \"lib: add the thing\" (1a2b3c4d).").contains(
                "introduced_by \"lib: add the thing\"") == false)
    }

    @Test(
        "Words and numbers that look like ids are none",
        arguments: [
            "the facade and the decade", "a defaced wall", "since 20240131 it runs", "Change-Id: I1a2b3c4d5e",
            "call 5551234", "x86-1a2b3c4d", "a.1a2b3c4d()",
        ])
    func lookalikes(text: String) {
        #expect(read("x\n\n\(text)").isEmpty)
    }
}
