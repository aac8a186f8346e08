/// The names that a path is made of, in lower case, and the lists in which they stand.
///
/// Names are bytes and are looked up by their hashes, so that the paths of a large tree cost little.
struct PathNames {
    /// The path in lower case.
    private let bytes: [UInt8]
    /// The last name as it is written.
    let written: ArraySlice<UInt8>
    /// Where the last name stands among the bytes, and its parts before its last dot and behind it.
    private let name: Range<Int>
    private let stem: Range<Int>
    private let suffixRange: Range<Int>
    /// Those of any of the folders.
    private(set) var folderLists: NameLists = []
    let nameLists: NameLists
    let suffixLists: NameLists
    /// Whether a folder's name ends in one of ``PathTable/testFolderEndings``.
    private(set) var isInTests = false

    /// Deeper folders than these are beyond what people name on purpose.
    private static let most = 64

    /// nil for a path without names.
    init?(_ path: String) {
        let written = Array(path.utf8)
        let bytes = written.allSatisfy { $0 < 0x80 } ? written.map(lowered) : Array(path.lowercased().utf8)
        let names = Self.names(bytes)
        guard let name = names.last else { return nil }
        self.bytes = bytes
        self.name = name
        self.written = Self.lastName(written)
        let dot = bytes[name].lastIndex(of: UInt8(ascii: "."))
        stem = name.lowerBound..<(dot ?? name.upperBound)
        suffixRange = (dot.map { $0 + 1 } ?? name.upperBound)..<name.upperBound
        nameLists = NameLists.ofName[bytes[name]]
        suffixLists = NameLists.ofSuffix[bytes[suffixRange]]
        if names.count > 1 { folderLists = NameLists.ofTopFolder[bytes[names[0]]] }
        for folder in names.dropLast() {
            folderLists.formUnion(NameLists.ofFolder[bytes[folder]])
            isInTests = isInTests || PathTable.testFolderEndings.contains { bytes[folder].ends(with: $0) }
        }
    }

    /// Where the names of a path stand.
    private static func names(_ path: [UInt8]) -> [Range<Int>] {
        var names: [Range<Int>] = []
        names.reserveCapacity(8)
        var start = 0
        for end in 0...path.count where end == path.count || path[end] == UInt8(ascii: "/") {
            if end > start { names.append(start..<end) }
            start = end + 1
        }
        return names.count > most ? Array(names.suffix(most)) : names
    }

    private static func lastName(_ path: [UInt8]) -> ArraySlice<UInt8> {
        let trimmed = path[..<((path.lastIndex { $0 != UInt8(ascii: "/") } ?? -1) + 1)]
        return trimmed[(trimmed.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)...]
    }

    /// What follows the last name's last dot; empty without one.
    var suffix: ArraySlice<UInt8> { bytes[suffixRange] }

    /// The last name up to its first dot or hyphen.
    var title: ArraySlice<UInt8> {
        bytes[name].prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "-") }
    }

    func nameBegins(with beginnings: [[UInt8]]) -> Bool {
        beginnings.contains { bytes[name].starts(with: $0) }
    }

    func nameEnds(with endings: [[UInt8]]) -> Bool { endings.contains { bytes[name].ends(with: $0) } }

    /// Whether the last name, without what follows its last dot, ends so.
    func stemEnds(with endings: [[UInt8]]) -> Bool { endings.contains { bytes[stem].ends(with: $0) } }
}

extension ArraySlice<UInt8> {
    func ends(with ending: [UInt8]) -> Bool {
        guard count >= ending.count else { return false }
        var place = endIndex - ending.count
        for byte in ending {
            if self[place] != byte { return false }
            place += 1
        }
        return true
    }
}
