import Git
import Intent
import Testing

@Suite struct DeclarationResolverTests {
    private static func id(_ digits: String) -> ObjectID {
        ObjectID(hex: digits + String(repeating: "0", count: 40 - digits.count))!
    }

    private let resolver = DeclarationResolver(commits: [
        (id("1a2b3c4d5e"), "lib: add x"),
        (id("1a2b3c4d6f"), "lib: add y"),
        (id("2b3c4d5e6f"), "Update files"),
        (id("3c4d5e6f70"), "Update files"),
        (id("4d5e6f7081"), "lib:  Add Z."),
        (id("ffffffff00"), "last"),
    ])

    @Test(
        "An id resolves to the one earlier commit that it begins",
        arguments: [
            ("1a2b3c4d5e", 3, DeclarationResolver.Resolution.commit(0)),
            ("1a2b3c4d6f00000000000000000000000000000", 3, .commit(1)),
            ("1a2b3c4d", 3, .unresolved(.ambiguous)),
            ("2b3c4d5", 3, .commit(2)),
            ("2b3c4d5", 2, .unresolved(.notEarlier)),
            ("2b3c4d5", 1, .unresolved(.notEarlier)),
            ("9999999", 3, .unresolved(.unknown)),
            ("fffffff", 9, .commit(5)),
            ("ffffffffffffff", 9, .unresolved(.unknown)),
            (String(repeating: "ab", count: 32), 3, .unresolved(.otherHash)),
        ])
    func ids(digits: String, position: Int32, expected: DeclarationResolver.Resolution) {
        #expect(resolver.resolve(.abbreviated(digits), from: position) == expected)
    }

    @Test(
        "A subject resolves where one earlier commit has it",
        arguments: [
            ("lib: add x", 3, DeclarationResolver.Resolution.commit(0)),
            ("lib: add z", 5, .commit(4)),
            ("lib: add z", 4, .unresolved(.notEarlier)),
            ("Update files", 3, .commit(2)),
            ("Update files", 4, .unresolved(.ambiguous)),
            ("no such thing", 4, .unresolved(.unknown)),
        ])
    func subjects(subject: String, position: Int32, expected: DeclarationResolver.Resolution) {
        #expect(resolver.resolve(.subject(subject), from: position) == expected)
    }
}
