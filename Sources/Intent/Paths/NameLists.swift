/// The lists of ``PathTable`` in which one name of a path stands.
struct NameLists: OptionSet, Sendable {
    let rawValue: UInt16

    static let vendored = NameLists(rawValue: 1)
    static let lock = NameLists(rawValue: 2)
    static let generated = NameLists(rawValue: 4)
    static let data = NameLists(rawValue: 8)
    static let test = NameLists(rawValue: 16)
    static let documentation = NameLists(rawValue: 32)
    static let manual = NameLists(rawValue: 64)
    static let configuration = NameLists(rawValue: 128)
    static let build = NameLists(rawValue: 256)

    /// By the name of a folder.
    static let ofFolder = NameTable([
        (PathTable.vendoredFolders, .vendored), (PathTable.generatedFolders, .generated),
        (PathTable.testFolders, .test), (PathTable.documentationFolders, .documentation),
        (PathTable.manualFolders, .manual), (PathTable.configurationFolders, .configuration),
    ])
    /// By the name of a folder at the top.
    static let ofTopFolder = NameTable([
        (PathTable.vendoredTopFolders, .vendored), (PathTable.testTopFolders, .test),
    ])
    /// By the last name.
    static let ofName = NameTable([
        (PathTable.lockFiles, .lock), (PathTable.testNames, .test),
        (PathTable.configurationNames, .configuration), (PathTable.buildNames, .build),
    ])
    /// By the last name's beginning, in capitals.
    static let ofTitle = NameTable([(PathTable.documentationNames, .documentation)])
    /// By what follows the last dot.
    static let ofSuffix = NameTable([
        (PathTable.lockExtensions, .lock), (PathTable.generatedExtensions, .generated),
        (PathTable.dataExtensions, .data), (PathTable.documentationExtensions, .documentation),
        (PathTable.configurationExtensions, .configuration), (PathTable.buildExtensions, .build),
    ])
}

/// Names with the lists in which they stand, found by their hashes.
struct NameTable: Sendable {
    /// A place without lists is free.
    private var slots: [(hash: UInt64, lists: NameLists)]

    init(_ lists: [(names: Set<String>, meaning: NameLists)]) {
        var size = 16
        while size < lists.reduce(0, { $0 + $1.names.count }) * 4 { size *= 2 }
        slots = Array(repeating: (0, []), count: size)
        for list in lists {
            for name in list.names {
                let slot = slot(of: Token.hash(name.utf8))
                slots[slot] = (Token.hash(name.utf8), slots[slot].lists.union(list.meaning))
            }
        }
    }

    /// Empty for a name that stands in none.
    subscript(name: ArraySlice<UInt8>) -> NameLists {
        slots[slot(of: Token.hash(name))].lists
    }

    /// Where a name is, or would be.
    private func slot(of hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash >> 20) & (slots.count - 1)
        while slots[slot].hash != hash, !slots[slot].lists.isEmpty { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }
}
