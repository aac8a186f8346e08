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
        PathNames(path).flatMap(reason)
    }

    /// Whether a file with long lines at a path is minified code, rather than prose or data.
    package static func mayBeMinified(path: String) -> Bool {
        guard let dot = path.lastIndex(of: ".") else { return false }
        return PathTable.minifiableExtensions.contains(path[path.index(after: dot)...].lowercased())
    }

    static func reason(_ names: PathNames) -> PathExclusion? {
        if names.folderLists.contains(.vendored) { return .vendored }
        if names.nameLists.contains(.lock) || names.suffixLists.contains(.lock) { return .lockFile }
        if names.nameEnds(with: PathTable.minifiedEndings) { return .minified }
        if names.folderLists.contains(.generated) || names.suffixLists.contains(.generated)
            || names.nameEnds(with: PathTable.generatedEndings)
        {
            return .generated
        }
        return names.suffixLists.contains(.data) ? .data : nil
    }
}
