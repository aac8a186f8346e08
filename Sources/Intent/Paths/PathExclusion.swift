/// Why nobody edits a file line by line, so that its lines are outside all measures of churn.
package enum PathExclusion: String, CaseIterable, Sendable {
    /// Other people's code, kept as it came.
    case vendored
    /// The exact versions that a package manager chose.
    case lockFile = "lock_file"
    case minified
    /// Written by a program.
    case generated
    /// Pictures, archives, translations and other things that are no text of the program.
    case data
    case binary
    /// Above the limit for a file.
    case tooLarge = "too_large"
}

extension PathExclusion {
    /// The reason that a path gives by its names, nil where it gives none.
    package static func byName(path: String) -> PathExclusion? {
        let parts = path.split(separator: "/").suffix(64).map { $0.lowercased() }
        guard let name = parts.last else { return nil }
        let suffix = name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? ""
        return reason(folders: parts.dropLast(), name: name, suffix: suffix)
    }

    /// Whether a file with long lines at a path is minified code, rather than prose or data.
    package static func mayBeMinified(path: String) -> Bool {
        guard let dot = path.lastIndex(of: ".") else { return false }
        return PathTable.minifiableExtensions.contains(path[path.index(after: dot)...].lowercased())
    }

    /// - Parameters: all in lower case.
    static func reason(folders: ArraySlice<String>, name: String, suffix: String) -> PathExclusion? {
        if folders.contains(where: PathTable.vendoredFolders.contains)
            || folders.first.map(PathTable.vendoredTopFolders.contains) ?? false
        {
            return .vendored
        }
        if PathTable.lockFiles.contains(name) || PathTable.lockExtensions.contains(suffix) { return .lockFile }
        if PathTable.minifiedEndings.contains(where: name.hasSuffix) { return .minified }
        if folders.contains(where: PathTable.generatedFolders.contains)
            || PathTable.generatedExtensions.contains(suffix)
            || PathTable.generatedEndings.contains(where: name.hasSuffix)
        {
            return .generated
        }
        return PathTable.dataExtensions.contains(suffix) ? .data : nil
    }
}
