import Intent
import Testing

@Suite struct RevertTests {
    @Test(
        "Each layer of a subject undoes the one inside",
        arguments: [
            ("Revert \"Add x\"", 1, "Add x"),
            ("Revert \"Revert \"Add x\"\"", 2, "Add x"),
            ("Revert \"Revert \"Revert \"Add x\"\"\" (#12)", 3, "Add x"),
            ("Reapply \"Add x\"", 2, "Add x"),
            ("Re-apply \"Add x\"", 2, "Add x"),
            ("Reland \"Add x\"", 2, "Add x"),
            ("[Reland] \"Add x\"", 2, "Add x"),
            ("Revert \"Reapply \"Add x\"\"", 3, "Add x"),
            ("revert \"lib: add \"x\" now\"", 1, "lib: add \"x\" now"),
            ("net/foo: revert \"Add x\"", 1, "Add x"),
        ])
    func depth(subject: String, depth: Int, original: String) throws {
        let revert = try #require(CommitIntent(message: subject).revert)
        #expect(revert.depth == depth)
        #expect(revert.original == original)
        #expect(revert.isReland == depth.isMultiple(of: 2))
    }

    @Test(
        "The target is an id where the body has one, else the quoted subject",
        arguments: [
            ("Revert \"Add x\"\n\nThis reverts commit 1a2b3c4d5e.", [Declaration.Target.abbreviated("1a2b3c4d5e")]),
            ("Revert \"Revert \"Add x\"\"", [.subject("Revert \"Add x\"")]),
            ("Reapply \"Add x\"", [.subject("Add x")]),
            ("lib: revert x\n\nThis reverts commit 1a2b3c4d5e.", [.abbreviated("1a2b3c4d5e")]),
            ("Backed out changeset 1a2b3c4d5e6f (bug 1234) for test failures", [.abbreviated("1a2b3c4d5e6f")]),
            (
                "Backed out 2 changesets (bug 1234)\n\nBacked out changeset 1a2b3c4d5e6f\nBacked out changeset 2b3c4d5e6f70",
                [.abbreviated("1a2b3c4d5e6f"), .abbreviated("2b3c4d5e6f70")]
            ),
            ("lib: revert x\n\nFixes: 1a2b3c4d5e (\"lib: add x\")", [.abbreviated("1a2b3c4d5e")]),
            ("Revert the new colours", []),
        ])
    func targets(message: String, expected: [Declaration.Target]) throws {
        let revert = try #require(CommitIntent(message: message).revert)
        #expect(revert.targets.map(\.target) == expected)
    }

    @Test(
        "A message that only speaks of reverting is none",
        arguments: [
            "Add an undo button", "Fix x\n\nWe could revert 1a2b3c4d5e instead.",
            "Fix x\n\nIt was reverted in 1a2b3c4d5e.", "revertible lists", "",
        ])
    func none(message: String) {
        #expect(CommitIntent(message: message).revert == nil)
    }

    @Test("A fix that undoes a part stays a fix")
    func partial() throws {
        let intent = CommitIntent(
            message: "parser: fix crash on empty names\n\nThis partially reverts commit 1a2b3c4d5e.")
        #expect(try #require(intent.revert).isPartial)
        #expect(intent.fix.isFix)
    }
}
