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
        names.folderLists.contains(.test) || names.isInTests || names.nameLists.contains(.test)
            || names.stemEnds(with: PathTable.testEndings) || names.nameBegins(with: PathTable.testBeginnings)
            || isTestType(names.written.prefix { $0 != UInt8(ascii: ".") })
    }

    /// `ParserTests`, `ParserTest`, `ParserIT`: a capital behind a small letter, which keeps `latest` and `LIMIT` out.
    private static func isTestType(_ base: ArraySlice<UInt8>) -> Bool {
        PathTable.testCapitals.contains { ending in
            guard base.ends(with: ending), let before = base.dropLast(ending.count).last else { return false }
            switch before {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): return true
            case 0x80...:
                let letter = String(decoding: base.dropLast(ending.count), as: UTF8.self).last
                return letter.map { $0.isLowercase || $0.isNumber } ?? false
            default: return false
            }
        }
    }

    private static func isDocumentation(_ names: PathNames, isBuild: Bool) -> Bool {
        if names.suffixLists.contains(.documentation) && !isBuild || names.folderLists.contains(.documentation) {
            return true
        }
        let suffix = names.suffix
        let isPage = suffix.count == 1 && (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(suffix.first!)
        return isPage && names.folderLists.contains(.manual) || isNamedDocumentation(names)
    }

    /// `README`, `NEWS.0`, `COPYING-GPL`: in capitals and without a language's extension; `security.c` and `install` are code.
    private static func isNamedDocumentation(_ names: PathNames) -> Bool {
        guard NameLists.ofTitle[names.title].contains(.documentation),
            String(decoding: names.written, as: UTF8.self).first?.isUppercase ?? false
        else { return false }
        return names.suffix.elementsEqual("in".utf8)
            || String(decoding: names.suffix, as: UTF8.self).allSatisfy(\.isNumber)
    }

    private static func isConfiguration(_ names: PathNames, isBuild: Bool) -> Bool {
        if names.nameLists.contains(.configuration) || names.folderLists.contains(.configuration) { return true }
        return !isBuild
            && (names.suffixLists.contains(.configuration)
                || (names.written.first == UInt8(ascii: ".") && !names.suffix.elementsEqual("swift".utf8)))
    }

    private static func isBuild(_ names: PathNames) -> Bool {
        names.nameLists.contains(.build) || names.suffixLists.contains(.build)
            || names.nameBegins(with: PathTable.buildBeginnings)
    }
}
