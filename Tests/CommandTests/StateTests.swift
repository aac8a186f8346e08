import Foundation
import State
import Testing

@Suite struct StateTests {
    @Test(
        "Scanned night by night, a history has the reports of full scans, byte by byte",
        arguments: [
            "merges", "renames", "fix-chains", "ignored-revisions", "large-blobs", "notes", "exclusions",
            "deleted-and-restored", "octopus-merge", "line-operations", "removed-on-branch",
        ])
    func everySplit(name: String) throws {
        let fixture = try Fixture(name)
        let nights = Array(try fixture.commits().reversed())
        #expect(nights.count > 1)
        for night in nights {
            let full = try fixture.report("--quiet", "--deaths", "--revision", night, name: "full")
            let kept = try fixture.report(
                "--quiet", "--deaths", "--revision", night, "--state", "s.sqlite", name: "kept")
            #expect(kept == full, "\(night)")
        }
    }

    @Test("From any earlier commit, the last night alone gives the full report", arguments: ["merges", "fix-chains"])
    func everyStart(name: String) throws {
        let fixture = try Fixture(name)
        let full = try fixture.report("--quiet")
        for (number, commit) in try fixture.commits().enumerated() {
            let state = "\(number).sqlite"
            _ = try fixture.report("--quiet", "--revision", commit, "--state", state, name: "before")
            #expect(try fixture.report("--quiet", "--state", state, name: "kept") == full)
        }
    }

    @Test("A rewritten history is noticed, and what still stands is kept")
    func rewritten() throws {
        let fixture = try Fixture("fix-chains")
        _ = try fixture.report("--state", "s.sqlite")
        _ = try fixture.lines("reset", "-q", "--hard", "HEAD~2")
        _ = try fixture.lines(
            "-c", "user.name=Ann", "-c", "user.email=ann@example.org", "commit", "-q", "--allow-empty", "-m", "Other")
        let full = try fixture.report("--quiet", name: "full")
        let done = try fixture.andon("scan", fixture.path, "--output", "kept", "--state", "s.sqlite")
        #expect(done.status == 0)
        #expect(done.errors.contains("is not in this history"))
        let count = try fixture.commits().count
        #expect(done.errors.contains("kept \(count - 1) of \(count) commits"))
        #expect(try fixture.files("kept") == full)
    }

    @Test("Other rules judge all commits anew, and keep the rest")
    func rules() throws {
        let fixture = try Fixture("ai-marks")
        _ = try fixture.report("--state", "s.sqlite")
        let overlay = """
            marks:
              - id: house-agent.co-author.address
                tool: House Agent
                pattern: '(?i)<agent@house\\.example>'
                level: assisted
                evidence: [measured]
                example: House Agent <agent@house.example>

            """
        try overlay.write(toFile: fixture.place + "/marks.yml", atomically: true, encoding: .utf8)
        let done = try fixture.andon(
            "scan", fixture.path, "--output", "kept", "--state", "s.sqlite", "--marks", "marks.yml")
        #expect(done.status == 0, "\(done.errors)")
        #expect(done.errors.contains("all commits are judged anew"))
        #expect(done.errors.contains("kept 0 of "))
        #expect(try fixture.files("kept") == fixture.report("--quiet", "--marks", "marks.yml", name: "full"))
    }

    @Test(
        "A state in the report's own folder is refused: the next report would take its place",
        arguments: ["scan", "gate"])
    func inside(command: String) throws {
        let fixture = try Fixture("linear")
        let files = try fixture.report("--quiet")
        let done = try fixture.andon(
            command, fixture.path, "--output", "report", "--state", "report/../report/s.sqlite")
        #expect(done.status == 2 && done.errors.contains("name another place with --state"), "\(done.errors)")
        #expect(try fixture.files("report") == files)
    }

