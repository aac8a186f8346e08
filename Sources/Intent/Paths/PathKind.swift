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
        let (folders, name, stem, suffix) = (names.folders, names.name, names.stem, names.suffix)
        let written = path.split(separator: "/").last ?? ""
        let isBuild = Self.isBuild(name, suffix: suffix)
        if PathExclusion.reason(names) != nil {
            self = .excluded
        } else if Self.isTest(folders, name: name, stem: stem, written: written) {
            self = .test
        } else if Self.isDocumentation(folders, name: name, suffix: suffix, written: written, isBuild: isBuild) {
            self = .documentation
        } else if Self.isConfiguration(folders, name: name, suffix: suffix, isBuild: isBuild) {
            self = .configuration
        } else {
            self = isBuild ? .build : .production
        }
    }

    private static func isTest(
        _ folders: ArraySlice<String>, name: String, stem: String, written: Substring
    ) -> Bool {
        if folders.contains(where: {
            PathTable.testFolders.contains($0) || $0.hasSuffix("_tests") || $0.hasSuffix("-tests")
        })
            || folders.first.map(PathTable.testTopFolders.contains) ?? false
        {
            return true
        }
        return PathTable.testEndings.contains(where: stem.hasSuffix)
            || PathTable.testBeginnings.contains(where: name.hasPrefix) || PathTable.testNames.contains(name)
            || isTestType(String(written.prefix { $0 != "." }))
    }

    /// `ParserTests`, `ParserTest`, `ParserIT`: a capital behind a small letter, which keeps `latest` and `LIMIT` out.
    private static func isTestType(_ base: String) -> Bool {
        PathTable.testCapitals.contains { ending in
            base.hasSuffix(ending) && base.dropLast(ending.count).last.map { $0.isLowercase || $0.isNumber } ?? false
        }
    }

    private static func isDocumentation(
        _ folders: ArraySlice<String>, name: String, suffix: String, written: Substring, isBuild: Bool
    ) -> Bool {
        let isPage = suffix.count == 1 && suffix >= "1" && suffix <= "9"
        // `README`, `NEWS.0`, `COPYING-GPL`: in capitals and without a language's extension; `security.c` and `install`
        // are code.
        let isNamed =
            (suffix.isEmpty || suffix == "in" || suffix.allSatisfy(\.isNumber)) && written.first?.isUppercase ?? false
            && PathTable.documentationNames.contains(String(name.prefix { $0 != "." && $0 != "-" }))
        return (PathTable.documentationExtensions.contains(suffix) && !isBuild) || isNamed
            || folders.contains(where: PathTable.documentationFolders.contains)
            || (isPage && folders.contains(where: PathTable.manualFolders.contains))
    }

    private static func isConfiguration(_ folders: ArraySlice<String>, name: String, suffix: String, isBuild: Bool)
        -> Bool
    {
        if PathTable.configurationNames.contains(name)
            || folders.contains(where: PathTable.configurationFolders.contains)
        {
            return true
        }
        return !isBuild
            && (PathTable.configurationExtensions.contains(suffix) || (name.hasPrefix(".") && suffix != "swift"))
    }

    private static func isBuild(_ name: String, suffix: String) -> Bool {
        PathTable.buildNames.contains(name) || PathTable.buildExtensions.contains(suffix)
            || PathTable.buildBeginnings.contains(where: name.hasPrefix)
    }
}
