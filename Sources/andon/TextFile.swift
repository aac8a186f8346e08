import Foundation

/// Files that options name.
enum TextFile {
    static func read(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

    static func bytes(_ path: String) throws -> [UInt8] {
        // Only a folder holds itself.
        if FileManager.default.fileExists(atPath: path + "/.") {
            throw UsageError(description: "cannot read \(path): it is a folder; name a file")
        }
        do {
            // By a handle: a pipe, as a shell's <(...) makes one, has no size to be asked for.
            return Array(try FileHandle(forReadingFrom: URL(fileURLWithPath: path)).readToEnd() ?? Data())
        } catch {
            throw UsageError(description: "cannot read \(path): \(error.localizedDescription)")
        }
    }
}
