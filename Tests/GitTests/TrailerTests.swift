import Foundation
import Testing

@testable import Git

@Suite struct TrailerTests {
    @Test(
        "The last block is what git interpret-trailers prints",
        arguments: [
            "subject\n\nSigned-off-by: A <a@x>\n",
            "subject\n\nbody\n\nKey: value\nOther-Key : spaced\n",
            "subject\n\nbody\n\nKey: value\n folded on\n\tand on\nNext: one\n",
            "subject\n\nKey: value\nplain prose\n",
            "subject\n\nprose one\nprose two\nprose three\nSigned-off-by: A <a@x>\n",
            "subject\n\none\ntwo\nthree\nfour\nSigned-off-by: A <a@x>\n",
            "subject\n\nbody\n\n(cherry picked from commit 0123456)\nTested: yes\n",
            "subject\nSigned-off-by: A <a@x>\n",
            "Key: value\n",
            "subject\n\nKey: value\n\nConflicts:\n\ta.c\n\tb.c\n",
            "subject\n\nKey: value\n# a comment\n\n",
            "subject\n\nKey: value\n---\n diff\n",
            "subject\n\nhttps://example.com/a\n",
            "subject\n\nKey:\nOther: \n",
            "subject\n\nWith space key: value\n",
            "subject\n\nunder_score: value\n",
            "subject\r\n\r\nKey: value\r\nTwo: b\r\n",
            "subject\n\n  Key: indented\n",
            "subject\n\nKey: value\n\n   \n",
            "subject\n\n-Key: odd\n",
            "subject\n\nbody\n\nKey: ünïcode ✓\n",
            "# comment first\nsubject\n\nKey: v\n",
            "subject\n\nKey: value\n# ------------------------ >8 ------------------------\nLater: no\n",
            "",
            "\n\n\n",
        ])
    func equalsGit(message: String) throws {
        let mine = Trailer.lastBlock(in: message).map { "\($0.key): \($0.value)" }
        #expect(mine == (try gitTrailers(of: message)))
    }

    @Test(
        "A trailer is found on any line, behind bullets and quotation, with entities undone",
        arguments: [
            ("s\n\nCo-authored-by: A <a@x>\n\nmore text\n", "A <a@x>", ""),
            ("s\n\n* Co-authored-by: A <a@x>\n\nend", "A <a@x>", "* "),
            ("s\n\n > Co-authored-by:A <a@x>\n\nend", "A <a@x>", " > "),
            ("s\n\nCo-authored-by : Crush &lt;crush@charm.land&gt;\n", "Crush <crush@charm.land>", ""),
            ("s\n\nCo-authored-by: &amp;lt; &copy;\n", "&lt; &copy;", ""),
            ("s\n\nCo-authored-by: A\n  <a@x>\n", "A <a@x>", ""),
            ("s\nCo-authored-by: A <a@x>", "A <a@x>", ""),
        ])
    func anyLine(message: String, value: String, lead: String) {
        let found = Trailer.all(in: message).filter { $0.key.lowercased() == "co-authored-by" }
        #expect(found.map(\.value) == [value])
        #expect(found.map(\.lead) == [lead])
    }

    @Test(
        "What is no trailer is not found",
        arguments: [
            "Co-authored-by: A <a@x>\n\nbody",
            "s\n\n       Co-authored-by: too deep",
            "s\n\nsee Co-authored-by: in prose",
            "s\n\nCo-authored-by A",
            "s\n\n\(String(repeating: "k", count: 65)): too long a key\n\nend",
        ])
    func noTrailer(message: String) {
        #expect(Trailer.all(in: message).isEmpty)
    }

    @Test("Every trailer knows its line and whether git sees it")
    func position() {
        let found = Trailer.all(in: "s\n\nFirst: a\n\ntext\n\nLast: b\n")
        #expect(found.map(\.line) == [2, 6])
        #expect(found.map(\.isInLastBlock) == [false, true])
    }

    @Test("Time grows with the length of a hostile message, not with its square")
    func linear() {
        let message =
            "s\n\n" + String(repeating: "a: b\n c\n- \n", count: 100_000) + String(repeating: "k", count: 1_000_000)
        let clock = ContinuousClock()
        let time = clock.measure { _ = Trailer.all(in: message) }
        #expect(time < .seconds(20))
    }

    @Test(
        "An identity is read from text as people type it",
        arguments: [
            ("A B <a@x>", Identity(name: "A B", email: "a@x")),
            ("A B <a@x", Identity(name: "A B", email: "a@x")),
            ("openhands openhands@all-hands.dev", Identity(name: "openhands", email: "openhands@all-hands.dev")),
            ("Claude Opus 4.6", Identity(name: "Claude Opus 4.6", email: "")),
            ("<a@x>", Identity(name: "", email: "a@x")),
            ("", Identity(name: "", email: "")),
        ])
    func identity(text: String, expected: Identity) {
        #expect(Identity(text: text) == expected)
    }

    private func gitTrailers(of message: String) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "trailers-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "message")
        try Data(message.utf8).write(to: file)
        let git = Process()
        git.executableURL = URL(filePath: "/usr/bin/env")
        git.arguments = ["git", "-c", "core.commentChar=#", "interpret-trailers", "--parse", "--no-divider", file.path]
        git.currentDirectoryURL = folder
        let output = Pipe()
        git.standardOutput = output
        try git.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        git.waitUntilExit()
        try #require(git.terminationStatus == 0)
        return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
