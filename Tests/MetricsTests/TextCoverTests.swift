import Testing

@testable import Metrics

@Suite struct TextCoverTests {
    @Test(
        "Names and addresses go, words that only look like them stay",
        arguments: [
            ("fix: crash that Ann Archer made", "fix: crash that P1 made"),
            ("annals of ANN ARCHER, and banns of ann archery", "annals of P1, and banns of P2 archery"),
            ("revert Ann's change (ann@example.org)", "revert P2's change (P1)"),
            ("修复王小明的错误", "修复P3的错误"),
            ("ask jane.doe+git@mail.example.co.uk.", "ask address."),
            ("Co-authored-by: Jane <jane@host>", "Co-authored-by: Jane <address>"),
            ("Co-authored-by: Jane <jane@host and no end", "Co-authored-by: Jane <address"),
            ("thanks @some-body, see @types/node and @Override()", "thanks @someone, see @types/node and @Override()"),
            ("bump foo@1.2.3 and icon@2x", "bump foo@1.2.3 and icon@2x"),
            ("Merge pull request #1 from other/patch-1", "Merge pull request #1 from someone/patch-1"),
            ("", ""), ("@", "@"), ("a@b", "a@b"), ("@@@ @ @.@", "@@@ @ @.@"),
        ])
    func texts(text: String, covered: String) {
        #expect(Self.cover.covered(text) == covered)
    }

    @Test(
        "In a path a scale is no address",
        arguments: [
            ("docs/icon@2x.png", "docs/icon@2x.png"), ("mail/jane@example.org.eml", "mail/address"),
            ("people/Ann Archer/ann.md", "people/P1/P2.md"),
        ])
    func paths(path: String, covered: String) {
        #expect(Self.cover.covered(path: path) == covered)
    }

    @Test("A name as long as a message, and one letter many times, take no time to speak of")
    func long() {
        var cover = TextCover()
        let long = String(repeating: "a b ", count: 2_000)
        cover.add(long, substitute: "P1")
        cover.add("x", substitute: "P2")
        #expect(!cover.covered("x " + long).contains("a b"))
        #expect(cover.covered("x") == "x")
    }

    private static var cover: TextCover {
        var cover = TextCover()
        cover.add("Ann Archer", substitute: "P1")
        cover.add("ann@example.org", substitute: "P1")
        cover.add("Ann", substitute: "P2")
        cover.add("王小明", substitute: "P3")
        return cover
    }
}
