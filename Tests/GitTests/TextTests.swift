import Testing

@testable import Git

@Suite struct TextTests {
    @Test(
        "A path that is text is itself, any other is quoted so that no two look alike",
        arguments: [
            ("plain.txt", "plain.txt"), ("new\nline", "new\nline"), ("é", "é"), ("\"quoted\"", "\"quoted\""),
        ])
    func path(bytes: String, text: String) {
        #expect(String(path: Array(bytes.utf8)) == text)
    }

    @Test("Invalid UTF-8 in a path is quoted as git does it")
    func invalidPath() throws {
        #expect(String(path: [0x61, 0xFF, 0x22, 0x5C, 0x09]) == "\"a\\377\\\"\\\\\\t\"")
        let fixture = try Fixture("invalid-utf8")
        let raw = try fixture.git("ls-tree", "-r", "-z", "--name-only", "HEAD").output.split(separator: 0)
        let quoted = try Program.run(["git", "ls-tree", "-r", "--name-only", "HEAD"], in: fixture.path).lines
        for (bytes, theirs) in zip(raw, quoted) where String(validating: bytes, as: UTF8.self) == nil {
            #expect(String(path: bytes) == theirs)
        }
        #expect(raw.contains { String(validating: $0, as: UTF8.self) == nil })
    }

    @Test(
        "Control characters and marks of direction are shown as escapes",
        arguments: [
            ("plain ünïcode ✓", "plain ünïcode ✓"), ("\u{1B}[31mred", "\\u{1b}[31mred"), ("a\nb\tc", "a\\u{a}b\\u{9}c"),
            ("\u{9B}31m", "\\u{9b}31m"), ("\u{202E}txt", "\\u{202e}txt"), ("\u{7F}", "\\u{7f}"),
            ("\r\n", "\\u{d}\\u{a}"),
        ])
    func controls(text: String, shown: String) {
        #expect(text.withoutControls == shown)
    }

    @Test(
        "An object name is 40 hexadecimal digits",
        arguments: [
            ("4b825dc642cb6eb9a060e54bf8d69288fbee4904", true), ("4B825DC642CB6EB9A060E54BF8D69288FBEE4904", true),
            ("4b825dc642cb6eb9a060e54bf8d69288fbee490", false), ("4b825dc642cb6eb9a060e54bf8d69288fbee4904a", false),
            ("4b825dc642cb6eb9a060e54bf8d69288fbee490g", false), ("", false),
            ("é825dc642cb6eb9a060e54bf8d69288fbee490", false),
        ])
    func objectID(hex: String, isOne: Bool) throws {
        let id = ObjectID(hex: hex)
        #expect((id != nil) == isOne)
        if let id {
            #expect(id.hex == hex.lowercased())
            var bytes: [UInt8] = [7]
            id.append(to: &bytes)
            #expect(bytes.count == 21)
            #expect(bytes.dropFirst().withUnsafeBytes { ObjectID(bytes: $0.baseAddress!) } == id)
            #expect(ObjectID(id.oid) == id)
        }
    }

    @Test("Object names sort like their text")
    func objectOrder() {
        var random = SeededGenerator(seed: 7)
        let texts = (0..<200).map { _ in
            String((0..<40).map { _ in "0123456789abcdef".randomElement(using: &random)! })
        }
        #expect(texts.sorted() == texts.compactMap(ObjectID.init(hex:)).sorted().map(\.hex))
    }

    @Test("The mailmap says of everybody what git check-mailmap says")
    func mailmap() throws {
        let fixture = try Fixture("mailmap")
        let mailmap = Mailmap(text: try fixture.git("show", "HEAD:.mailmap").output)
        let people =
            try fixture.lines("log", "--format=%an <%ae>") + [
                "Somebody <else@example.org>", "Root <ROOT@shared.example.org>", "BUILD <root@shared.example.org>",
                "x <never@example.org>", "Ben <BEN@laptop.local>",
            ]
        for person in people {
            let theirs = try fixture.lines("check-mailmap", person)
            #expect([mailmap.resolve(Identity(text: person)).text] == theirs)
        }
    }
}
