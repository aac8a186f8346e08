import Foundation
import Git
import Reports

/// A list of repositories to scan: a CSV file with a row for each.
///
/// It is read whole before the first scan, so that a slip in the last row is told at once.
struct RepositoryList {
    let header: [String]
    /// The cells of the list, a row for each target.
    private(set) var rows: [[String]] = []
    private(set) var targets: [ScanTarget] = []

    /// What else lies in the folder that holds the reports.
    private static let reserved: Set<String> = [RunTable.fileName, RunTable.combinedName, "summary.json"]

    private static let columns = ["path", "name", "revision", "since", "until", "paths"]

    init(path list: String) throws {
        var table: [[String]] = []
        var reader = CSVReader()
        reader.read(try TextFile.utf8(list)) { table.append($0) }
        reader.finish { table.append($0) }
        guard let header = table.first else { throw UsageError(description: "\(list) is empty; it needs a header") }
        self.header = header
        var places: [String: Int] = [:]
        for (place, name) in header.enumerated() where Self.columns.contains(name) {
            guard places.updateValue(place, forKey: name) == nil else {
                throw UsageError(description: "\(list) has two columns `\(name)`")
            }
        }
        guard places["path"] != nil else {
            let names = header.prefix(20).joined(separator: ", ")
            throw UsageError(description: "\(list) has no column `path`; its columns are \(names)")
        }
        var read: [ListedRepository] = []
        for (number, cells) in table.enumerated().dropFirst() where cells != [""] {
            let place = "\(list): row \(number + 1)"
            guard cells.count == header.count else {
                throw UsageError(description: "\(place) has \(cells.count) cells, the header has \(header.count)")
            }
            rows.append(cells)
            read.append(
                try ListedRepository(place: place, folder: (list as NSString).deletingLastPathComponent) { column in
                    places[column].map { cells[$0] }.flatMap { $0.isEmpty ? nil : $0 }
                })
        }
        guard !read.isEmpty else { throw UsageError(description: "\(list) names no repository") }
        targets = try Self.named(read)
    }

    /// Names of the list must differ; names by paths are told apart.
    private static func named(_ read: [ListedRepository]) throws(UsageError) -> [ScanTarget] {
        var taken = reserved
        for repository in read {
            guard let name = repository.name else { continue }
            guard taken.insert(name).inserted else {
                throw UsageError(description: "\(repository.place): the name `\(name)` is taken; give another")
            }
        }
        var others = RepositoryNames(read.filter { $0.name == nil }.map(\.path), taken: taken).names[...]
        return read.map { $0.target(name: $0.name ?? others.removeFirst()) }
    }
}

/// A row of the list.
private struct ListedRepository {
    /// The row, for errors.
    let place: String
    let path: String
    let name: String?
    private let revision: String?
    private let since: Day?
    private let until: Day?
    private let pathspecs: [String]

    /// - Parameters:
    ///   - folder: what a relative path begins at; empty for the current directory.
    ///   - cell: gives the text of a column; nil for none.
    init(place: String, folder: String, cell: (String) -> String?) throws(UsageError) {
        func harmless(_ column: String) throws(UsageError) -> String? {
            guard let text = cell(column) else { return nil }
            // To libgit2 and the system, a text ends at the first NUL.
            guard !text.utf8.contains(0) else { throw UsageError(description: "\(place): NUL in `\(column)`") }
            return text
        }
        func day(_ column: String) throws(UsageError) -> Day? {
            guard let text = cell(column) else { return nil }
            guard let day = Day(argument: text) else {
                throw UsageError(description: "\(place): `\(column)` takes YYYY-MM-DD, not \(text.prefix(40))")
            }
            return day
        }
        self.place = place
        guard let path = try harmless("path") else { throw UsageError(description: "\(place) has no path") }
        self.path = path.hasPrefix("/") || folder.isEmpty ? path : folder + "/" + path
        name = cell("name")
        if let name {
            let isFileName =
                ![".", ".."].contains(name) && !name.contains("/") && name.utf8.count <= 200
                && !name.unicodeScalars.contains { $0.properties.generalCategory == .control }
            guard isFileName else {
                throw UsageError(description: "\(place): the name `\(name.prefix(40))` cannot name a folder")
            }
        }
        revision = try harmless("revision")
        since = try day("since")
        until = try day("until")
        pathspecs = (try harmless("paths") ?? "").split(separator: ";").map(String.init)
        for pattern in pathspecs {
            guard let objection = Pathspec.objection(to: pattern) else { continue }
            throw UsageError(description: "\(place): `paths`: \(pattern.prefix(40)): \(objection)")
        }
    }

    func target(name: String) -> ScanTarget {
        ScanTarget(path: path, name: name, revision: revision, since: since, until: until, pathspecs: pathspecs)
    }
}
