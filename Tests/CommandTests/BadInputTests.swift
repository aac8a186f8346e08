import Foundation
import Testing

@Suite struct BadInputTests {
    /// A fixture that cannot be scanned, or only with a word of leave.
    struct Case: Sendable, CustomTestStringConvertible {
        let fixture: String
        var options: [String] = []
        let status: Int32
        /// A part of the one line that says why.
        var reason = ""

        var testDescription: String { ([fixture] + options).joined(separator: " ") }
    }

    static let cases = [
        Case(fixture: "empty", status: 3, reason: "HEAD has no commit yet"),
        Case(fixture: "unborn-branch", status: 3, reason: "name another with --revision"),
        Case(fixture: "unborn-branch", options: ["--revision", "old"], status: 0),
        Case(fixture: "tag-only", status: 3, reason: "HEAD has no commit yet"),
        Case(fixture: "tag-only", options: ["--revision", "v1"], status: 0),
        Case(fixture: "linear", options: ["--revision", "nope"], status: 3, reason: "cannot find the revision nope"),
        Case(
            fixture: "linear", options: ["--revision", "ffffffffffffffffffffffffffffffffffffffff"], status: 3,
            reason: "is not in the repository"),
        Case(fixture: "head-not-a-commit", status: 3, reason: "it names no commit"),
        Case(
            fixture: "head-not-a-commit", options: ["--revision", "detached-blob"], status: 3,
            reason: "it names no commit"),
        Case(fixture: "head-not-a-commit", options: ["--revision", "nowhere"], status: 3, reason: "cannot find"),
        Case(fixture: "shallow", status: 4, reason: "git fetch --unshallow"),
        Case(fixture: "shallow", options: ["--allow-incomplete"], status: 0),
        Case(fixture: "partial-clone", status: 4, reason: "the clone is partial"),
        Case(fixture: "partial-clone", options: ["--allow-incomplete"], status: 0),
        Case(fixture: "sha256", status: 3, reason: "SHA-256"),
        Case(fixture: "future-format", status: 3, reason: "cannot open"),
        Case(fixture: "missing-commit", status: 4, reason: "the object is missing"),
        Case(fixture: "missing-commit", options: ["--allow-incomplete"], status: 0),
        Case(fixture: "missing-tree", status: 4, reason: "the object is missing"),
        Case(fixture: "missing-tree", options: ["--allow-incomplete"], status: 0),
        Case(fixture: "missing-blob", status: 0),
        Case(fixture: "corrupt-commit", status: 3, reason: "git fsck"),
        Case(fixture: "corrupt-commit", options: ["--allow-incomplete"], status: 3, reason: "git fsck"),
        Case(fixture: "corrupt-tree", status: 3, reason: "git fsck"),
        Case(fixture: "corrupt-blob", status: 3, reason: "git fsck"),
        Case(fixture: "corrupt-blob", options: ["--allow-incomplete"], status: 0),
        Case(fixture: "corrupt-pack", status: 3, reason: "git fsck"),
        Case(fixture: "wrong-content", status: 0),
        Case(fixture: "odd-trees", status: 0),
        Case(fixture: "malformed-commits", status: 0),
        Case(fixture: "malformed-dates", status: 0),
        Case(fixture: "grafts", status: 0),
        Case(fixture: "replaced-objects", status: 0),
        Case(fixture: "large-blobs", status: 0),
    ]

    @Test(
        "Each ends with its status and at most one line that says why, and leaves no report if it fails",
        arguments: cases)
    func status(of one: Case) throws {
        let fixture = try Fixture(one.fixture)
        let done = try Andon.run(["scan", fixture.path, "--output", "report"] + one.options, in: fixture.place)
        #expect(done.status == one.status, "\(done.errors)")
        if one.status == 0 {
            #expect(done.errors.isEmpty)
            #expect(try fixture.leftovers() == ["report"])
        } else {
            #expect(done.errors.hasPrefix("andon: cannot "))
            #expect(done.errors.split(separator: "\n").count == 1)
            #expect(done.errors.contains(one.reason), "\(done.errors)")
            #expect(done.output.isEmpty)
            #expect(try fixture.leftovers() == [])
        }
    }

    @Test(
        "A repository of somebody else is refused, with the command that trusts it: there, in a folder of it, bare",
        arguments: [("", "", false), ("/sub", "", false), ("/bare.git", "/bare.git", true)],
        // libgit2 says otherwise where no configuration has the setting.
        ["", "[safe]\n\tdirectory = /other\n"])
    func foreignOwner(_ row: (scanned: String, trusted: String, isBare: Bool), settings: String) throws {
        guard getuid() == 0 else { return }
        let fixture = try Fixture("foreign-owner")
        try FileManager.default.createDirectory(atPath: fixture.path + "/sub", withIntermediateDirectories: false)
        if row.isBare {
            try FileManager.default.moveItem(atPath: fixture.path + "/.git", toPath: fixture.path + "/bare.git")
            _ = try fixture.git("config", "--file", "bare.git/config", "core.bare", "true")
        }
        try Data(settings.utf8).write(to: URL(filePath: fixture.place + "/.gitconfig"))
        func scan() throws -> Program {
            try Andon.run(["scan", fixture.path + row.scanned], in: fixture.place, adding: ["HOME": fixture.place])
        }
        let refused = try scan()
        #expect(refused.status == 3)
        #expect(try fixture.leftovers() == [".gitconfig"])
        let command = "git config --global --add safe.directory '\(fixture.path + row.trusted)'"
        #expect(refused.errors.hasSuffix("run \(command)\n"), "\(refused.errors)")
        _ = try Program.run(
            ["bash", "-c", command], in: fixture.place, adding: ["GIT_CONFIG_GLOBAL": fixture.place + "/.gitconfig"])
        #expect(try scan().status == 0)
    }

