import Foundation
import Testing

/// A repository that a script of `Fixtures` built, in a folder of its own that goes with this value.
final class Fixture {
    /// The folder that was given to the script.
    let path: String
    /// A folder beside it, for what a test writes.
    let place: String
    private let folder: URL

    /// The checkout's root: sources of tests lie two folders below it.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    init(_ name: String) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "andon-\(name)-\(UUID().uuidString)")
        path = folder.appending(path: name).path
        place = folder.appending(path: "place").path
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        let script = Self.root.appending(path: "Fixtures/\(name).sh").path
        let made = try Program.run(["bash", script, path], in: folder.path)
        try #require(made.status == 0, "\(script) ended with \(made.status): \(made.errors)")
    }

    deinit {
        // A fixture may have taken its own rights away; what is left lies among temporary files.
        _ = try? Program.run(["chmod", "-R", "u+w", folder.path], in: "/")
        try? FileManager.default.removeItem(at: folder)
    }

    /// What git answers in the repository, or in a folder of it.
    func git(_ arguments: String..., in subfolder: String = "", input: [UInt8] = []) throws -> Program {
        try Program.run(
            ["git", "-c", "core.quotePath=false"] + arguments, in: path + "/" + subfolder, input: input)
    }

    /// What git prints, which must succeed.
    func lines(_ arguments: String...) throws -> [String] {
        let done = try Program.run(["git", "-c", "core.quotePath=false"] + arguments, in: path)
        try #require(done.status == 0, "git \(arguments): \(done.errors)")
        return done.lines
    }

    /// The commits that a revision reaches, newest first.
    func commits(_ revision: String = "HEAD") throws -> [String] {
        try lines("rev-list", "--date-order", revision, "--")
    }
}
