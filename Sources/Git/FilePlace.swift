import Foundation

/// How a file on disk belongs to a repository.
package enum FilePlace: Sendable {
    case outside
    /// In a work tree of the repository, a linked one too, or in the repository's own folder.
    case inside
    /// In no folder of the repository but in the one that its configuration calls its work tree (`core.worktree`).
    case claimed
}

extension Repository {
    /// Where a file lies, links followed as the system follows them; a link of the repository's own is inside, wherever it leads.
    ///
    /// Work trees are found by the `.git` in them: the repository's configuration (`core.bare`, `core.worktree`) has no say in what
    /// lies outside.
    ///
    /// Cost: the folders above the file.
    package func place(of file: String) -> FilePlace {
        let own = [commonDirectory, gitDirectory].compactMap(RealPath.of)
        let folders = Self.folders(of: file)
        for folder in folders {
            for above in RealPath.chain(folder) {
                if own.contains(above) { return .inside }
                if let common = GitLink.commonDirectory(of: above), own.contains(common) { return .inside }
            }
        }
        guard let workTree = workTree.flatMap(RealPath.of) else { return .outside }
        return folders.contains { RealPath.chain($0).contains(workTree) } ? .claimed : .outside
    }

    /// The real folders of a file and of the links that lead to it.
    private static func folders(of file: String) -> [String] {
        var folders: [String] = []
        var place = file
        // As many links as the system follows.
        for _ in 0...40 {
            guard let folder = RealPath.of((place as NSString).deletingLastPathComponent) else { break }
            folders.append(folder)
            guard let target = RealPath.target(of: place) else { break }
            place = target.hasPrefix("/") ? target : folder + "/" + target
        }
        if let real = RealPath.of(file) { folders.append((real as NSString).deletingLastPathComponent) }
        return folders
    }
}

/// Paths as the system resolves them: `..` after a link leaves what the link leads to.
private enum RealPath {
    /// nil for what is not there.
    static func of(_ path: String) -> String? {
        guard let real = realpath(path.isEmpty ? "." : path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    /// What a symbolic link says; nil for everything else.
    static func target(of path: String) -> String? {
        var text = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(path, &text, text.count)
        return count < 0 ? nil : String(decoding: text.prefix(count), as: UTF8.self)
    }

    /// A folder and all above it.
    static func chain(_ folder: String) -> [String] {
        var chain = [folder]
        while let last = chain.last, last != "/", !last.isEmpty {
            chain.append((last as NSString).deletingLastPathComponent)
        }
        return chain
    }
}

/// The `.git` of a work tree: a folder, or a file that names one (gitrepository-layout, `gitfile`).
private enum GitLink {
    /// The real path of the directory that a work tree shares with those linked to it; nil for a folder that is no work tree.
    static func commonDirectory(of workTree: String) -> String? {
        let link = (workTree as NSString).appendingPathComponent(".git")
        var gitDirectory = RealPath.of(link)
        if let text = line(link, after: "gitdir:") { gitDirectory = RealPath.of(absolute(text, in: workTree)) }
        guard let gitDirectory else { return nil }
        guard let common = line(gitDirectory + "/commondir", after: "") else { return gitDirectory }
        return RealPath.of(absolute(common, in: gitDirectory))
    }

    private static func absolute(_ path: String, in folder: String) -> String {
        path.hasPrefix("/") ? path : folder + "/" + path
    }

    /// What a file says behind a word it begins with; nil for folders, and for files that say something else.
    private static func line(_ path: String, after word: String) -> String? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        // No path is longer. Of a folder nothing can be read.
        var bytes = [UInt8](repeating: 0, count: 2 * Int(PATH_MAX))
        let count = fread(&bytes, 1, bytes.count, file)
        let text = String(decoding: bytes.prefix(count), as: UTF8.self)
        guard !text.isEmpty, text.hasPrefix(word) else { return nil }
        return text.dropFirst(word.count).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
