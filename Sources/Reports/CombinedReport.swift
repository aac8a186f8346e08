import Foundation

/// The tables of several reports in one folder: each CSV file holds the rows of all, report after report, under one
/// header.
///
/// Every table of a report has a column `repository`, which tells the rows apart. Files are copied in blocks, so that
/// memory does not grow with them.
package struct CombinedReport {
    /// A report in its place.
    package struct Part: Sendable {
        let repository: String
        let folder: String

        package init(repository: String, folder: String) {
            self.repository = repository
            self.folder = folder
        }
    }

    private let parts: [Part]

    package init(_ parts: [Part]) {
        self.parts = parts
    }

    /// Writes a file for every name of a CSV file that some report has, and puts the folder in its place.
    package func write(to path: String) throws(ReportError) {
        let folder = try ReportFolder(path: path, mark: "commits.csv")
        do {
            for name in try names() {
                try folder.write(name) { file in
                    var header: [UInt8]?
                    for part in parts where FileManager.default.fileExists(atPath: part.folder + "/" + name) {
                        try Self.append(part, name, under: &header, to: &file)
                    }
                }
            }
            try folder.publish()
        } catch {
            folder.discard()
            throw error
        }
    }

    private func names() throws(ReportError) -> [String] {
        var names: Set<String> = []
        for part in parts {
            do {
                names.formUnion(try FileManager.default.contentsOfDirectory(atPath: part.folder))
            } catch {
                throw ReportError.cannotWrite(path: part.folder, reason: ReportFolder.reason(error))
            }
        }
        return names.filter { $0.hasSuffix(".csv") }.sorted()
    }

    private static func append(
        _ part: Part, _ name: String, under header: inout [UInt8]?, to file: inout ReportFile
    ) throws {
        let source = try FileHandle(forReadingFrom: URL(fileURLWithPath: part.folder + "/" + name))
        var head: [UInt8] = []
        var isInHead = true
        while let piece = try source.read(upToCount: 1 << 16), !piece.isEmpty {
            var rows = Array(piece)
            if isInHead {
                // No name of a column holds a line end.
                let end = rows.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
                head += rows[..<(end ?? rows.count)]
                guard let end else { continue }
                rows.removeFirst(end)
                isInHead = false
                if let header {
                    guard header == head else { throw ColumnsDiffer(repository: part.repository) }
                } else {
                    header = head
                    try file.write(head)
                }
            }
            try file.write(rows)
        }
    }
}

/// Two reports have tables of one name with other columns.
private struct ColumnsDiffer: LocalizedError {
    let repository: String

    var errorDescription: String? { "the table of \(repository) has other columns than the ones before" }
}
