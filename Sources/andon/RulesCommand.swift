import ArgumentParser
import Attribution
import Intent
import Reports

/// `andon rules`: what the verdicts rest on.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "List the rules that the verdicts rest on.",
        subcommands: [MarkRulesCommand.self, FixRulesCommand.self])
}

/// `andon rules marks`.
struct MarkRulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "marks", abstract: "List the marks by which AI tools and programs are known in commits.")

    @OptionGroup var overlays: MarkOverlays

    @Option(help: "The output: text, csv or json.")
    var format = RuleListFormat.text

    func run() throws {
        var output = StandardOutput()
        try output.write(try RuleList(try overlays.table()).bytes(as: format))
        try output.flush()
    }
}

/// `andon rules fixes`.
struct FixRulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fixes", abstract: "List the rules by which a message is judged to repair a defect.")

    @Option(help: "The output: text, csv or json.")
    var format = RuleListFormat.text

    func run() throws {
        var output = StandardOutput()
        try output.write(try RuleList<FixRule>.fixes.bytes(as: format))
        try output.flush()
    }
}

extension RuleListFormat: ExpressibleByArgument {}
