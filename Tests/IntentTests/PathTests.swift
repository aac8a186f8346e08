import Intent
import Testing

@Suite struct PathTests {
    @Test(
        "A path tells what a file is for",
        arguments: [
            ("Sources/Git/Hunk.swift", PathKind.production), ("src/main/java/a/Parser.java", .production),
            ("lib/security.c", .production),
            ("latest.py", .production), ("src/LIMIT.h", .production), ("install", .production),
            ("templates/page.html", .production),
            ("Tests/GitTests/HunkTests.swift", .test), ("src/parser_test.go", .test), ("test_parser.py", .test),
            ("src/test/java/a/B.java", .test),
            ("src/ParserTest.java", .test), ("web/app.spec.ts", .test), ("spec/models/user_spec.rb", .test),
            ("t/t0001-init.sh", .test),
            ("tests/fixtures/README.md", .test), ("conftest.py", .test), ("README.md", .documentation),
            ("docs/guide/intro.rst", .documentation),
            ("LICENSE-MIT", .documentation), ("NEWS", .documentation), ("doc/meson.build", .documentation),
            (".github/workflows/ci.yml", .configuration),
            (".editorconfig", .configuration), ("deploy/values.yaml", .configuration), ("Makefile", .build),
            ("lib/CMakeLists.txt", .build),
            ("requirements.txt", .build), ("Package.swift", .build), ("package.json", .build),
            ("drivers/net/Kconfig", .build), ("cmake/Find.cmake", .build),
            ("Cargo.lock", .excluded), ("web/package-lock.json", .excluded), ("vendor/a/b.go", .excluded),
            ("web/app.min.js", .excluded),
            ("deps/lua/lua.c", .excluded), ("src/deps/graph.c", .production), ("img/logo.png", .excluded),
            ("api/a.pb.go", .excluded),
            ("node_modules/a/test/b.js", .excluded), ("", .production),
        ])
    func kind(path: String, expected: PathKind) {
        #expect(PathKind(path: path) == expected)
    }

    private static let code = PathChange(kind: .production, code: 3, comment: 1)
    private static let comments = PathChange(kind: .production, code: 0, comment: 4)
    private static let blanks = PathChange(kind: .production, code: 0, comment: 0)
    private static let test = PathChange(kind: .test, code: 9, comment: 0)
    private static let documentation = PathChange(kind: .documentation, code: 2, comment: 0)
    private static let lock = PathChange(kind: .excluded, code: 20, comment: 0)
    private static let marked = PathChange(kind: .excluded, code: 500, comment: 0)
    private static let settings = PathChange(kind: .configuration, code: 1, comment: 0)
    private static let build = PathChange(kind: .build, code: 1, comment: 0)

    @Test(
        "The shape of a change says whether it can be a repair of what ships",
        arguments: [
            ([code], FixShape.Verdict.production), ([code, test, documentation], .production), ([build], .production),
            ([comments], .onlyComments), ([comments, blanks], .onlyComments), ([blanks], .nothing),
            ([test], .onlyTests),
            ([documentation], .onlyDocumentation), ([lock], .onlyExcluded), ([marked], .onlyExcluded),
            ([settings], .onlyConfiguration),
            ([test, documentation], .onlySupport), ([comments, test], .onlySupport), ([], .nothing),
        ])
    func shape(changes: [PathChange], expected: FixShape.Verdict) {
        let shape = FixShape(changes)
        #expect(shape.verdict == expected)
        #expect(shape.touchesProduction == (expected == .production))
    }

    @Test("The reason counts what was found")
    func reason() {
        #expect(FixShape([Self.code, Self.build, Self.test]).reason == "changes 4 lines of production code")
        #expect(FixShape([Self.comments]).reason == "changes comments only (4 lines)")
    }
}
