import Foundation

/// A single file that appears whole or not at all; an older one stands until then.
///
/// A link stays one: the file that it leads to is replaced. A device or a pipe is written to.
package struct WholeFile {
    private let path: String
    private let partial: String
    private let isStream: Bool
    private let failure: (_ path: String, _ reason: String) -> ReportError

    /// - Parameter failure: makes the error for a file that cannot be written.
    package init(path: String, failure: @escaping (_ path: String, _ reason: String) -> ReportError) {
        self.failure = failure
        var status = stat()
        let kind = unsafe stat(path, &status) == 0 ? status.st_mode & S_IFMT : S_IFREG
        isStream = ![S_IFREG, S_IFDIR].contains(kind)
        // Collectors read what ends in .prom.
        let place = PartialPlace(path)
        self.path = isStream ? path : place.whole
        partial = place.path
    }

    package func write(_ text: String) throws(ReportError) {
        if isStream { return try stream(text) }
        Interruption.willWrite(partial)
        defer { Interruption.hasDropped(partial) }
        do {
            // Readable for the collector, which is somebody else.
            var file = try ReportFile(path: partial, attributes: [.posixPermissions: 0o644])
            try file.write(text)
            try file.close()
            try Interruption.write(partial) {
                guard unsafe rename(partial, path) == 0 else {
                    throw NSError(domain: NSPOSIXErrorDomain, code: Int(errno))
                }
            }
        } catch {
            // Nothing is lost if this fails: the file is hidden and named as partial.
            try? FileManager.default.removeItem(atPath: partial)
            throw failure(path, ReportFolder.reason(error))
        }
    }

    private func stream(_ text: String) throws(ReportError) {
        do {
            let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
            try handle.write(contentsOf: Array(text.utf8))
            try handle.close()
        } catch {
            throw failure(path, ReportFolder.reason(error))
        }
    }
}
