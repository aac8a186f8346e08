import Foundation
import Git
import Reports

/// A list of repositories to scan: a CSV file with a row for each.
///
/// What is no table ends the run before the first scan. A slip in a row is that row's: it fails as a repository does that
/// cannot be read, and stops no other.
struct RepositoryList {
    let header: [String]
    /// The cells of the list, a row for each target, as many as the header has.
    private(set) var rows: [[String]] = []
    private(set) var targets: [ScanTarget] = []

    /// What else lies in the folder that holds the reports.
    private static let reserved: Set<String> = [RunTable.fileName, RunTable.combinedName, "summary.json"]

    private static let columns = ["path", "name", "revision", "since", "until", "paths"]

    init(path list: String) throws {
        let table = try ListTable(list)
        guard let header = table.rows.first else {
            throw UsageError(description: "\(list) is empty; it needs a header")
        }
        guard !table.damaged.contains(0) else {
            throw UsageError(description: "\(list): the header is not UTF-8; save the file as UTF-8")
        }
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
        for (index, cells) in table.rows.enumerated().dropFirst() where cells != [""] {
            // Cells that may stand in the wrong column say nothing.
            func cell(_ column: String) -> String? {
                guard cells.count == header.count, let place = places[column], !cells[place].isEmpty else { return nil }
                return cells[place]
            }
            let missing = [String](repeating: "", count: max(0, header.count - cells.count))
            rows.append(cells.prefix(header.count) + missing)
            var repository = ListedRepository(number: index + 1, list: list, cell: cell)
            if table.damaged.contains(index) { repository.slip = " is not UTF-8; save the file as UTF-8" }
            if cells.count != header.count {
                repository.slip = " has \(cells.count) cells, the header has \(header.count)"
            }
            read.append(repository)
        }
        guard !read.isEmpty else { throw UsageError(description: "\(list) names no repository") }
        targets = Self.named(&read)
    }

    /// Names of the list must differ; names by paths are told apart. A row without either is called by its number.
    private static func named(_ read: inout [ListedRepository]) -> [ScanTarget] {
        var taken = reserved
        for index in read.indices {
            guard let name = read[index].name, !taken.insert(name).inserted else { continue }
            read[index].name = nil
            read[index].path = nil
            read[index].slip = ": the name `\(name)` is taken; give another"
        }
        let paths = read.lazy.filter { $0.name == nil }.compactMap(\.path)
        let byPath = RepositoryNames(Array(paths), taken: taken).names
        taken.formUnion(byPath)
        let numbers = read.lazy.filter { $0.name == nil && $0.path == nil }.map { "row-\($0.number)" }
        var (others, rest) = (byPath[...], RepositoryNames(Array(numbers), taken: taken).names[...])
        return read.map { row in
            row.target(name: row.name ?? (row.path == nil ? rest.removeFirst() : others.removeFirst()))
        }
    }
}

/// The rows of a list, its header first.
private struct ListTable {
    private(set) var rows: [[String]] = []
    /// Places of rows with bytes that are no UTF-8; what can be read of them is.
    private(set) var damaged: Set<Int> = []

    init(_ list: String) throws {
        let bytes = try TextFile.bytes(list)
        var reader = CSVReader()
        var isDamaged = false
        // A line ends one row at most, and UTF-8 never has the byte of its end inside a character.
        var rest = bytes[...]
        while !rest.isEmpty {
            let end = rest.firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? rest.endIndex - 1
            let line = rest[...end]
            rest = rest[(end + 1)...]
            isDamaged = isDamaged || String(validating: line, as: UTF8.self) == nil
            reader.read(line) { add($0, &isDamaged) }
        }
        guard !reader.isInQuotes else {
            throw UsageError(description: "\(list): row \(rows.count + 1) opens a quotation mark that nothing closes")
        }
        reader.finish { add($0, &isDamaged) }
    }

    private mutating func add(_ row: [String], _ isDamaged: inout Bool) {
        if isDamaged { damaged.insert(rows.count) }
        rows.append(row)
        isDamaged = false
    }
}

/// A row of the list.
private struct ListedRepository {
    /// From 1, the header's.
    let number: Int
    /// nil where the row has none that could be opened.
    var path: String?
    /// nil where the row has none that could name a folder.
    var name: String?
    /// What is wrong with the row, behind its number.
    var slip: String?
    private let list: String
    private var revision: String?
    private var since: Day?
    private var until: Day?
    private var pathspecs: [String] = []

    /// - Parameters:
    ///   - list: its path; a relative path of a repository begins at its folder.
    ///   - cell: gives the text of a column; nil for none.
    init(number: Int, list: String, cell: (String) -> String?) {
        self.number = number
        self.list = list
        name = cell("name")
        if let name, !Self.canNameFolder(name) {
            slip = ": the name `\(name.prefix(40))` cannot name a folder"
            self.name = nil
        }
        revision = harmless("revision", cell)
        since = day("since", cell)
        until = day("until", cell)
        pathspecs = (harmless("paths", cell) ?? "").split(separator: ";").map(String.init)
        for pattern in pathspecs {
            guard let objection = Pathspec.objection(to: pattern) else { continue }
            slip = ": `paths`: \(pattern.prefix(40)): \(objection)"
        }
        let folder = (list as NSString).deletingLastPathComponent
        if let path = harmless("path", cell) {
            self.path = path.hasPrefix("/") || folder.isEmpty ? path : folder + "/" + path
        } else if cell("path") == nil {
            slip = " has no path"
        }
    }

    func target(name: String) -> ScanTarget {
        ScanTarget(
            path: path ?? "", name: name, revision: revision, since: since, until: until, pathspecs: pathspecs,
            slip: slip.map { UsageError(description: "\(list): row \(number)" + $0) })
    }

    private mutating func harmless(_ column: String, _ cell: (String) -> String?) -> String? {
        guard let text = cell(column) else { return nil }
        // To libgit2 and the system, a text ends at the first NUL.
        guard !text.utf8.contains(0) else {
            slip = ": NUL in `\(column)`"
            return nil
        }
        return text
    }

    private mutating func day(_ column: String, _ cell: (String) -> String?) -> Day? {
        guard let text = cell(column) else { return nil }
        guard let day = Day(argument: text) else {
            slip = ": `\(column)` takes YYYY-MM-DD, not \(text.prefix(40))"
            return nil
        }
        return day
    }

    private static func canNameFolder(_ name: String) -> Bool {
        ![".", ".."].contains(name) && !name.contains("/") && name.utf8.count <= 200
            && !name.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}
