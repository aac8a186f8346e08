import Foundation

/// The file that a program is run from.
package struct ProgramFile: Sendable {
    package let path: String
    /// Which file it is, and when it was last written to: by these git tells, too, whether a file has to be read again.
    package let place: String

    /// - Throws: where there is no such file.
    package init(path: String) throws {
        self.path = path
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { throw CocoaError(.fileReadNoSuchFile) }
        let (written, changed) = (status.st_mtim, status.st_ctim)
        place =
            "\(status.st_dev) \(status.st_ino) \(status.st_size) \(written.tv_sec).\(written.tv_nsec) "
            + "\(changed.tv_sec).\(changed.tv_nsec)"
    }
}
