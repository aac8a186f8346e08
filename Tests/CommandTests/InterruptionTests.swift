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

    /// 1,500 commits that each rewrite some of 300 lines: some seconds of work.
    private static func history() -> [UInt8] {
        var stream = ""
        for commit in 1...1500 {
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
