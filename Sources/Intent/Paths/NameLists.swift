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
    static let ofFolder = table([
        (PathTable.vendoredFolders, .vendored), (PathTable.generatedFolders, .generated),
        (PathTable.testFolders, .test), (PathTable.documentationFolders, .documentation),
        (PathTable.manualFolders, .manual), (PathTable.configurationFolders, .configuration),
    ])
    /// By the last name.
    static let ofName = table([
        (PathTable.lockFiles, .lock), (PathTable.testNames, .test),
        (PathTable.configurationNames, .configuration), (PathTable.buildNames, .build),
    ])
    /// By what follows the last dot.
    static let ofSuffix = table([
        (PathTable.lockExtensions, .lock), (PathTable.generatedExtensions, .generated),
        (PathTable.dataExtensions, .data), (PathTable.documentationExtensions, .documentation),
        (PathTable.configurationExtensions, .configuration), (PathTable.buildExtensions, .build),
    ])

    private static func table(_ lists: [(names: Set<String>, meaning: NameLists)]) -> [String: NameLists] {
        var table: [String: NameLists] = [:]
        for list in lists {
            for name in list.names { table[name, default: []].insert(list.meaning) }
        }
        return table
    }
}
