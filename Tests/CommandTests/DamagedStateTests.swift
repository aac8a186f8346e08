import Foundation
import Testing

@Suite struct DamagedStateTests {
    private static let pageSize = 65_536

    @Test(
        "Whichever page of a state is lost, the report is that of a scan without one, and the next night finds a good state",
        arguments: [UInt8(0xFF), 0])
    func everyPage(value: UInt8) throws {
        let fixture = try Fixture("fix-chains")
        let full = try fixture.report("--quiet", name: "full")
        _ = try fixture.report("--quiet", "--revision", "HEAD~2", "--state", "whole.sqlite", name: "before")
        let whole = try Data(contentsOf: URL(filePath: fixture.place + "/whole.sqlite"))
        let path = fixture.place + "/s.sqlite"
        var said = ""
        #expect(whole.count / Self.pageSize >= 6)
        for page in 0..<whole.count / Self.pageSize {
            var bytes = whole
            let range = page * Self.pageSize..<(page + 1) * Self.pageSize
            bytes.replaceSubrange(range, with: Data(repeating: value, count: Self.pageSize))
            try bytes.write(to: URL(filePath: path))
            let scan = ["scan", fixture.path, "--quiet", "--output", "kept", "--state", "s.sqlite"]
            let done = try Andon.run(scan, in: fixture.place)
            #expect(done.status == 0, "page \(page + 1): \(done.errors)")
            #expect(try fixture.files("kept") == full, "page \(page + 1)")
            #expect(done.errors.split(separator: "\n").count <= 1, "page \(page + 1): \(done.errors)")
            let isAside = FileManager.default.fileExists(atPath: path + ".damaged")
            #expect(isAside == done.errors.contains("it is now s.sqlite.damaged"), "page \(page + 1)")
            if isAside { try FileManager.default.removeItem(atPath: path + ".damaged") }
            let next = try Andon.run(scan, in: fixture.place)
            #expect(next.status == 0 && next.errors.isEmpty, "page \(page + 1): \(next.errors)")
            #expect(try fixture.files("kept") == full, "page \(page + 1)")
            said += done.errors
        }
        #expect(said.contains("the state was damaged"))
        #expect(said.contains("the state turned out to be damaged"))
    }

    @Test("Damaged parts are counted by what they hold, in one line")
    func parts() throws {
        let fixture = try Fixture("fix-chains")
        let full = try fixture.report("--quiet", "--state", "s.sqlite")
        let path = fixture.place + "/s.sqlite"
        var bytes = try Data(contentsOf: URL(filePath: path))
        // The leaf with the segments. The first of them stands at its end, and ends with its content.
        let leaf = 3 * Self.pageSize
        #expect(bytes[leaf] == 0x0D)
        bytes[leaf + Self.pageSize - 20] ^= 0x55
        try bytes.write(to: URL(filePath: path))
        let done = try fixture.andon("scan", fixture.path, "--quiet", "--output", "report", "--state", "s.sqlite")
        #expect(done.errors == "andon: damaged parts of the state were left out, and made anew: 1 of commits\n")
        #expect(try fixture.files("report") == full)
    }
}
