import ArgumentParser

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
