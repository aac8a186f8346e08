import Foundation

/// What a folder of reports may hold. A folder is replaced only where it holds nothing else.
package struct ReportKind: Sendable {
    private let names: Set<String>

    private static let answers = [
        "gates.csv", "gates.junit.xml", "findings.sarif", "report.md", "summary.json", "datapackage.json",
    ]

    /// What a scan writes of one repository.
    package static let audit = ReportKind(
        names: Set(ReportTables.schemas.map { $0.name + ".csv" } + answers + ["report.html", "commits.ndjson"]))
    /// What the gates alone write.
    package static let gates = ReportKind(names: Set(answers))
    /// What the repositories of a list have together.
    package static let combined = ReportKind(
        names: Set(
            (ReportTables.schemas + ReportTables.combinedSchemas).map { $0.name + ".csv" } + ["datapackage.json"]))

    /// What file managers and offices leave in folders that they look at.
    private static func isDebris(_ name: String) -> Bool {
        [".DS_Store", "Thumbs.db", "desktop.ini"].contains(name) || name.hasPrefix(".~lock.")
    }

    /// - Throws: ``ReportError`` where something stands at a place that is no such report, and no empty folder.
    func check(_ path: String) throws(ReportError) {
        var isFolder: ObjCBool = false
        guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
        guard isFolder.boolValue else { throw ReportError.notAReport(path: path, name: nil) }
        do {
            for name in try FileManager.default.contentsOfDirectory(atPath: path).sorted() {
                var isFolder: ObjCBool = false
                _ = unsafe FileManager.default.fileExists(atPath: path + "/" + name, isDirectory: &isFolder)
                guard (names.contains(name) || Self.isDebris(name)) && !isFolder.boolValue else {
                    throw ReportError.notAReport(path: path, name: name)
                }
            }
        } catch let error as ReportError {
            throw error
        } catch {
            throw ReportError.cannotWrite(path: path, reason: ReportFolder.reason(error))
        }
        guard FileManager.default.isWritableFile(atPath: (path as NSString).deletingLastPathComponent) else {
            throw ReportError.cannotWrite(path: path, reason: "the folder that should hold it is not writable")
        }
    }
}
