/// The names that a path is made of, in lower case, and the lists in which they stand.
struct PathNames {
    let folders: ArraySlice<String>
    /// The last name, and the same as it is written.
    let name: String
    let written: String
    /// The last name before its last dot, and what follows the dot.
    let stem: String
    let suffix: String
    /// Those of any of the folders.
    let folderLists: NameLists
    let nameLists: NameLists
    let suffixLists: NameLists

    /// Deeper folders than these are beyond what people name on purpose.
    private static let most = 64

    /// nil for a path without names.
    init?(_ path: String) {
        let parts = path.utf8.split(separator: UInt8(ascii: "/")).suffix(Self.most)
        guard let last = parts.last else { return nil }
        let written = String(Substring(last))
        let name = written.lowercased()
        self.written = written
        self.name = name
        folders = parts.dropLast().map { Substring($0).lowercased() }[...]
        let dot = name.utf8.lastIndex(of: UInt8(ascii: "."))
        stem = dot.map { String(name[..<$0]) } ?? name
        suffix = dot.map { String(name[name.utf8.index(after: $0)...]) } ?? ""
        folderLists = folders.reduce(into: []) { $0.formUnion(NameLists.ofFolder[$1] ?? []) }
        nameLists = NameLists.ofName[name] ?? []
        suffixLists = NameLists.ofSuffix[suffix] ?? []
    }
}

extension String {
    /// Whether the bytes begin so.
    func begins(with beginning: String) -> Bool { utf8.starts(with: beginning.utf8) }

    /// Whether the bytes end so.
    func ends(with ending: String) -> Bool { utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8) }
}
