import Foundation
import Testing

@testable import Reports

@Suite struct ReportFolderTests {
    private let place: URL

    init() throws {
        place = FileManager.default.temporaryDirectory.appending(path: "andon-reports-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    }

    @Test("A report appears whole when it is published, and not before")
    func publish() throws {
        defer { try? FileManager.default.removeItem(at: place) }
        let path = place.appending(path: "report").path
        let folder = try ReportFolder(path: path)
        try folder.write("a.csv") { try $0.write("text") }
        try folder.write("summary.json") { try $0.write(Array("{}".utf8)) }
        #expect(!FileManager.default.fileExists(atPath: path))
        try folder.publish()
        #expect(try names() == ["report"])
        #expect(try String(contentsOfFile: path + "/a.csv", encoding: .utf8) == "text")
    }

    @Test("An older report stands until the new one is there, and then is gone whole")
    func replace() throws {
        defer { try? FileManager.default.removeItem(at: place) }
        let path = place.appending(path: "report").path
        for name in ["old.csv", "new.csv"] {
            let folder = try ReportFolder(path: path)
            try folder.write(name) { try $0.write(name) }
            try folder.write("summary.json") { try $0.write("{}") }
            if name == "new.csv" { #expect(FileManager.default.fileExists(atPath: path + "/old.csv")) }
            try folder.publish()
        }
        #expect(try names() == ["report"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: path).sorted() == ["new.csv", "summary.json"])
    }

    @Test("What is discarded leaves nothing, and an older report as it was")
    func discard() throws {
        defer { try? FileManager.default.removeItem(at: place) }
        let folder = try ReportFolder(path: place.appending(path: "report").path)
        try folder.write("a.csv") { try $0.write("half") }
        folder.discard()
        #expect(try names() == [])
    }

    @Test("A folder of something else, or a file, is refused and left alone", arguments: ["folder", "file"])
    func foreign(kind: String) throws {
        defer { try? FileManager.default.removeItem(at: place) }
        let target = place.appending(path: kind)
        if kind == "folder" {
            try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
            try Data("mine".utf8).write(to: target.appending(path: "thesis.txt"))
        } else {
            try Data("mine".utf8).write(to: target)
        }
        let error = #expect(throws: ReportError.self) { _ = try ReportFolder(path: target.path) }
        #expect("\(error!)".contains("name another place with --output"))
        #expect(try names() == [kind])
    }

    @Test("An empty folder is taken")
    func emptyFolder() throws {
        defer { try? FileManager.default.removeItem(at: place) }
        try FileManager.default.createDirectory(at: place.appending(path: "report"), withIntermediateDirectories: true)
        let folder = try ReportFolder(path: place.appending(path: "report").path)
        try folder.write("summary.json") { try $0.write("{}") }
        try folder.publish()
        #expect(try names() == ["report"])
    }

    @Test("A place that cannot be written is named with its reason", arguments: ["/proc/andon", "/dev/null/report"])
    func unwritable(path: String) {
        let error = #expect(throws: ReportError.self) { _ = try ReportFolder(path: path) }
        #expect("\(error!)".hasPrefix("cannot write the report \(path): "))
    }

    @Test("Folders on the way to the report are made")
    func nested() throws {
        defer { try? FileManager.default.removeItem(at: place) }
        let folder = try ReportFolder(path: place.appending(path: "a/b/report").path)
        try folder.write("summary.json") { try $0.write("{}") }
        try folder.publish()
        #expect(FileManager.default.fileExists(atPath: place.appending(path: "a/b/report/summary.json").path))
    }

    @Test("A large file is written in blocks and is whole")
    func large() throws {
        defer { try? FileManager.default.removeItem(at: place) }
        let folder = try ReportFolder(path: place.appending(path: "report").path)
        try folder.write("summary.json") { file in
            for number in 0..<50_000 { try file.write("\(number)\n") }
        }
        try folder.publish()
        let text = try String(contentsOf: place.appending(path: "report/summary.json"), encoding: .utf8)
        #expect(text == (0..<50_000).map { "\($0)\n" }.joined())
    }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: place.path).sorted()
    }
}
