import ArgumentParser
import Defects
import Git
import Metrics
import Reports
import Scan

/// `andon links`: which commits needed the fixes of a list, by every rule, to compare with known answers.
struct LinksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "links",
        abstract: "Print the inducers of listed fixes as every rule infers them, and all declared ones.",
        discussion: """
            Inference reads neither what a fix declares nor whether it looks like one. Columns: rule (b, ag, ma, l, r, andon, or the \
            rule of a declaration), fix, inducing, confidence. Declared links are printed of all commits but merges.
            """)

    @Argument(help: "A file with the id of a fix on every line.")
    var fixes: String

    @Option(help: "The repository.")
    var repository = "."

    @OptionGroup var reading: ReadingOptions

    func run() throws {
        let wanted = try TextFile.read(fixes).split(whereSeparator: \.isWhitespace).map(String.init)
        let progress = ProgressLine(isShown: true)
        let facts = try RepositoryScan.run(
            name: RepositoryNames([repository]).names[0], path: repository, options: try reading.scanOptions(),
            progress: progress.show)
        progress.clear()
        let positions = facts.history.positions()
        let known = wanted.compactMap { ObjectID(hex: $0).flatMap { positions[$0] }.map(Int.init) }
        let commits = facts.defectCommits
        var output = StandardOutput()
        try output.write(Array("rule,fix,inducing,confidence\n".utf8))
        func write(_ rule: String, _ fix: Int, _ inducer: Int, _ confidence: Double) throws {
            let ids = facts.history.ids
            let row = "\(rule),\(ids[fix].hex),\(ids[inducer].hex),\((confidence * 1000).rounded() / 1000)\n"
            try output.write(Array(row.utf8))
        }
        for variant in LinkVariant.allCases {
            for link in DefectHistory.inferredLinks(
                lines: facts.lines, commits: commits, fixes: Set(known).sorted(), variant: variant)
            {
                try write(variant.rawValue, link.fix, link.inducer, link.inference?.confidence ?? 0)
            }
        }
        for (fix, inducer, link) in DefectHistory.declaredLinks(history: facts.history, commits: commits) {
            try write(link.rule, fix, inducer, link.confidence)
        }
        try output.flush()
    }
}
