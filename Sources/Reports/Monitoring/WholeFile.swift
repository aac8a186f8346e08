import Foundation

/// A single file that appears whole or not at all; an older one stands until then.
package struct WholeFile {
    private let path: String
    private let partial: String
    private let failure: (_ path: String, _ reason: String) -> ReportError

    /// - Parameter failure: makes the error for a file that cannot be written.
    package init(path: String, failure: @escaping (_ path: String, _ reason: String) -> ReportError) {
        self.failure = failure
        let url = URL(fileURLWithPath: path).standardizedFileURL
        self.path = url.path
        // Collectors read what ends in .prom.
        partial =
            url.deletingLastPathComponent()
            .appendingPathComponent(".\(url.lastPathComponent).partial-\(ProcessInfo.processInfo.processIdentifier)")
            .path
    }

    package func write(_ text: String) throws(ReportError) {
        Interruption.willWrite(partial)
        defer { Interruption.hasWritten() }
        do {
            // Readable for the collector, which is somebody else.
            guard
                FileManager.default.createFile(
                    atPath: partial, contents: nil, attributes: [.posixPermissions: 0o644])
            else {
                throw CocoaError(
                    .fileWriteUnknown,
                    userInfo: [NSUnderlyingErrorKey: NSError(domain: NSPOSIXErrorDomain, code: Int(errno))])
            }
            let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: partial))
            try handle.write(contentsOf: Data(text.utf8))
            try handle.synchronize()
            try handle.close()
            guard unsafe rename(partial, path) == 0 else {
                throw NSError(domain: NSPOSIXErrorDomain, code: Int(errno))
            }
        } catch {
            // Nothing is lost if this fails: the file is hidden and named as partial.
            try? FileManager.default.removeItem(atPath: partial)
            throw failure(path, ReportFolder.reason(error))
        }
    }
}
