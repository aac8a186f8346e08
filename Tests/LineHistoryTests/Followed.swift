import Testing

@testable import Git
@testable import LineHistory

/// The line history of a fixture's revision, with answers in git's words.
struct Followed {
    let lines: LineHistory
    let lives: LineLives

    init(
        _ fixture: Fixture, _ revision: String? = nil, jobs: Int = 1, ignoring: [String] = [],
        surroundedFrom: Int? = nil, memory: LineMemory? = nil
    ) throws {
        let repository = try Repository(path: fixture.path)
        let (history, _) = try History.read(from: repository.commit(revision), in: repository)
        let positions = history.positions()
        var options = LineHistory.Options()
        options.jobs = jobs
        options.memory = memory
        if let first = surroundedFrom { options.surrounded = Set(UInt32(first)..<UInt32(history.count)) }
        for name in ignoring {
            options.ignoredRevisions.insert(try #require(ObjectID(hex: name).flatMap { positions[$0] }))
        }
        lines = try LineHistory.follow(history, repositoryPath: repository.gitDirectory, options: options)
        lives = lines.lives
    }

    /// By path: for each line its commit and the number that it had there, from 1.
    var origins: [String: [String]] {
        var result: [String: [String]] = [:]
        for file in lines.tip
        where file.content == .text && lines.versions[Int(file.version)].entry?.kind == .file {
            result[String(path: lines.paths[file.path])] = file.runs.flatMap { run in
                (0..<run.count).map { "\(sha(run.version)) \(run.line + $0 + 1)" }
            }
        }
        return result
    }

    func sha(_ version: VersionNumber) -> String { lines.history.ids[lines.commit(of: version)].hex }

    /// The same for lines seen through reindentation and ignored revisions.
    func substantiveOrigins(of path: String) -> [String] {
        guard let file = lines.tip.first(where: { String(path: lines.paths[$0.path]) == path }) else { return [] }
        return file.runs.flatMap { run in
            (0..<run.count).map {
                let origin = lines.substantiveOrigin(version: run.version, line: run.line + $0)
                return "\(sha(origin.version)) \(origin.line + 1)"
            }
        }
    }

    /// Deaths as `writer path:line killer`, commits by subject; one a line.
    func deaths(named subjects: [String: String]) -> [String] {
        lives.deaths.flatMap { death in
            (0..<death.run.count).map { offset in
                let path = String(path: lines.paths[lines.versions[Int(death.run.version)].path])
                let (writer, killer) = (subjects[sha(death.run.version)]!, subjects[sha(death.by)]!)
                return "\(writer) \(path):\(death.run.line + offset + 1) \(killer)"
            }
        }
    }
}

extension Fixture {
    /// What `git blame` says of a file: for each line its commit and the number that it had there.
    func blame(_ revision: String, _ path: [UInt8], _ options: [String] = []) throws -> [String] {
        // A path may be no text, and so go through no argument: git takes it from the shell's own quoting.
        let script = "exec git blame --porcelain \(options.joined(separator: " ")) \(revision) -- \(Self.quoted(path))"
        let done = try Program.run(["bash", "-c", script], in: self.path)
        try #require(done.status == 0, "git blame of \(String(path: path)): \(done.errors)")
        return done.output.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).compactMap { line in
            guard line.count > 41, line.prefix(40).allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else {
                return nil
            }
            let words = String(decoding: line, as: UTF8.self).split(separator: " ")
            return words.count >= 3 && Int(words[1]) != nil ? "\(words[0]) \(words[1])" : nil
        }
    }

    /// Regular files without a NUL among their first 8,000 bytes.
    func textFiles(_ revision: String) throws -> [[UInt8]] {
        try git("ls-tree", "-r", "-z", revision).output.split(separator: 0).compactMap { entry in
            guard entry.starts(with: "100".utf8), let tab = entry.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
            let id = String(decoding: entry[..<tab], as: UTF8.self).split(separator: " ")[2]
            let content = try git("cat-file", "blob", String(id)).output
            return content.prefix(8000).contains(0) ? nil : Array(entry[(tab + 1)...])
        }
    }

    /// By commit: added and deleted lines of `git log --numstat --no-renames`.
    func numstat() throws -> [String: (added: Int, deleted: Int)] {
        var result: [String: (added: Int, deleted: Int)] = [:]
        var commit = ""
        for line in try lines("log", "--numstat", "--no-renames", "--no-textconv", "--format=commit %H", "HEAD", "--") {
            if line.hasPrefix("commit ") {
                commit = String(line.dropFirst(7))
                result[commit] = (0, 0)
            } else if case let fields = line.split(separator: "\t"), fields.count >= 2 {
                result[commit]!.added += Int(fields[0]) ?? 0
                result[commit]!.deleted += Int(fields[1]) ?? 0
            }
        }
        return result
    }

    /// The first line of each commit's message by its name.
    func subjects() throws -> [String: String] {
        var result: [String: String] = [:]
        for line in try lines("log", "--all", "--format=%H %s") {
            result[String(line.prefix(40))] = String(line.dropFirst(41))
        }
        return result
    }

    /// `$'…'` with every byte that is no letter or digit as an escape.
    private static func quoted(_ bytes: [UInt8]) -> String {
        let text = bytes.map { byte in
            let scalar = Unicode.Scalar(byte)
            let hex = String(byte, radix: 16)
            return byte < 0x80 && Character(scalar).isLetter ? String(scalar) : "\\x" + (hex.count < 2 ? "0" : "") + hex
        }
        return "$'" + text.joined() + "'"
    }
}
