import Foundation
import Git

/// A folder of reports that appears whole or not at all.
///
/// Files are written into a hidden folder beside the final one, on any thread; ``publish()`` puts it in place. An older report
/// stands until then.
package final class ReportFolder: Sendable {
    package let path: String
    private let kind: ReportKind
    private let partial: PartialPlace
    /// Locked as long as somebody writes: a partial folder without is one that a killed run left.
    private let lock: Int32

    private var files: FileManager { .default }

    /// Makes the hidden folder.
    ///
    /// - Throws: ``ReportError`` if the place cannot be written, or holds something else than such a report.
    package init(path: String, kind: ReportKind = .audit) throws(ReportError) {
        self.kind = kind
        partial = PartialPlace(path)
        self.path = partial.whole
        try kind.check(self.path)
        partial.removeAbandoned()
        do {
            try? FileManager.default.removeItem(atPath: partial.path)
            try FileManager.default.createDirectory(atPath: partial.path, withIntermediateDirectories: true)
        } catch {
            throw ReportError.cannotWrite(path: self.path, reason: Self.reason(error))
        }
        lock = unsafe open(partial.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        // Where locks are unknown, so are abandoned folders.
        if lock >= 0 { flock(lock, LOCK_EX | LOCK_NB) }
        Interruption.willWrite(partial.path)
    }

    deinit {
        if lock >= 0 { close(lock) }
    }

    /// Writes a file of the report.
    package func write(_ name: String, _ body: (inout ReportFile) throws -> Void) throws(ReportError) {
        do {
            var file = try ReportFile(path: partial.path + "/" + name)
            try body(&file)
            try file.close()
        } catch {
            throw ReportError.cannotWrite(path: path + "/" + name, reason: Self.reason(error))
        }
    }

    /// Puts the report in its place.
    package func publish() throws(ReportError) {
        do {
            // What stands there may be another than when the folder was made.
            try kind.check(path)
            try Interruption.write(partial.path) {
                if !files.fileExists(atPath: path) {
                    try files.moveItem(atPath: partial.path, toPath: path)
                } else if exchangeFiles(partial.path, path) {
                    try files.removeItem(atPath: partial.path)
                } else {
                    try replace()
                }
            }
        } catch {
            throw ReportError.cannotWrite(path: path, reason: Self.reason(error))
        }
    }

    /// In two steps, for file systems that have no other way; a run that is killed between them leaves the old report hidden,
    /// and the next one puts it back.
    private func replace() throws {
        try files.moveItem(atPath: path, toPath: partial.old)
        do {
            try files.moveItem(atPath: partial.path, toPath: path)
        } catch {
            try files.moveItem(atPath: partial.old, toPath: path)
            throw error
        }
        try files.removeItem(atPath: partial.old)
    }

    /// Removes what was not published.
    package func discard() {
        // Nothing is lost if this fails: the folder is hidden and named as partial.
        try? files.removeItem(atPath: partial.path)
        Interruption.hasDropped(partial.path)
    }

    static func reason(_ error: any Error) -> String {
        if let error = error as? ReportError { return error.description }
        let error = error as NSError
        let underlying = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
        if underlying.domain == NSPOSIXErrorDomain { return unsafe String(cString: strerror(Int32(underlying.code))) }
        return error.localizedDescription
    }
}

/// Why a report could not be written.
package enum ReportError: Error, CustomStringConvertible {
    case cannotWrite(path: String, reason: String)
    /// - Parameter name: of something in the folder that is no part of a report; `nil` where the place is no folder.
    case notAReport(path: String, name: String?)
    case cannotWriteMetrics(path: String, reason: String)

    package var description: String {
        switch self {
        case .cannotWrite(let path, let reason):
            "cannot write the report \(path): \(reason); name another place with --output"
        case .cannotWriteMetrics(let path, let reason):
            "cannot write the metrics \(path): \(reason); name another place with --metrics"
        case .notAReport(let path, let name):
            "cannot write the report \(path): something else than such an Andon report is there"
                + (name.map { " (\($0))" } ?? "") + "; name another place with --output"
        }
    }
}

/// A file of a report, written in blocks.
package struct ReportFile: ~Copyable {
    private let handle: FileHandle
    private var buffer = TextBuffer(capacity: 1 << 17)

    init(path: String, attributes: [FileAttributeKey: Any]? = nil) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: attributes) else {
            throw CocoaError(
                .fileWriteUnknown,
                userInfo: [NSUnderlyingErrorKey: NSError(domain: NSPOSIXErrorDomain, code: Int(errno))])
        }
        handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    }

    package mutating func write(_ text: String) throws {
        buffer.append(text)
        if buffer.count >= 1 << 16 { try flush() }
    }

    package mutating func write(_ bytes: [UInt8]) throws {
        buffer.append(bytes)
        if buffer.count >= 1 << 16 { try flush() }
    }

    /// Writes what `body` appends.
    mutating func write(_ body: (inout TextBuffer) -> Void) throws {
        body(&buffer)
        if buffer.count >= 1 << 16 { try flush() }
    }

    private mutating func flush() throws {
        try unsafe buffer.withBytes { try unsafe handle.write(contentsOf: $0) }
        buffer.removeAll()
    }

    mutating func close() throws {
        try flush()
        try handle.synchronize()
        try handle.close()
    }
}
