import Foundation
import Testing

/// The built program, beside the test bundle.
enum Andon {
    static let binary = Bundle.main.executableURL!.deletingLastPathComponent().appending(path: "andon").path

    static func run(
        _ arguments: [String], in folder: String = "/", adding environment: [String: String] = [:],
        input: String = "", interruptWhen: (() -> Bool)? = nil
    ) throws -> Program {
        try Program.run(
            [binary] + arguments, in: folder, adding: environment, input: Array(input.utf8),
            interruptWhen: interruptWhen)
    }

    /// With something on its standard input.
    static func run(_ arguments: String..., in folder: String = "/", input: String = "") throws -> Program {
        try run(arguments, in: folder, input: input)
    }

    /// With a limit on the size of every file it writes, in blocks of 1,024 bytes: beyond it, writing fails.
    static func runLimited(_ arguments: [String], blocks: Int, in folder: String) throws -> Program {
        try Program.run(
            ["bash", "-c", "ulimit -f \(blocks); exec \"$@\"", "bash", binary] + arguments, in: folder)
    }

    /// With a standard output that takes nothing.
    static func runUnheard(_ arguments: [String], in folder: String) throws -> Program {
        try Program.run(["bash", "-c", "exec \"$@\" >/dev/full", "bash", binary] + arguments, in: folder)
    }

    /// As somebody whom file rights bind, which they do not root; nil where that cannot be done.
    static func runBound(_ arguments: [String], in folder: String, home: String) throws -> Program? {
        let somebody = getuid() == 0 ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []
        func run(_ arguments: [String]) throws -> Program {
            try Program.run(somebody + [binary] + arguments, in: folder, adding: ["HOME": home])
        }
        // The program may lie where nobody else can read it.
        return try run(["--version"]).status == 0 ? run(arguments) : nil
    }

    /// The same with standard output and standard error on a terminal; what it printed, in one.
    static func runOnTerminal(_ arguments: [String], in folder: String) throws -> Program {
        let command = ([binary] + arguments).map { "'" + $0.replacing("'", with: "'\\''") + "'" }.joined(separator: " ")
        return try Program.run(
            ["script", "--quiet", "--return", "--command", command, "/dev/null"], in: folder,
            adding: ["TERM": "xterm", "SHELL": "/bin/sh"])
    }
}

extension Fixture {
    /// Runs andon in the fixture's place, a folder that is empty before.
    func andon(_ arguments: String...) throws -> Program {
        try Andon.run(arguments, in: place)
    }

    /// Scans into `report` in the fixture's place, and gives the report's files by name.
    func report(_ options: String..., path: String? = nil, name: String = "report") throws -> [String: [UInt8]] {
        try report(options, path: path, name: name)
    }

    func report(_ options: [String], path: String? = nil, name: String = "report") throws -> [String: [UInt8]] {
        let done = try Andon.run(["scan", path ?? self.path, "--output", name] + options, in: place)
        try #require(done.status == 0, "\(done.errors)")
        return try files(name)
    }

    /// The files of a folder in the fixture's place.
    func files(_ name: String) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for file in try FileManager.default.contentsOfDirectory(atPath: place + "/" + name) {
            files[file] = Array(try Data(contentsOf: URL(filePath: "\(place)/\(name)/\(file)")))
        }
        return files
    }

    /// What stands in the fixture's place, hidden files too.
    func leftovers() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: place).sorted()
    }
}

/// A table of a report.
struct CSVFile {
    let header: [String]
    let rows: [[String: String]]

    /// Reads RFC 4180.
    init(_ bytes: [UInt8]?) throws {
        var records: [[String]] = []
        var record: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var bytes = try #require(bytes)[...]
        while let byte = bytes.popFirst() {
            switch (byte, isQuoted) {
            case (UInt8(ascii: "\""), true) where bytes.first == byte:
                cell.append(byte)
                bytes.removeFirst()
            case (UInt8(ascii: "\""), _): isQuoted.toggle()
            case (UInt8(ascii: ","), false), (UInt8(ascii: "\r"), false):
                record.append(String(decoding: cell, as: UTF8.self))
                cell = []
            case (UInt8(ascii: "\n"), false):
                records.append(record)
                record = []
            default: cell.append(byte)
            }
        }
        header = try #require(records.first)
        let names = header
        rows = records.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
    }

    func column(_ name: String) -> [String] { rows.map { $0[name] ?? "" } }
}
