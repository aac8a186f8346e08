import Foundation

/// Files that options name.
enum TextFile {
    static func read(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

    /// The bytes of a file that must be UTF-8, for what it says comes back.
    static func utf8(_ path: String) throws -> [UInt8] {
        let bytes = try bytes(path)
        guard String(validating: bytes, as: UTF8.self) == nil else { return bytes }
        // UTF-8 never has the byte of a line feed inside a character.
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let line = (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
        throw UsageError(description: "\(path): line \(line) is not UTF-8; save the file as UTF-8")
    }

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