    @Test(
        "Other options take nothing from a state that no longer holds",
        arguments: [
            ["--szz", "b"], ["--path", "*.md"], ["--path", "!parse.c"], ["--labels", "labels.csv"],
            ["--ignore-revs-file", "ignored"], ["--now", "2031-01-01"],
        ])
    func otherOptions(options: [String]) throws {
        let fixture = try Fixture("fix-chains")
        let commits = try fixture.commits()
        let labels = "sha,is_fix,inducing\n\(commits[4]),true,\(commits[commits.count - 1])\n\(commits[8]),false,\n"
        try labels.write(toFile: fixture.place + "/labels.csv", atomically: true, encoding: .utf8)
        try commits[9].write(toFile: fixture.place + "/ignored", atomically: true, encoding: .utf8)
        let plain = try fixture.report("--quiet", name: "plain")
        let full = try fixture.report(["--quiet"] + options, name: "full")
        #expect(full != plain)
        for (arguments, expected) in [([], plain), (options, full), ([], plain)] {
            #expect(
                try fixture.report(["--quiet", "--state", "s.sqlite"] + arguments, name: "kept") == expected)
        }
    }

    @Test("A state in use is status 7, and report and state stand as they were")
    func inUse() throws {
        let fixture = try Fixture("linear")
        let report = try fixture.report("--state", "s.sqlite")
        let held = try StateFile(path: fixture.place + "/s.sqlite", waits: false)
        let done = try fixture.andon("scan", fixture.path, "--output", "report", "--state", "s.sqlite")
        #expect(done.status == 7)
        #expect(done.errors.contains("another run holds it"))
        #expect(try fixture.files("report") == report)
        try held.close()
        #expect(try fixture.report("--state", "s.sqlite", "--wait") == report)
    }

    @Test("Who waits says so once, unless told to be quiet", arguments: [true, false])
    func waiting(isQuiet: Bool) throws {
        let fixture = try Fixture("linear")
        let report = try fixture.report("--state", "s.sqlite")
        let held = try StateFile(path: fixture.place + "/s.sqlite", waits: false)
        let start = Date()
        var isHeld = true
        let options = ["--output", "report", "--state", "s.sqlite", "--wait"] + (isQuiet ? ["--quiet"] : [])
        let done = try Andon.run(["scan", fixture.path] + options, in: fixture.place) {
            if isHeld && Date().timeIntervalSince(start) > 4 {
                isHeld = (try? held.close()) == nil
            }
            return false
        }
        #expect(done.status == 0, "\(done.errors)")
        let lines = done.errors.components(separatedBy: "waiting for another run that holds the state s.sqlite\n")
        #expect(lines.count == (isQuiet ? 1 : 2), "\(done.errors)")
        #expect(try fixture.files("report") == report)
    }

    @Test(
        "Other rules and paths redo what rests on the whole history, and say so once",
        arguments: ["--szz", "--path"])
    func results(option: String) throws {
        let fixture = try Fixture("fix-chains")
        _ = try fixture.report("--state", "s.sqlite")
        for isFirst in [true, false] {
            let done = try fixture.andon(
                "scan", fixture.path, "--output", "kept", "--state", "s.sqlite", option,
                option == "--szz" ? "b" : "*.c")
            #expect(done.errors.contains("is found out anew") == isFirst, "\(done.errors)")
            #expect(done.errors.contains("; the rest was read"))
        }
    }

    @Test("A state that cannot be written is told from a broken disk", arguments: ["folder", "file"])
    func unwritable(what: String) throws {
        let fixture = try Fixture("linear")
        try "[safe]\n\tdirectory = \(fixture.path)\n".write(
            toFile: fixture.place + "/.gitconfig", atomically: true, encoding: .utf8)
        let folder = fixture.place + "/kept"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        if what == "file" { try StateFile(path: folder + "/s.sqlite", waits: false).close() }
        _ = try Program.run(["chmod", what == "file" ? "a+w,+t" : "a-w", folder], in: "/")
        if what == "file" { _ = try Program.run(["chmod", "a-w", folder + "/s.sqlite"], in: "/") }
        let arguments = ["scan", fixture.path, "--state", folder + "/s.sqlite", "--output", "/nonexistent/report"]
        guard let done = try Andon.runBound(arguments, in: fixture.path, home: fixture.place) else { return }
        let reason =
            what == "file"
            ? "it is a folder, or a file that cannot be written" : "the folder \(folder) cannot be written"
        #expect(done.status == 2 && done.errors.contains(reason), "\(done.errors)")
    }

    @Test("A folder in the place of a state is called one")
    func folderAsState() throws {
        let fixture = try Fixture("linear")
        let done = try fixture.andon("scan", fixture.path, "--output", "report", "--state", "/")
        #expect(done.status == 2 && done.errors.contains("it is a folder"), "\(done.errors)")
    }

    @Test("What is no state is a usage error, and is left as it is", arguments: ["a letter", "SQLite format 3\0"])
    func foreign(content: String) throws {
        let fixture = try Fixture("linear")
        try content.write(toFile: fixture.place + "/s.sqlite", atomically: true, encoding: .utf8)
        let done = try fixture.andon("scan", fixture.path, "--output", "report", "--state", "s.sqlite")
        #expect(done.status == 2, "\(done.errors)")
        #expect(try String(contentsOfFile: fixture.place + "/s.sqlite", encoding: .utf8) == content)
        #expect(try fixture.leftovers().contains("report") == false)
    }

    @Test("A folder that cannot be written is a usage error; the old report stands")
    func readOnly() throws {
        let fixture = try Fixture("linear")
        let report = try fixture.report()
        let done = try fixture.andon("scan", fixture.path, "--output", "report", "--state", "/proc/s.sqlite")
        #expect(done.status == 2)
        #expect(done.errors.contains("the state /proc/s.sqlite"))
        #expect(try fixture.files("report") == report)
    }

    @Test("A full disk is a usage error; report and state stand as they were")
    func fullDisk() throws {
        let fixture = try Fixture("merges")
        let report = try fixture.report("--state", "s.sqlite", "--revision", "HEAD~1")
        // A limit on the size of files fails writes as a full disk does.
        let limited = try Andon.runLimited(
            ["scan", fixture.path, "--output", "report", "--state", "t.sqlite"], blocks: 16, in: fixture.place)
        #expect(limited.status == 2, "\(limited.errors)")
        #expect(limited.errors.contains("the state t.sqlite"))
        #expect(try fixture.files("report") == report)
    }
}
