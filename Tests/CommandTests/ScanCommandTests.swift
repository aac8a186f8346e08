import Foundation
import Testing

@Suite struct ScanCommandTests {
    @Test(
        "One thread and two write the same bytes, and so does a second run",
        arguments: ["merges", "packed", "ai-marks", "notes"])
    func sameBytes(name: String) throws {
        let fixture = try Fixture(name)
        let first = try fixture.report("--jobs", "1", "--deaths", "--quiet")
        #expect(first.count >= 5)
        #expect(try fixture.report("--jobs", "2", "--deaths", "--quiet", name: "second") == first)
        #expect(try fixture.report("--jobs", "2", "--deaths", "--quiet", name: "second") == first)
    }

    @Test("A bare clone's report has the bytes of the work tree's", arguments: ["merges", "packed", "churn"])
    func bareClone(name: String) throws {
        let fixture = try Fixture(name)
        let bare = "\(fixture.path)-clones/\(name).git"
        defer { try? FileManager.default.removeItem(atPath: "\(fixture.path)-clones") }
        #expect(try fixture.git("clone", "-q", "--bare", ".", bare).status == 0)
        // A remote would be a reason to warn of notes that may lie there.
        #expect(try Program.run(["git", "remote", "remove", "origin"], in: bare).status == 0)
        #expect(try fixture.report("--quiet", path: bare, name: "bare") == fixture.report("--quiet"))
    }

    @Test(
        "A repository is found from a work tree, a folder in it, its .git, a linked work tree, a .git file",
        arguments: [
            ("linear", ""), ("linear", ".git"), ("subfolders", "sources/inner"), ("linked-worktree", ""),
            ("linked-worktree", "linked"), ("separate-git-dir", ""), ("bare", ""), ("detached-head", ""),
            ("shared-clone", ""), ("worktree-elsewhere", ""),
        ])
    func places(name: String, subfolder: String) throws {
        let fixture = try Fixture(name)
        let folder = fixture.path + "/" + subfolder
        let report = try fixture.report("--format", "json", path: folder)
        let head = try Program.run(["git", "rev-parse", "HEAD"], in: folder).lines
        #expect(try json(report)["revision"] as? String == head.first)
        let count = try Program.run(["git", "rev-list", "--count", "HEAD"], in: folder).lines
        #expect(try json(report)["commits"] as? Int == count.first.flatMap { Int($0) })
    }

    @Test("The current directory is the default, and andon-report the place")
    func defaults() throws {
        let fixture = try Fixture("linear")
        let done = try Andon.run(["scan"], in: fixture.path)
        #expect(done.status == 0, "\(done.errors)")
        #expect(FileManager.default.fileExists(atPath: fixture.path + "/andon-report/summary.json"))
        #expect(done.text.contains("Report: andon-report"))
        // A second scan replaces the first.
        #expect(try Andon.run(["scan", "--quiet"], in: fixture.path).status == 0)
    }

