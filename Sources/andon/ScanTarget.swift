import Foundation

/// One repository to scan, and which of the options it has for itself.
struct ScanTarget {
    let path: String
    /// Its name in the report, and that of its folder.
    let name: String
    var revision: String?
    var since: Day?
    var until: Day?
    var pathspecs: [String] = []
    /// Why it cannot be scanned as it is asked for.
    var slip: UsageError?

    /// Those of a command line.
    static func all(_ paths: [String]) -> [ScanTarget] {
        zip(paths, RepositoryNames(paths).names).map { ScanTarget(path: $0, name: $1) }
    }
}

/// Names for repositories by the last part of their paths, told apart by a number where they are alike.
struct RepositoryNames {
    let names: [String]

    /// - Parameter taken: names that others have.
    init(_ paths: [String], taken: Set<String> = []) {
        var taken = taken
        names = paths.map { path in
            let plain = Self.plain(path)
            var name = plain
            var number = 1
            while !taken.insert(name).inserted {
                number += 1
                name = "\(plain)-\(number)"
            }
            return name
        }
    }

    private static func plain(_ path: String) -> String {
        var url = URL(fileURLWithPath: path).standardizedFileURL
        if url.lastPathComponent == ".git" { url.deleteLastPathComponent() }
        var name = url.lastPathComponent
        if name.hasSuffix(".git"), name.count > 4 { name.removeLast(4) }
        return name.isEmpty || name == "/" ? "repository" : name
    }
}
