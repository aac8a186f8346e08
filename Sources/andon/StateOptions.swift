import ArgumentParser
import Foundation
import Git
import Scan

/// What a scan keeps for the next one.
struct StateOptions: ParsableArguments {
    @Option(
        help: """
            A file (of several repositories a folder of files) in which the scan keeps what the next one need not read \
            again. The report is the same with and without.
            """)
    var state: String?

    @Flag(help: "Wait for another run that holds the state, instead of giving up.")
    var wait = false

    /// Whether nothing is said when a wait begins; as the command's --quiet.
    var isQuiet = false

    func validate() throws {
        if wait && state == nil { throw ValidationError("--wait goes with --state") }
    }

    /// Whatever stands in the folder of a report goes with it when the next one takes its place.
    ///
    /// - Throws: ``UsageError`` where the state of a repository would stand there.
    private func check(_ state: String, for name: String?, output: String) throws {
        let file = URL(fileURLWithPath: name.map { state + "/" + $0 } ?? state).deletingLastPathComponent()
        let place = file.standardizedFileURL.resolvingSymlinksInPath().pathComponents
        let report = URL(fileURLWithPath: output).standardizedFileURL.resolvingSymlinksInPath().pathComponents
        guard place.starts(with: report) else { return }
        throw UsageError(
            description: "the state \(state) would stand in the report \(output), which each run replaces; "
                + "name another place with --state")
    }

    /// Opens the state of one repository; nil where none is asked for.
    ///
    /// - Parameters:
    ///   - name: of the repository, where there are several.
    ///   - repository: its path.
    ///   - output: the folder of its report.
    func open(
        for name: String?, of repository: String, output: String, _ options: ScanOptions
    ) throws -> ScanState? {
        guard let state else { return nil }
        try check(state, for: name, output: output)
        // A path without a repository must leave no state behind.
        _ = try Repository(path: repository)
        guard let name else { return try open(state, options) }
        do {
            try FileManager.default.createDirectory(atPath: state, withIntermediateDirectories: true)
        } catch {
            throw UsageError(description: "cannot make the folder \(state) for states: \(error.localizedDescription)")
        }
        return try open(state + "/" + name + ".sqlite", options)
    }

    private func open(_ path: String, _ options: ScanOptions) throws -> ScanState {
        try ScanState(path: path, waits: wait, options: options) {
            if !isQuiet { Note.say("waiting for another run that holds the state \(path)") }
        }
    }
}
