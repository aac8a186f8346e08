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
        for name in ["links.csv", "fixes.csv"] {
            let folder = try ReportFolder(path: path)
            try folder.write(name) { try $0.write(name) }
            try folder.write("summary.json") { try $0.write("{}") }
            if name == "fixes.csv" { #expect(FileManager.default.fileExists(atPath: path + "/links.csv")) }
            try folder.publish()
        }
        #expect(try names() == ["report"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: path).sorted() == ["fixes.csv", "summary.json"])
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

    @Test(
        "A folder that holds anything besides such a report is refused and left alone",
        arguments: [
            (ReportKind.audit, ["summary.json", "thesis.txt"]), (.audit, ["summary.json", ".git/HEAD"]),
            (.audit, ["summary.json", "commits.csv/x"]), (.combined, ["commits.csv", "mine.txt"]),
            (.gates, ["summary.json", "gates.csv", "commits.csv"]),
        ])
    func mixed(kind: ReportKind, files: [String]) throws {
        defer { try? FileManager.default.removeItem(at: place) }
        let path = place.appending(path: "report").path
        try make(files, in: path)
        let error = #expect(throws: ReportError.self) { _ = try ReportFolder(path: path, kind: kind) }
        #expect("\(error!)".contains("something else than such an Andon report is there ("))
        for file in files { #expect(FileManager.default.fileExists(atPath: path + "/" + file)) }
    }

    @Test("What comes into the folder while the report is written is not lost with the old one")
    func late() throws {
        defer { try? FileManager.default.removeItem(at: place) }
        let path = place.appending(path: "report").path
        let folder = try ReportFolder(path: path)
        try folder.write("summary.json") { try $0.write("{}") }
        try make(["thesis.txt"], in: path)
        #expect(throws: ReportError.self) { try folder.publish() }
        folder.discard()
        #expect(try names() == ["report"])
        #expect(FileManager.default.fileExists(atPath: path + "/thesis.txt"))
    }

    @Test("What an office or a file manager leaves in a report is no obstacle")
    func debris() throws {
        defer { try? FileManager.default.removeItem(at: place) }
        let path = place.appending(path: "report").path
        try make(["summary.json", "files.csv", ".~lock.files.csv#", ".DS_Store"], in: path)
        let folder = try ReportFolder(path: path)
        try folder.write("summary.json") { try $0.write("{}") }
        try folder.publish()
        #expect(try FileManager.default.contentsOfDirectory(atPath: path) == ["summary.json"])
    }

    @Test("A link to a report stays a link, and the report that it leads to is replaced")
    func link() throws {
        defer { try? FileManager.default.removeItem(at: place) }
        try make(["summary.json", "files.csv"], in: place.appending(path: "real").path)
        let path = place.appending(path: "link").path
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "real")
        let folder = try ReportFolder(path: path)
        try folder.write("summary.json") { try $0.write("{}") }
        try folder.publish()
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path) == "real")
        #expect(try FileManager.default.contentsOfDirectory(atPath: path) == ["summary.json"])
        #expect(try names() == ["link", "real"])
    }

    @Test("What killed runs left is removed, an older report put back, and what somebody writes is left alone")
    func abandoned() throws {
        defer { try? FileManager.default.removeItem(at: place) }
        let mark = ".report.partial-"
        let left = [mark + "1", mark + "2.old", mark + "3", mark + "x", ".report.part", mark + "4"]
        for name in left { try make(["summary.json"], in: place.appending(path: name).path) }
        for name in left where name != mark + "4" {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -3600)], ofItemAtPath: place.appending(path: name).path)
        }
        let held = unsafe open(place.appending(path: mark + "3").path, O_RDONLY | O_DIRECTORY)
        defer { close(held) }
        try #require(flock(held, LOCK_EX | LOCK_NB) == 0)
        let folder = try ReportFolder(path: place.appending(path: "report").path)
        folder.discard()
        #expect(try names() == [".report.part", mark + "3", mark + "4", mark + "x", "report"].sorted())
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.path + "/report") == ["summary.json"])
    }

    private func make(_ files: [String], in folder: String) throws {
        for file in files {
            let url = URL(filePath: folder + "/" + file)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data("mine".utf8).write(to: url)
        }
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
