/// What a file is for, by its path alone.
package enum PathKind: String, Sendable, CaseIterable {
    /// Code that ships, and whatever no other kind claims.
    case production
    case test
    case documentation
    /// Settings that are read, not built: editors, linters, continuous integration, data of deployment.
    case configuration
    /// What the build reads: make files, manifests of packages, compiler settings.
    case build
    /// Generated, vendored, locked, minified or binary: nobody edits it line by line.
    case excluded
}

extension PathKind {
    /// Sorts a path (`/`-separated, relative to the repository) by the names of its folders, its own name and its
    /// extension.
    ///
    /// The first that applies: excluded, test, documentation, configuration, build; else production. Linear in the
    /// path.
    package init(path: String) {
        guard let names = PathNames(path) else {
            self = .production
            return
        }
        let isBuild = Self.isBuild(names)
        if PathExclusion.reason(names) != nil {
            self = .excluded
        } else if Self.isTest(names) {
            self = .test
        } else if Self.isDocumentation(names, isBuild: isBuild) {
            self = .documentation
        } else if Self.isConfiguration(names, isBuild: isBuild) {
            self = .configuration
        } else {
            self = isBuild ? .build : .production
        }
    }

    private static func isTest(_ names: PathNames) -> Bool {
        if names.folderLists.contains(.test) || names.folders.contains(where: { $0.ends(with: "_tests") })
            || names.folders.contains(where: { $0.ends(with: "-tests") })
            || names.folders.first.map(PathTable.testTopFolders.contains) ?? false
        {
            return true
        }
        return PathTable.testEndings.contains(where: names.stem.ends)
            || PathTable.testBeginnings.contains(where: names.name.begins) || names.nameLists.contains(.test)
            || isTestType(String(Substring(names.written.utf8.prefix { $0 != UInt8(ascii: ".") })))
    }

    /// `ParserTests`, `ParserTest`, `ParserIT`: a capital behind a small letter, which keeps `latest` and `LIMIT` out.
    private static func isTestType(_ base: String) -> Bool {
        PathTable.testCapitals.contains { ending in
            base.ends(with: ending) && base.dropLast(ending.count).last.map { $0.isLowercase || $0.isNumber } ?? false
        }
    }

    private static func isDocumentation(_ names: PathNames, isBuild: Bool) -> Bool {
        let suffix = names.suffix
        let isPage = suffix.utf8.count == 1 && suffix >= "1" && suffix <= "9"
        return (names.suffixLists.contains(.documentation) && !isBuild) || names.folderLists.contains(.documentation)
            || (isPage && names.folderLists.contains(.manual)) || isNamedDocumentation(names)
    }

    /// `README`, `NEWS.0`, `COPYING-GPL`: in capitals and without a language's extension; `security.c` and `install` are code.
    private static func isNamedDocumentation(_ names: PathNames) -> Bool {
        let suffix = names.suffix
        guard suffix.isEmpty || suffix == "in" || suffix.allSatisfy(\.isNumber),
            names.written.first?.isUppercase ?? false
        else { return false }
        let end = names.name.utf8.firstIndex { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
        return PathTable.documentationNames.contains(end.map { String(names.name[..<$0]) } ?? names.name)
    }

    private static func isConfiguration(_ names: PathNames, isBuild: Bool) -> Bool {
        if names.nameLists.contains(.configuration) || names.folderLists.contains(.configuration) { return true }
        return !isBuild
            && (names.suffixLists.contains(.configuration)
                || (names.name.begins(with: ".") && names.suffix != "swift"))
    }

    private static func isBuild(_ names: PathNames) -> Bool {
        names.nameLists.contains(.build) || names.suffixLists.contains(.build)
            || PathTable.buildBeginnings.contains(where: names.name.begins)
    }
}