    @Test("Where threads may not have the priority that they ask for, nothing is said")
    func niced() throws {
        guard getuid() == 0 else { return }
        let fixture = try Fixture("linear")
        let done = try Program.run(
            [
                "setpriv", "--bounding-set=-sys_nice", "nice", "-n", "10", Andon.binary, "scan", fixture.path, "--jobs",
                "2",
            ],
            in: fixture.place)
        #expect(done.status == 0)
        #expect(!done.errors.contains("thread"), "\(done.errors)")
    }

    @Test("A folder without repository is named, and what to do")
    func noRepository() throws {
        let fixture = try Fixture("empty")
        let done = try fixture.andon("scan", fixture.place)
        #expect(done.status == 3)
        #expect(done.errors.hasPrefix("andon: cannot open \(fixture.place): there is no git repository"))
        #expect(try fixture.andon("scan", "no/such/folder").status == 3)
    }

    @Test(
        "A misused option is status 2, with the usage",
        arguments: [
            ["--jobs", "0"], ["--jobs", "many"], ["--since", "2024-02-30"], ["--until", "yesterday"],
            ["--format", "xml"],
            ["--now", "soon"], ["--no-such-option"], ["--ignore-revs-file", "/nonexistent/list"],
            ["--marks", "/nonexistent/marks.yaml"], ["--path", ":(glob)x"], ["--path", "a", "--path", ":/x"],
            ["--since", "2024-02-01", "--until", "2024-01-31"],
        ])
    func usage(options: [String]) throws {
        let fixture = try Fixture("linear")
        let done = try Andon.run(["scan", fixture.path] + options, in: fixture.place)
        #expect(done.status == 2, "\(done.errors)")
        #expect(!done.errors.isEmpty)
        #expect(try fixture.leftovers() == [])
    }

    @Test(
        "Help and version are no failures",
        arguments: [["--help"], ["scan", "--help"], ["blame", "--help"], ["--version"]])
    func help(arguments: [String]) throws {
        let done = try Andon.run(arguments, in: "/")
        #expect(done.status == 0)
        #expect(!done.output.isEmpty)
        #expect(done.errors.isEmpty)
    }

    @Test("A place that cannot be written, or holds something else, is status 2, and untouched")
    func output() throws {
        let fixture = try Fixture("linear")
        let unwritable = try fixture.andon("scan", fixture.path, "--output", "/proc/report")
        #expect(unwritable.status == 2)
        #expect(unwritable.errors.contains("name another place with --output"))
        let foreign = try fixture.andon("scan", fixture.path, "--output", fixture.path)
        #expect(foreign.status == 2)
        #expect(try fixture.git("status", "--porcelain").output.isEmpty)
    }

    @Test(
        "An answer that standard output does not take is an error",
        arguments: [
            ["gate", "REPO", "--quiet"], ["gate", "REPO"], ["scan", "REPO"], ["scan", "REPO", "--gate", "--quiet"],
            ["blame", "--repository", "REPO"], ["rules", "marks"], ["--help"],
        ])
    func unheard(arguments: [String]) throws {
        let fixture = try Fixture("linear")
        let done = try Andon.runUnheard(arguments.map { $0 == "REPO" ? fixture.path : $0 }, in: fixture.place)
        #expect(done.status == 2)
        #expect(done.errors.contains("andon: cannot write to standard output: "), "\(done.errors)")
        #expect(done.errors.split(separator: "\n").count == 1)
    }

    @Test("A missing blob is skipped, named and counted")
    func missingBlob() throws {
        let fixture = try Fixture("missing-blob")
        let report = try fixture.report()
        let warnings = try CSVFile(report["warnings.csv"])
        #expect(warnings.column("kind") == ["unreadable_object"])
        // The blob that Edit's tree names for text.txt.
        let edit = try #require(try fixture.lines("log", "--format=%H %s").first { $0.hasSuffix(" Edit") }).prefix(40)
        let blob = try fixture.lines("rev-parse", "\(edit):text.txt")
        #expect(warnings.column("path_or_sha") == blob)
        #expect(String(decoding: try #require(report["summary.json"]), as: UTF8.self).contains("unreadable_object"))
    }

    @Test("A partial clone is read without fetching anything")
    func partialClone() throws {
        let fixture = try Fixture("partial-clone")
        _ = try fixture.report("--allow-incomplete")
        let missing = try fixture.lines("rev-list", "--objects", "--all", "--missing=print").filter {
            $0.hasPrefix("?")
        }
        #expect(missing.count == 6)
    }

    @Test("Nothing that a repository's configuration names is ever run", arguments: ["scan", "blame"])
    func traps(command: String) throws {
        let fixture = try Fixture("traps")
        let arguments = command == "scan" ? [fixture.path] : ["--repository", fixture.path]
        #expect(try Andon.run([command] + arguments, in: fixture.place).status == 0)
        #expect(try !FileManager.default.contentsOfDirectory(atPath: fixture.path).contains { $0.hasPrefix("SPRUNG") })
    }
}
