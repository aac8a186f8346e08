import Foundation
import Metrics

/// The tables of several reports in one folder: each CSV file holds the rows of all, report after report, under one
/// header; and a comparison over all of them.
///
/// Every table of a report has a column `repository`, which tells the rows apart. Files are copied in blocks, so that
/// memory does not grow with them.
package struct CombinedReport {
    /// A repository of the list.
    package struct Part: Sendable {
        let comparisons: RepositoryComparisons
        /// Where its report is; `nil` for one that has none of this run.
        package let folder: String?

        package init(_ comparisons: RepositoryComparisons, folder: String?) {
            self.comparisons = comparisons
            self.folder = folder
        }
    }

    private let parts: [Part]
    private let hasByteOrderMark: Bool
    /// What the repositories say together.
    package let comparisons: CombinedComparisons

    package init(_ parts: [Part], hasByteOrderMark: Bool) {
        self.parts = parts
        comparisons = CombinedComparisons(parts.map(\.comparisons))
        self.hasByteOrderMark = hasByteOrderMark
    }

    /// Writes each table that some report has, what is combined, and a description of all columns; then puts the folder in
    /// its place.
    package func write(to path: String) throws(ReportError) {
        let folder = try ReportFolder(path: path, kind: .combined)
        do {
            var written: [TableSchema] = []
            for schema in ReportTables.schemas {
                let sources = parts.compactMap { part in
                    part.folder.map { (part.comparisons.repository, $0 + "/" + schema.name + ".csv") }
                }.filter { FileManager.default.fileExists(atPath: $0.1) }
                guard !sources.isEmpty else { continue }
                try folder.write(schema.name + ".csv") { file in
                    var header: [UInt8]?
                    for (repository, path) in sources { try Self.append(path, repository, under: &header, to: &file) }
                }
                written.append(schema)
            }
            let csv = CSVReport(folder: folder, hasByteOrderMark: hasByteOrderMark)
            for table in ReportTables.combined(comparisons) {
                try table.write(csv)
                written.append(table.schema)
            }
            let package = DataPackage(combined: written, hasByteOrderMark: hasByteOrderMark)
            try folder.write("datapackage.json") { try $0.write(package.bytes()) }
            try folder.publish()
        } catch {
            folder.discard()
            throw error
        }
    }

    private static func append(
        _ path: String, _ repository: String, under header: inout [UInt8]?, to file: inout ReportFile
    ) throws {
        let source = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
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
                    guard header == head else { throw ColumnsDiffer(repository: repository) }
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