    @Test("Several repositories get a folder each, told apart where their names are alike")
    func several() throws {
        let (first, second) = (try Fixture("linear"), try Fixture("merges"))
        let done = try first.andon("scan", first.path, second.path, first.path, "--output", "all", "--quiet")
        #expect(done.status == 0, "\(done.errors)")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: first.place + "/all").sorted() == [
                "linear", "linear-2", "merges",
            ])
        #expect(try json(first.files("all/merges"))["repository"] as? String == "merges")
    }

    @Test(
        "Days limit which commits are reported, both included",
        arguments: [
            (["--since", "2024-06-01", "--until", "2024-06-01"], ["Slow 1", "Slow 2", "Merge slow"]),
            (["--until", "2024-01-01"], ["Start"]), (["--since", "2024-06-03", "--until", "2024-07-31"], ["Clean"]),
            (["--since", "2024-08-02"], []),
        ])
    func days(options: [String], subjects: [String]) throws {
        let fixture = try Fixture("slow-branch")
        let done = try Andon.run(["scan", fixture.path, "--output", "report"] + options, in: fixture.place)
        #expect(done.status == 0, "\(done.errors)")
        let commits = try CSVFile(try fixture.files("report")["commits.csv"])
        #expect(commits.column("subject").sorted() == subjects.sorted())
    }

    @Test(
        "Added and deleted lines of commits.csv are those of git log --numstat",
        arguments: ["merges", "renames", "churn"])
    func numstat(name: String) throws {
        let fixture = try Fixture(name)
        let commits = try CSVFile(try fixture.report()["commits.csv"])
        for row in commits.rows where row["is_merge"] == "false" {
            let sha = try #require(row["sha"])
            func total(_ options: String...) throws -> [Int] {
                let rows = try Program.run(
                    ["git", "show", "--numstat", "--format="] + options + [sha], in: fixture.path
                )
                .lines.map { $0.split(separator: "\t") }.filter { $0.count > 1 }
                return [rows.reduce(0) { $0 + (Int($1[0]) ?? 0) }, rows.reduce(0) { $0 + (Int($1[1]) ?? 0) }]
            }
            #expect(
                try total("--no-renames").map(String.init) == [
                    row["added_without_renames"], row["deleted_without_renames"],
                ])
        }
    }

    @Test(
        "--path limits which files and lines are counted, as git's pathspecs do",
        arguments: [
            (["sources"], ["sources"]), (["*.md"], ["*.md"]), (["sources/inner/deep.txt"], ["sources/inner/deep.txt"]),
            (["!docs"], [".", ":!docs"]),
            (["sources", "docs", ":!sources/inner"], ["sources", "docs", ":!sources/inner"]),
        ])
    func paths(patterns: [String], gitPatterns: [String]) throws {
        let fixture = try Fixture("subfolders")
        let report = try Andon.run(
            ["scan", fixture.path, "--output", "report"] + patterns.flatMap { ["--path", $0] }, in: fixture.place)
        #expect(report.status == 0, "\(report.errors)")
        let files = try CSVFile(try fixture.files("report")["files.csv"]).column("path")
        let theirs = try Program.run(["git", "ls-files", "--"] + gitPatterns, in: fixture.path).lines
        #expect(files == theirs)
        for row in try CSVFile(try fixture.files("report")["commits.csv"]).rows {
            let numstat = try Program.run(
                ["git", "show", "--numstat", "--format=", try #require(row["sha"]), "--"] + gitPatterns,
                in: fixture.path
            ).lines.map { $0.split(separator: "\t") }
            #expect(row["added"] == String(numstat.reduce(0) { $0 + (Int($1[0]) ?? 0) }))
            #expect(row["deleted"] == String(numstat.reduce(0) { $0 + (Int($1[1]) ?? 0) }))
        }
    }

    @Test("--format, --csv-bom, --deaths and --quiet do what they say")
    func formats() throws {
        let fixture = try Fixture("linear")
        #expect(try fixture.report("--format", "json").keys.filter { $0.hasSuffix(".csv") }.isEmpty)
        let plain = try fixture.report("--format", "csv,json")
        for name in ["commits.csv", "files.csv", "churn.csv", "warnings.csv", "summary.json"] {
            #expect(plain[name] != nil, "\(name)")
        }
        #expect(plain["deaths.csv"] == nil)
        let marked = try fixture.report("--csv-bom", "--deaths", "--format", "csv")
        #expect(marked["deaths.csv"] != nil)
        for (name, bytes) in marked where name.hasSuffix(".csv") {
            #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]), "\(name)")
            if let text = plain[name] { #expect(Array(bytes.dropFirst(3)) == text) }
        }
        let quiet = try fixture.andon("scan", fixture.path, "--quiet")
        #expect(quiet.output.isEmpty && quiet.errors.isEmpty)
    }

    @Test(
        "--now moves the data horizon",
        arguments: [("1704153600", "2024-01-02 00:00:00"), ("2024-01-03", "2024-01-03 00:00:00")])
    func now(time: String, horizon: String) throws {
        let fixture = try Fixture("churn")
        let report = try fixture.report("--now", time)
        #expect(try json(report)["data_horizon"] as? String == horizon)
        #expect(try json(fixture.report())["data_horizon"] as? String == "2024-04-30 00:00:00")
    }

    @Test("deaths.csv names every dead line of the churn fixture once")
    func deaths() throws {
        let fixture = try Fixture("churn")
        let deaths = try CSVFile(try fixture.report("--deaths")["deaths.csv"])
        #expect(deaths.column("lines").reduce(0) { $0 + (Int($1) ?? 0) } == 124)
        #expect(Set(deaths.column("written_class")) == ["ai_assisted", "human"])
        #expect(deaths.rows.filter { $0["written_path"] == "self.txt" }.allSatisfy { $0["removed_class"] == "human" })
    }

    @Test(
        "What hostile text a repository holds, a report's cells begin no formula",
        arguments: ["hostile-text", "odd-paths"])
    func formulas(name: String) throws {
        let fixture = try Fixture(name)
        for (file, bytes) in try fixture.report("--deaths") where file.hasSuffix(".csv") {
            let table = try CSVFile(bytes)
            for row in table.rows {
                for (column, cell) in row {
                    #expect(!"=+@\t\r".contains(cell.first ?? " "), "\(file) \(column): \(cell.prefix(40))")
                    #expect(!cell.hasPrefix("-") || Double(cell) != nil)
                }
            }
        }
    }

    @Test(
        "On a terminal, no control character of the repository is printed",
        arguments: ["hostile-text", "odd-paths", "invalid-utf8"])
    func terminal(name: String) throws {
        let fixture = try Fixture(name)
        for arguments in [["scan", fixture.path], ["blame", "--repository", fixture.path]] {
            let done = try Andon.runOnTerminal(arguments, in: fixture.place)
            #expect(done.status == 0, "\(done.text.prefix(300))")
            // Progress clears its own line; the terminal makes \n of \r\n.
            let text = done.text.replacing("\r\u{1B}[K", with: "").replacing("\r\n", with: "\n")
            let controls = text.unicodeScalars.filter {
                ($0.value < 0x20 && $0 != "\n" && $0 != "\t") || (0x7F..<0xA0).contains($0.value) || $0.value == 0x202E
            }
            #expect(controls.isEmpty, "\(controls.prefix(5).map { String($0.value, radix: 16) }) in \(arguments[0])")
        }
    }

    private func json(_ files: [String: [UInt8]]) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(try #require(files["summary.json"])))
        return try #require(object as? [String: Any])
    }

    @Test("A name whose letters are composed in two ways stays as each commit has it, with a state and without")
    func composedNames() throws {
        let fixture = try Fixture("linear")
        let names = ["Sch\u{FC}tz <s@example.org>", "Schu\u{308}tz <s@example.org>"]
        for name in names {
            let done = try fixture.git(
                "-c", "user.name=Somebody", "-c", "user.email=x@example.org", "commit", "--quiet", "--allow-empty",
                "--message", "empty", "--author", name)
            #expect(done.status == 0, "\(done.errors)")
        }
        for options in [[], ["--state", "state.sqlite"], ["--state", "state.sqlite"]] {
            let commits = try CSVFile(fixture.report(options)["commits.csv"])
            #expect(commits.column("author").suffix(2).map { Array($0.utf8) } == names.map { Array($0.utf8) })
        }
    }
}
