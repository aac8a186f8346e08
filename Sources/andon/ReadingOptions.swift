import ArgumentParser
import Foundation
import Git
import Scan

/// How a repository is read; the same for every command.
struct ReadingOptions: ParsableArguments {
    @Option(help: "Analyse this revision instead of HEAD.")
    var revision: String?

    @Option(
        help: """
            The number of threads; as many as processors if it is not given. Of several repositories that many are then read \
            at once; without it, one after the other.
            """)
    var jobs: Int?

    @Option(help: "The data horizon instead of the newest commit: seconds since 1970, or YYYY-MM-DD (UTC).")
    var now: Moment?

    @Flag(help: "Go as far as a shallow, partial or damaged clone goes.")
    var allowIncomplete = false

    @Option(help: "A file of revisions to look through, besides .git-blame-ignore-revs at the root.")
    var ignoreRevsFile: [String] = []

    @OptionGroup var overlays: MarkOverlays

    func validate() throws {
        guard (1...1024).contains(jobs ?? 1) else { throw ValidationError("--jobs takes a number from 1 to 1024") }
    }

    func scanOptions() throws -> ScanOptions {
        var options = ScanOptions()
        options.revision = revision
        options.jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
        options.now = now?.seconds
        options.allowsIncomplete = allowIncomplete
        options.ignoredRevisionLists = try ignoreRevsFile.map { ($0, try TextFile.read($0)) }
        options.marks = try overlays.table()
        return options
    }
}

/// A moment named by the user.
struct Moment: ExpressibleByArgument {
    let seconds: Int64

    init?(argument: String) {
        if let seconds = Int64(argument) {
            self.seconds = seconds
        } else if let day = Day(argument: argument) {
            seconds = day.seconds
        } else {
            return nil
        }
    }
}
