import ArgumentParser
import Foundation
import Gates
import Git

/// Where gates are configured.
struct GateOptions: ParsableArguments {
    @Option(help: "The configuration of gates and charts; andon.yml in the current directory if it is not named.")
    var config: String?

    @Flag(
        help:
            "Take andon.yml from the audited repository itself, at the analysed revision. Whoever can push can then change it."
    )
    var trustConfig = false

    /// Whether the user named a configuration.
    var isNamed: Bool { config != nil || trustConfig }

    /// The name under which a configuration is looked for.
    static let fileName = "andon.yml"

    /// Files inside audited repositories are left alone unless they are trusted, for who writes the code would set its limits.
    ///
    /// - Parameters:
    ///   - repository: its path.
    ///   - revision: the analysed one.
    /// - Returns: the configuration, and what the user should be told.
    func configuration(for repository: String, revision: String?) throws -> (GateConfiguration, note: String?) {
        let git = try Repository(path: repository)
        if let config {
            guard trustConfig || git.place(of: config) == .outside else { throw Self.untrusted(config) }
            return (try Self.read(config), nil)
        }
        let tree = try git.commitRecord(try git.commit(revision)).tree
        if trustConfig, let own = try git.file(at: Self.fileName, in: tree, sizeLimit: 1 << 20) {
            return (try Self.parse(own, file: Self.fileName), nil)
        }
        let isHere = FileManager.default.fileExists(atPath: Self.fileName)
        let place = isHere ? git.place(of: Self.fileName) : .inside
        if isHere && (trustConfig || place == .outside) { return (try Self.read(Self.fileName), nil) }
        // A repository that calls the whole disk its work tree must not put the user's limits out of force.
        guard place == .inside else { throw Self.untrusted(Self.fileName) }
        let hasOwn = try git.entry(at: Self.fileName, in: tree) != nil
        guard isHere || hasOwn else { return (.standard, nil) }
        let holder = hasOwn ? repository : "the current directory, a work tree of \(repository),"
        return (
            .standard,
            "\(Self.fileName) in \(holder) is ignored, for who writes the code could set its limits; give --trust-config "
                + "to use it"
        )
    }

    private static func untrusted(_ config: String) -> UsageError {
        UsageError(
            description: "\(config) lies inside the audited repository, where who writes the code could set its "
                + "limits; keep it elsewhere, or give --trust-config")
    }

    private static func read(_ path: String) throws -> GateConfiguration {
        try parse(try TextFile.bytes(path), file: path)
    }

    private static func parse(_ bytes: [UInt8], file: String) throws(UsageError) -> GateConfiguration {
        do {
            return try GateConfiguration(bytes: bytes, file: file)
        } catch {
            throw UsageError(description: error.description)
        }
    }
}

/// What is said beside the result, on standard error.
enum Note {
    static func say(_ text: String) {
        FileHandle.standardError.write(Data(("andon: " + text.withoutControls + "\n").utf8))
    }
}
