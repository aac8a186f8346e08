import Foundation

/// A folder of reports that appears whole or not at all.
///
/// Files are written into a hidden folder beside the final one, on any thread; ``publish()`` puts it in place. An older report
/// stands until then.
package final class ReportFolder: Sendable {
    package let path: String
    private let partial: String
    /// The file by which an older folder is known to be one of ours.
    private let mark: String

    private var files: FileManager { .default }

    /// Makes the hidden folder.
    ///
    /// - Parameter mark: a file that every such folder holds.
    /// - Throws: ``ReportError`` if the place cannot be written, or holds something else than a report.
    package init(path: String, mark: String = "summary.json") throws(ReportError) {
        self.mark = mark
        (self.path, partial) = Self.places(path)
        try checkPlace()
        do {
            try? files.removeItem(atPath: partial)
            try files.createDirectory(atPath: partial, withIntermediateDirectories: true)
        } catch {
            throw ReportError.cannotWrite(path: self.path, reason: Self.reason(error))
        }
        Interruption.willWrite(partial)
    }

    /// The place of a file or folder, and the hidden one beside it that it has until it is whole.
    static func places(_ path: String) -> (whole: String, partial: String) {
        let url = URL(fileURLWithPath: path).standardizedFileURL
        let name = ".\(url.lastPathComponent).partial-\(ProcessInfo.processInfo.processIdentifier)"
        return (url.path, url.deletingLastPathComponent().appendingPathComponent(name).path)
    }

    /// Writes a file of the report.
    package func write(_ name: String, _ body: (inout ReportFile) throws -> Void) throws(ReportError) {
        do {
            var file = try ReportFile(path: partial + "/" + name)
            try body(&file)
            try file.close()
        } catch {
            throw ReportError.cannotWrite(path: path + "/" + name, reason: Self.reason(error))
        }
    }

    /// Puts the report in its place.
    package func publish() throws(ReportError) {
        do {
            let old = partial + ".old"
            try Interruption.write(partial) {
                if files.fileExists(atPath: path) { try files.moveItem(atPath: path, toPath: old) }
                do {
                    try files.moveItem(atPath: partial, toPath: path)
                } catch {
                    if files.fileExists(atPath: old) { try files.moveItem(atPath: old, toPath: path) }
                    throw error
                }
                if files.fileExists(atPath: old) { try files.removeItem(atPath: old) }
            }
        } catch {
            throw ReportError.cannotWrite(path: path, reason: Self.reason(error))
        }
    }

    /// Removes what was not published.
    package func discard() {
        // Nothing is lost if this fails: the folder is hidden and named as partial.
        try? files.removeItem(atPath: partial)
        Interruption.hasDropped(partial)
    }

    private func checkPlace() throws(ReportError) {
        var isFolder: ObjCBool = false
        guard unsafe files.fileExists(atPath: path, isDirectory: &isFolder) else { return }
        guard isFolder.boolValue else { throw ReportError.notAReport(path: path) }
        do {
            let names = try files.contentsOfDirectory(atPath: path)
            if !names.isEmpty && !names.contains(mark) { throw ReportError.notAReport(path: path) }
        } catch let error as ReportError {
            throw error
        } catch {
            throw ReportError.cannotWrite(path: path, reason: Self.reason(error))
        }
        guard files.isWritableFile(atPath: (path as NSString).deletingLastPathComponent) else {
            throw ReportError.cannotWrite(path: path, reason: "the folder that should hold it is not writable")
        }
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
    case notAReport(path: String)
    case cannotWriteMetrics(path: String, reason: String)

    package var description: String {
        switch self {
        case .cannotWrite(let path, let reason):
            "cannot write the report \(path): \(reason); name another place with --output"
        case .cannotWriteMetrics(let path, let reason):
            "cannot write the metrics \(path): \(reason); name another place with --metrics"
        case .notAReport(let path):
            "cannot write the report \(path): something else than an Andon report is there; name another place with --output"
        }
    }
}

/// A file of a report, written in blocks.
package struct ReportFile: ~Copyable {
    private let handle: FileHandle
    private var buffer: [UInt8] = []

    init(path: String, attributes: [FileAttributeKey: Any]? = nil) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: attributes) else {
            throw CocoaError(
                .fileWriteUnknown,
                userInfo: [NSUnderlyingErrorKey: NSError(domain: NSPOSIXErrorDomain, code: Int(errno))])
        }
        handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    }

    package mutating func write(_ text: String) throws {
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= 1 << 16 { try flush() }
    }

    package mutating func write(_ bytes: [UInt8]) throws {
        buffer.append(contentsOf: bytes)
        if buffer.count >= 1 << 16 { try flush() }
    }

    /// Writes what `body` appends.
    mutating func write(_ body: (inout [UInt8]) -> Void) throws {
        body(&buffer)
        if buffer.count >= 1 << 16 { try flush() }
    }

    private mutating func flush() throws {
        try handle.write(contentsOf: buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    mutating func close() throws {
        try flush()
        try handle.synchronize()
        try handle.close()
    }
}
