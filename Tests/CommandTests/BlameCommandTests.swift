import Foundation
import Testing

@Suite struct BlameCommandTests {
    /// Fixtures whose text is UTF-8 and whose files are no links.
    static let fixtures = [
        "linear", "merges", "criss-cross", "octopus-merge", "renames", "merge-rename", "several-roots", "mailmap",
        "last-newline", "line-endings", "slow-branch", "ours-merge", "fix-chains",
    ]

    @Test("The porcelain formats are those of git blame, byte for byte", arguments: fixtures)
    func porcelain(name: String) throws {
        let fixture = try Fixture(name)
        for path in try paths(fixture) {
            for option in ["--porcelain", "--line-porcelain"] {
                let mine = try fixture.andon("blame", "--repository", fixture.path, option, "--", path)
                #expect(mine.status == 0, "\(mine.errors)")
                let theirs = try fixture.git("blame", option, "HEAD", "--", path)
                #expect(mine.text == theirs.text, "\(option) \(path)")
            }
        }
    }

    @Test("The text is that of git blame --abbrev=9, byte for byte", arguments: fixtures)
    func text(name: String) throws {
        let fixture = try Fixture(name)
        for path in try paths(fixture) {
            let mine = try fixture.andon("blame", "--repository", fixture.path, "--", path)
            let theirs = try fixture.git("blame", "--abbrev=9", "HEAD", "--", path)
            #expect(mine.text == theirs.text, "\(path)")
        }
    }

    @Test(
        "All text files come in one pass, in the order of their paths",
        arguments: ["renames", "symlinks", "binary", "submodules"])
    func everyFile(name: String) throws {
        let fixture = try Fixture(name)
        let csv = try CSVFile(
            try fixture.andon("blame", "--repository", fixture.path, "--format", "csv").output)
        #expect(csv.header == ["path", "line", "sha", "class", "author", "landed_at_utc"])
        var seen: [String] = []
        for path in csv.column("path") where seen.last != path { seen.append(path) }
        #expect(seen == seen.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
        #expect(Set(seen) == Set(try paths(fixture).filter { try !fixture.git("show", "HEAD:\($0)").output.isEmpty }))
    }

    @Test("An older revision is blamed as git does it")
    func revision() throws {
        let fixture = try Fixture("renames")
        let mine = try fixture.andon(
            "blame", "--repository", fixture.path, "--revision", "HEAD~2", "--porcelain", "chain/b.txt")
        #expect(mine.text == (try fixture.git("blame", "--porcelain", "HEAD~2", "--", "chain/b.txt").text))
    }

    @Test(
        "A path that is not there, or no text, is status 2", arguments: [("linear", "no.txt"), ("binary", "utf16.txt")])
    func noFile(name: String, path: String) throws {
        let fixture = try Fixture(name)
        let done = try fixture.andon("blame", "--repository", fixture.path, path)
        #expect(done.status == 2)
        #expect(done.errors.hasPrefix("andon: cannot blame \(path): "))
        #expect(done.output.isEmpty)
    }

    /// Regular text files at HEAD.
    private func paths(_ fixture: Fixture) throws -> [String] {
        try fixture.git("ls-tree", "-r", "-z", "HEAD").output.split(separator: 0).compactMap { entry in
            let parts = String(decoding: entry, as: UTF8.self).split(separator: "\t", maxSplits: 1)
            guard parts[0].hasPrefix("100") else { return nil }
            let content = try fixture.git("cat-file", "blob", String(parts[0].split(separator: " ")[2])).output
            return content.prefix(8000).contains(0) ? nil : String(parts[1])
        }
    }
}
