extension Repository {
    /// What a tree has at a path, nil where there is nothing or a folder.
    ///
    /// - Parameter path: names separated by slashes.
    package func entry(at path: String, in tree: ObjectID) throws(GitError) -> TreeEntry? {
        var folder = tree
        let names = path.split(separator: "/").map { Array($0.utf8) }
        for (depth, name) in names.enumerated() {
            let object = try read(folder, .tree)
            var entries = RawTree(id: folder, bytes: object.bytes)
            var found: RawTreeEntry?
            while let entry = try entries.next() {
                if entry.name.elementsEqual(name) { found = entry }
            }
            guard let found else { return nil }
            if depth == names.count - 1 { return found.isTree ? nil : found.entry }
            guard found.isTree else { return nil }
            folder = found.id
        }
        return nil
    }

    /// The content of a regular file in a tree, nil where there is none or it is larger than the limit.
    package func file(at path: String, in tree: ObjectID, sizeLimit: Int) throws(GitError) -> [UInt8]? {
        guard let entry = try entry(at: path, in: tree), entry.kind == .file, try size(of: entry.id, .blob) <= sizeLimit
        else {
            return nil
        }
        return try blob(entry.id)
    }
}
