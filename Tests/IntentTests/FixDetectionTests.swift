import Testing

@testable import Intent

@Suite struct FixDetectionTests {
    @Test(
        "A message that says it repairs something is a fix",
        arguments: [
            "Fix crash when the list is empty",
            "net/foo: fix memory leak on error path",
            "parser: prevent null pointer dereference in lookup",
            "Don't crash if the folder was removed\n\nThe watcher failed with an exception because the path was gone.",
            "fix(parser): handle an empty file",
            "fix(deps): handle a cycle of blocked issues",
            "fix: update the dependency graph when a node is removed",
            "fix: raise the timeout from 10 to 30 seconds",
            "Fix crash after the upgrade to 2.0",
            "[FIX] wrong totals in the yearly report",
            "Correct the rounding of negative amounts\n\nThe result was wrong for values below zero.",
            "Bug 1234: window hangs on resize",
            "Handle short reads\n\nreadAll() did not loop, so a short read caused a truncated file. This fixes the problem.",
        ])
    func isFix(message: String) {
        #expect(CommitIntent(message: message).fix.isFix)
    }

    @Test(
        "A message that adds, renames, or tidies is no fix",
        arguments: [
            "Add support for TLS 1.3",
            "Refactor the scheduler into its own module",
            "Fix typo in comment",
            "Fix spelling of the changelog",
            "style: fix indentation",
            "Update README",
            "Bump version to 2.4.1",
            "fix(deps): update module golang.org/x/net to v0.38.0 [security] (#1234)",
            "build(deps): bump golang.org/x/sys from 0.43.0 to 0.45.0 (#3958)\n\nRelease notes\n\nFixes a crash and a leak.",
            "fix(deps): bump the go group across 1 directory with 3 updates",
            "Bump vite from 6.2.4 to 6.2.5 in /webview\n\nFix regression: server crashes with an error.",
            "fix: update dependencies (#12)",
            "fix(deps): pin dependencies",
            "Upgrade log4j to 2.17.1 to fix a vulnerability",
            "Rename Foo to Bar",
            "docs: fix a broken link",
            "feat: add an option that prevents crashes",
            "Use fixed size buffers",
            "Improve error messages of the command line",
            "foo 1.2.3",
            "",
            "\n\n",
        ])
    func isNoFix(message: String) {
        #expect(!CommitIntent(message: message).fix.isFix)
    }

    @Test(
        "What settles the verdict is told",
        arguments: [
            ("Fix crash", 1, true, FixVerdict.Ground.score),
            ("Merge branch 'fix-crash'\n\nFix crash", 2, false, .merge),
            (
                "Revert \"Fix crash\"\n\nThis reverts commit 1234567890abcdef1234567890abcdef12345678.", 1, false,
                .revert
            ),
            ("test: wait for the server", 1, false, .conventionalType),
            ("test: wait for the server\n\nFixes: 1234567890ab (\"test: start the server\")", 1, true, .declaration),
            ("ci: quote the path\n\nThis was broken by 1234567890ab.", 1, true, .declaration),
            ("Tidy up\n\nFixes: 1234567890ab (\"Untidy\")", 1, true, .declaration),
            ("Revert \"x y z\"\n\nFixes: 1234567890ab (\"x y z\")", 1, true, .declaration),
        ])
    func ground(message: String, parents: Int, isFix: Bool, ground: FixVerdict.Ground) {
        let verdict = CommitIntent(message: message, parents: parents).fix
        #expect(verdict.isFix == isFix)
        #expect(verdict.ground == ground)
    }

    @Test("A revert of a fix still speaks of a repair")
    func correctiveRevert() {
        let verdict = CommitIntent(message: "Revert \"Fix crash\"\n\nThis reverts commit 1234567890ab.").fix
        #expect(verdict.isCorrective)
        #expect(!verdict.isFix)
    }

    @Test("The score is the sum of the evidence and the table's bias")
    func scoreIsSum() {
        let verdict = CommitIntent(
            message:
                "lib: fix deadlock in shutdown\n\nThe lock was never released, which caused a hang.\n\nReported-by: A <a@b.c>"
        ).fix
        #expect(verdict.evidence.contains { $0.rule == "trailer.reported" })
        #expect(verdict.evidence.contains { $0.rule == "head.repair" && $0.text == "fix" })
        let sum = verdict.evidence.reduce(FixRule.bias) { $0 + $1.weight }
        #expect(abs(sum - verdict.score) < 1e-9)
    }

    @Test("A word in a path, an address or a trailer is no evidence")
    func codeIsNoEvidence() {
        let plain = CommitIntent(message: "Add a page").fix
        for message in [
            "Add a page\n\nSigned-off-by: Bug Crash <fix@bug.org>", "Add a page\n\nhttp://fix.org/bug/crash.html",
            "Add a page\n\nlib/fix.c",
        ] {
            #expect(CommitIntent(message: message).fix.score == plain.score)
        }
    }

    @Test("A phrase may be broken by the end of a line, and is not by a paragraph's")
    func phraseOverLines() {
        let rules = { (message: String) in CommitIntent(message: message).fix.evidence.map(\.rule) }
        #expect(rules("x\n\nit is a double\nfree of it").contains("body.memory"))
        #expect(!rules("x\n\nit is a double\n\nfree of it").contains("body.memory"))
        #expect(rules("x\n\nit is a double-free").contains("body.memory"))
    }

    @Test(
        "The probability is the logistic function of the score",
        arguments: [(0.0, 0.5), (2.0, 0.8807970779778823), (-5.0, 0.006692850924284856)])
    func probability(score: Double, expected: Double) {
        let verdict = FixVerdict(isFix: true, ground: .score, score: score, evidence: [])
        #expect(abs(verdict.probability - expected) < 1e-10)
    }

    @Test("Every rule of the table has its own name, and phrases if and only if it is no form")
    func table() {
        #expect(Set(FixRule.all.map(\.id)).count == FixRule.all.count)
        for rule in FixRule.all {
            #expect(rule.phrases.isEmpty == (rule.place == .form), "\(rule.id)")
            for phrase in rule.phrases {
                #expect(
                    phrase == phrase.lowercased() && !phrase.contains("'") && !phrase.isEmpty, "\(rule.id): \(phrase)")
            }
        }
        #expect(Set(FixForm.allCases.map(\.rawValue)) == Set(FixRule.all.filter { $0.place == .form }.map(\.id)))
    }
}
