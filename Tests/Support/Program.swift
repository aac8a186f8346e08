import Foundation

/// A program run to its end.
struct Program {
    let status: Int32
    let output: [UInt8]
    let errors: String

    var text: String { String(decoding: output, as: UTF8.self) }

    /// Lines of the output; the last one need not end in a line feed.
    var lines: [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    /// What programs of the tests see of their surroundings: nothing of the machine's or the user's configuration.
    static let environment: [String: String] = [
        "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C",
        "TZ": "UTC", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_ATTR_NOSYSTEM": "1",
        "GIT_TERMINAL_PROMPT": "0", "GIT_NO_REPLACE_OBJECTS": "1", "GIT_OPTIONAL_LOCKS": "0",
    ]

    /// Runs a program and waits for it.
    ///
    /// Its output goes through files: a pipe would stay open in every other program that is started meanwhile.
    ///
    /// - Parameter interruptAfter: tells when to send it an interrupt, looked at every few milliseconds.
    static func run(
        _ command: [String], in folder: String, adding environment: [String: String] = [:], input: [UInt8] = [],
        interruptWhen: (() -> Bool)? = nil
    ) throws -> Program {
        let files = FileManager.default
        let place = files.temporaryDirectory.appending(path: "andon-run-\(UUID().uuidString)")
        try files.createDirectory(at: place, withIntermediateDirectories: true)
        defer { try? files.removeItem(at: place) }
        let names = ["input", "output", "errors"].map { place.appending(path: $0) }
        try Data(input).write(to: names[0])
        for name in names[1...] { try Data().write(to: name) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        // Who runs the tests in the background may have them ignored.
        process.arguments = ["--default-signal=HUP,INT,TERM"] + command
        process.currentDirectoryURL = URL(filePath: folder)
        process.environment = Self.environment.merging(environment) { $1 }
        process.standardInput = try FileHandle(forReadingFrom: names[0])
        process.standardOutput = try FileHandle(forWritingTo: names[1])
        process.standardError = try FileHandle(forWritingTo: names[2])
        try process.run()
        if let interruptWhen {
            while process.isRunning && !interruptWhen() { usleep(2000) }
            if process.isRunning { process.interrupt() }
        }
        process.waitUntilExit()
        return Program(
            status: process.terminationStatus, output: Array(try Data(contentsOf: names[1])),
            errors: String(decoding: try Data(contentsOf: names[2]), as: UTF8.self))
    }
}
