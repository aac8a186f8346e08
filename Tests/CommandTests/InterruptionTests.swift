import Foundation
import Testing

@Suite struct InterruptionTests {
    @Test("An interrupt during a scan is status 130 and leaves no report")
    func interrupt() throws {
        let fixture = try Fixture("empty")
        let import_ = try Program.run(["git", "fast-import", "--quiet"], in: fixture.path, input: Self.history())
        try #require(import_.status == 0, "\(import_.errors)")
        // The scan asks for this list first: when it opens it, it is under way and listens to signals.
        let list = fixture.place + "/list"
        try #require(try Program.run(["mkfifo", list], in: fixture.place).status == 0)
        let done = try Andon.run(
            ["scan", fixture.path, "--output", "report", "--ignore-revs-file", list], in: fixture.place,
            interruptWhen: {
                let file = unsafe open(list, O_WRONLY | O_NONBLOCK)
                guard file >= 0 else { return false }
                close(file)
                usleep(100_000)
                return true
            })
        #expect(done.status == 130)
        #expect(done.errors.contains("interrupted; nothing was written"))
        #expect(try fixture.leftovers() == ["list"])
    }

    @Test("A signal that is ignored from the start, as nohup has it, stays ignored")
    func ignored() throws {
        let fixture = try Fixture("linear")
        let list = fixture.place + "/list"
        try #require(try Program.run(["mkfifo", list], in: fixture.place).status == 0)
        // The scan waits for the list; what comes before is ignored.
        let done = try Program.run(
            [
                "bash", "-c",
                """
                trap '' HUP; "$@" & scan=$!
                exec 3>list; sleep 0.2; kill -HUP $scan; sleep 0.2; exec 3>&-
                wait $scan
                """, "bash", Andon.binary, "scan", fixture.path, "--quiet", "--ignore-revs-file", list,
            ], in: fixture.place)
        #expect(done.status == 0, "\(done.errors)")
    }

    @Test(
        "An interrupt midway through a list: runs.csv says what was not come to, and reports before and old ones stand",
        arguments: [[], ["--jobs", "2"]])
    func list(options: [String]) throws {
        let (small, large) = (try Fixture("linear"), try Fixture("empty"))
        let place = small.place
        let list = "path,name\n\(small.path),small\n\(large.path),large\n"
        try Data(list.utf8).write(to: URL(filePath: place + "/list.csv"))
        let scan = ["scan", "--repositories", "list.csv", "--output", "all", "--quiet", "--format", "json"] + options
        let short = try Program.run(
            ["git", "fast-import", "--quiet"], in: large.path, input: Self.history(commits: 2))
        try #require(short.status == 0, "\(short.errors)")
        #expect(try Andon.run(scan, in: place).status == 0)
        let old = try small.files("all/large")
        #expect(try Self.runs(place).column("status") == ["ok", "ok"])
        let import_ = try Program.run(
            ["git", "fast-import", "--quiet", "--force"], in: large.path, input: Self.history())
        try #require(import_.status == 0, "\(import_.errors)")
        let done = try Andon.run(
            scan, in: place,
            interruptWhen: {
                // Between two runs of the loop the file may be replaced, but it is always there.
                (try? Self.runs(place).column("status")) == ["ok", "pending"]
            })
        #expect(done.status == 130)
        #expect(done.errors.contains("interrupted; what was in work was not written"), "\(done.errors)")
        #expect(try Self.runs(place).column("status") == ["ok", "pending"])
        #expect(try Self.runs(place).column("exit_status") == ["0", ""])
        #expect(try Self.runs(place).column("report") == ["small", ""])
        #expect(try small.files("all/large") == old)
        let left = try FileManager.default.contentsOfDirectory(atPath: place + "/all").sorted()
        #expect(left == ["large", "runs.csv", "small"])
    }

    private static func runs(_ place: String) throws -> CSVFile {
        try CSVFile(Array(try Data(contentsOf: URL(filePath: place + "/all/runs.csv"))))
    }

    /// 1,500 commits that each rewrite some of 300 lines: some seconds of work.
    private static func history(commits: Int = 1500) -> [UInt8] {
        var stream = ""
        for commit in 1...commits {
            let text = (1...300).map { "line \($0) of \($0 % 7 == commit % 7 ? commit : commit / 7)\n" }.joined()
            stream += """
                commit refs/heads/main
                committer Ann Archer <ann@example.org> \(1_704_067_200 + commit * 60) +0000
                data 4
                Edit
                M 100644 inline file.txt
                data \(text.utf8.count)
                \(text)

                """
        }
        return Array(stream.utf8)
    }
}
