import ArgumentParser
import Foundation

/// The command line. A command parses, calls, prints.
@main
struct Andon: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "andon",
        abstract:
            "Do our AI-assisted commits break more than our human ones? Reads a git history and answers with evidence.",
        version: "0.1.0",
        subcommands: [
            ScanCommand.self, GateCommand.self, BlameCommand.self, ExplainCommand.self, LinksCommand.self,
            SchemaCommand.self,
            RulesCommand.self,
            ClassifyCommand.self,
        ])

    static func main() {
        // A niced run may not raise its threads' priority, and need not; libdispatch would say so on standard error.
        unsafe setenv("LIBDISPATCH_LOG", "NO", 0)
        Signals.handle()
        do {
            var command = try parseAsRoot()
            try command.run()
            try StandardOutput.finish()
        } catch {
            leave(after: error)
        }
    }
}
