import Testing

@testable import Intent

@Suite struct HostileMessageTests {
    @Test(
        "A message that repeats what the readers look for ends with a bounded answer",
        arguments: [
            "Revert \"", "\"", "deadbee1 ", "introduced in ", "#1 ", "fixes #1, ", "Fixes: ", "Fixes: deadbee1, ", "(",
            "deadbee1 (", "[", "A-1-",
            "\u{2019}", "This reverts \"a\" ", "\n", "fix ", "no functional ", "Re-apply ", "::", "@", "commit ",
            "\u{0}",
        ])
    func repeated(piece: String) {
        let intent = CommitIntent(message: "x\n\n" + String(repeating: piece, count: 50_000))
        #expect(intent.declarations.count <= 512)
        #expect(intent.issueKeys.count <= 128)
        #expect(intent.fix.evidence.count <= FixRule.all.count)
        #expect(CommitIntent(message: String(repeating: piece, count: 50_000)).issueKeys.count <= 128)
    }

    @Test("Of a long message the subject and the trailers are read")
    func longMessage() {
        let filler = String(repeating: "word ", count: 40_000)
        let intent = CommitIntent(message: "Fix a crash\n\n\(filler)\n\nFixes: 1a2b3c4d5e (\"x\")\n")
        #expect(intent.fix.evidence.contains { $0.rule == "head.repair" })
        #expect(intent.declarations.map(\.target) == [.abbreviated("1a2b3c4d5e")])
        #expect(MessageText(filler).bytes.count <= MessageText.limit + 1)
    }

    @Test("Pieces in any order are read without a trap", arguments: 0..<40)
    func anyOrder(seed: Int) {
        let pieces = [
            "fix ", "\"", "(", ")", "\n", "\n\n", "deadbee1", " ", ": ", "#12", "Revert \"", "commit ", "by ", ".", "-",
            "ABC-12", "\t", "é", "’", "Fixes: ",
            "introduced in ", "[", "GH-", "CVE-2020-12", "PR c++/123", "o/r#12", "http://x/issues/12", "Merge ", "!",
            "feat(x)!:", "“", ", ", "and ", "Cc: stable@x",
        ]
        var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        for length in [1, 2, 3, 5, 9, 30, 120] {
            var message = ""
            for _ in 0..<length {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                message += pieces[Int(state >> 33) % pieces.count]
            }
            let first = CommitIntent(message: message)
            #expect(first == CommitIntent(message: message))
        }
    }
}
