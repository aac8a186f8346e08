import ArgumentParser
import Git
import Reports
import Scan

/// `andon explain`: everything that is known of one commit.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say everything that is known of a commit, with evidence: its class, its lines, its fixes, its chain."
    )

    @Argument(help: "The commit: anything that git rev-parse takes.")
    var commit: String

    @Option(help: "The repository.")
    var repository = "."

    @OptionGroup var reading: ReadingOptions

    @OptionGroup var defects: DefectOptions

    @OptionGroup var privacy: PrivacyOptions

    func run() throws {
        var options = try reading.scanOptions()
        options.labels = try defects.labelRows()
        options.linkVariant = defects.szz
        let git = try Repository(path: repository)
        let id = try git.commit(commit)
        let progress = ProgressLine(isShown: true)
        let facts = try RepositoryScan.run(
            name: RepositoryNames([repository]).names[0], path: repository, options: options, progress: progress.show)
        progress.clear()
        guard let position = facts.history.positions()[id] else {
            throw UsageError(
                description: "cannot explain \(commit): it is not in the history of \(reading.revision ?? "HEAD")")
        }
        print(
            CommitExplanation(Int(position), privacy.pseudonyms ? facts.withPseudonyms() : facts).text, terminator: "")
    }
}
