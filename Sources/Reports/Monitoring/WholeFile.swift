import Foundation

/// A single file that appears whole or not at all; an older one stands until then.
package struct WholeFile {
    private let path: String
    private let partial: String
    private let failure: (_ path: String, _ reason: String) -> ReportError

    /// - Parameter failure: makes the error for a file that cannot be written.
    package init(path: String, failure: @escaping (_ path: String, _ reason: String) -> ReportError) {
        self.failure = failure
        // Collectors read what ends in .prom.
        (self.path, partial) = ReportFolder.places(path)
    }

    package func write(_ text: String) throws(ReportError) {
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
}
