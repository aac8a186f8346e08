import ArgumentParser
import Git
import LineHistory
import Metrics
import Reports
import Scan

/// `andon blame`: the origin of every line of the named files, or of all, in one pass.
struct BlameCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "blame",
        abstract: "Print the origin of every line, as git blame does, for any number of files in one pass.")

    @Option(help: "The repository.")
    var repository = "."

    @OptionGroup var reading: ReadingOptions

    @Argument(help: "Paths at the revision, from the repository's root; all text files if none is named.")
    var paths: [String] = []

    @Option(help: "The output: text, porcelain, line-porcelain or csv.")
    var format = BlameFormat.text

    @Flag(help: "As git blame --porcelain.")
    var porcelain = false

    @Flag(help: "As git blame --line-porcelain.")
    var linePorcelain = false

    func run() throws {
        let progress = ProgressLine(isShown: true)
        let options = try reading.scanOptions()
        let facts = try RepositoryScan.run(
            name: RepositoryNames([repository]).names[0], path: repository, options: options, progress: progress.show)
        progress.clear()
        let git = try Repository(path: repository)
        let chosen = linePorcelain ? BlameFormat.linePorcelain : porcelain ? .porcelain : format
        var output = StandardOutput()
        let report = BlameReport(facts, format: chosen)
        try output.write(report.header)
        for file in try files(of: facts) {
            guard let entry = facts.lines.versions[Int(file.version)].entry else { continue }
            try output.write(report.text(of: file, content: try git.blob(entry.id)))
        }
        try output.flush()
    }

    private func files(of facts: AuditFacts) throws -> [TipFile] {
        guard !paths.isEmpty else {
            return facts.lines.tip.filter {
                $0.content == .text && facts.lines.versions[Int($0.version)].entry?.kind == .file
            }
        }
        return try paths.map { path in
            guard let file = facts.lines.tip.first(where: { facts.lines.paths[$0.path] == Array(path.utf8) }) else {
                throw UsageError(description: "cannot blame \(path): there is no such file at the revision")
            }
            guard file.content == .text else {
                throw UsageError(description: "cannot blame \(path): it is no text file")
            }
            return file
        }
    }
}

extension BlameFormat: ExpressibleByArgument {}
