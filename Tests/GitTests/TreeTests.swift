import Testing

@testable import Git

@Suite struct TreeTests {
    @Test(
        "What differs between a commit's tree and its first parent's is what git diff-tree says",
        arguments: [
            "linear", "merges", "renames", "modes", "symlinks", "submodules", "subfolders", "odd-paths", "invalid-utf8",
            "octopus-merge", "several-roots", "directory-rename", "hostile-text", "binary",
        ])
    func differences(name: String) throws {
        let fixture = try Fixture(name)
        let repository = try Repository(path: fixture.path)
        let (history, _) = try History.read(from: repository.commit(nil), in: repository)
        for position in 0..<history.count {
            let parent = history.parents(of: position).first.map { history.trees[Int($0)] }
            var mine = TreeChanges()
            try mine.append(from: parent, to: history.trees[position], in: repository)
            let theirs = try fixture.git(
                "diff-tree", "-r", "-z", "--raw", "--no-renames", "--no-abbrev", parent?.hex ?? Self.emptyTree,
                history.trees[position].hex)
            #expect(mine.changes.map { Self.row($0, mine) } == Self.rows(theirs.output))
        }
    }

    @Test("Trees that git fsck complains about are read, or refused as corrupt")
    func oddTrees() throws {
        let fixture = try Fixture("odd-trees")
        let repository = try Repository(path: fixture.path)
        let (history, _) = try History.read(from: repository.commit(nil), in: repository)
        let sound = history.trees[0]
        for tree in history.trees {
            var forth = TreeChanges()
            try forth.append(from: sound, to: tree, in: repository)
            var back = TreeChanges()
            try back.append(from: tree, to: sound, in: repository)
            #expect(forth.changes.count == back.changes.count)
        }
    }

    @Test("A file is found by its path, a folder and what is missing are not")
    func lookup() throws {
        let fixture = try Fixture("subfolders")
        let repository = try Repository(path: fixture.path)
        let commit = try repository.commit(nil)
        let tree = try #require(ObjectID(hex: try fixture.lines("rev-parse", "\(commit.hex)^{tree}")[0]))
        for path in try fixture.lines("ls-tree", "-r", "--name-only", "HEAD") {
            let entry = try #require(try repository.entry(at: path, in: tree))
            #expect([entry.id.hex] == (try fixture.lines("rev-parse", "HEAD:\(path)")))
        }
        #expect(try repository.entry(at: "no/such/file", in: tree) == nil)
        #expect(try repository.entry(at: "", in: tree) == nil)
    }

    @Test(
        "A renamed file's source is the one that git blame finds",
        arguments: ["renames", "directory-rename", "rename-swap"])
    func renames(name: String) throws {
        let fixture = try Fixture(name)
        let repository = try Repository(path: fixture.path)
        let (history, _) = try History.read(from: repository.commit(nil), in: repository)
        var found = 0
        for position in 1..<history.count {
            var changes = TreeChanges()
            try changes.append(
                from: history.trees[Int(history.parents(of: position).first!)], to: history.trees[position],
                in: repository)
            func candidates(_ isOne: (TreeChange) -> Bool) -> [RenameCandidate] {
                changes.changes.filter(isOne).map {
                    RenameCandidate(path: Array(changes.path(of: $0)), entry: ($0.old ?? $0.new)!)
                }
            }
            let (added, deleted) = (candidates { $0.old == nil }, candidates { $0.new == nil })
            var search = RenameSearch()
            let sources = search.sources(of: added, among: RenameSources(deleted), in: repository)
            let wasLimited = search.wasLimited
            #expect(!wasLimited)
            // One in five: every process costs.
            for (target, source) in zip(added, sources).enumerated().filter({ added.count < 40 || $0.offset % 5 == 0 })
                .map(\.element)
            {
                let path = String(decoding: target.path, as: UTF8.self)
                let mine = source.map { String(decoding: deleted[$0].path, as: UTF8.self) }
                let blame = try fixture.lines("blame", "--porcelain", "\(history.ids[position].hex)^!", "--", path)
                // Lines from before the commit name the path that they came from.
                let theirs = Self.pathOfOlderLines(blame, commit: history.ids[position].hex)
                if try repository.blob(target.entry.id).isEmpty { continue }
                #expect(mine == theirs, "\(path) of \(history.ids[position].hex)")
                found += mine == nil ? 0 : 1
            }
        }
        #expect(found > 0 || name == "rename-swap")
    }

    private static let emptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"

    private static func row(_ change: TreeChange, _ changes: TreeChanges) -> String {
        func text(_ entry: TreeEntry?) -> String { entry.map { "\($0.kind) \($0.id.hex)" } ?? "-" }
        return "\(text(change.old)) \(text(change.new)) \(String(path: changes.path(of: change)))"
    }

    /// `:oldmode newmode old new status NUL path NUL`, changes of mode alone left out.
    private static func rows(_ output: [UInt8]) -> [String] {
        let fields = output.split(separator: 0)
        func text(_ mode: Substring, _ id: Substring) -> String {
            switch mode {
            case "000000": "-"
            case "120000": "symbolicLink \(id)"
            case "160000": "submodule \(id)"
            default: "file \(id)"
            }
        }
        return stride(from: 0, to: fields.count - 1, by: 2).compactMap { index in
            let words = String(decoding: fields[index].dropFirst(), as: UTF8.self).split(separator: " ")
            let (old, new) = (text(words[0], words[2]), text(words[1], words[3]))
            return old == new ? nil : "\(old) \(new) \(String(path: fields[index + 1]))"
        }
    }

    private static func pathOfOlderLines(_ porcelain: [String], commit: String) -> String? {
        var isOlder = false
        for line in porcelain {
            if line.count > 40, line.prefix(40).allSatisfy(\.isHexDigit) { isOlder = !line.hasPrefix(commit) }
            if isOlder, line.hasPrefix("filename ") { return String(line.dropFirst(9)) }
        }
        return nil
    }
}
