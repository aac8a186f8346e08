/// The names that a path is made of, in lower case.
struct PathNames {
    let folders: ArraySlice<String>
    /// The last name.
    let name: String
    /// The last name before its last dot, and what follows the dot.
    let stem: String
    let suffix: String

    /// Deeper folders than these are beyond what people name on purpose.
    private static let most = 64

    /// nil for a path without names.
    init?(_ path: String) {
        let parts = path.split(separator: "/").suffix(Self.most).map { $0.lowercased() }
        guard let name = parts.last else { return nil }
        let dot = name.lastIndex(of: ".")
        folders = parts.dropLast()
        self.name = name
        stem = dot.map { String(name[..<$0]) } ?? name
        suffix = dot.map { String(name[name.index(after: $0)...]) } ?? ""
    }
}
