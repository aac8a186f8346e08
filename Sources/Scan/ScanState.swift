import Attribution
import Foundation
import Git
import LineHistory
import Metrics
import State
import Synchronization

/// What a scan keeps for the next one, in a file that one run at a time holds.
///
/// Only what follows from git objects, the program and its rules is kept, so that a scan with a state writes the bytes that one
/// without writes.
package final class ScanState {
    private var file: StateFile
    private let marks: String
    private let limit: String
    private let results: String
    private var discarded: [Int64] = []
    private var last: LastScan?
    private var segments: [Segment.Kind: [Segment]] = [:]
    /// What the user should know: what was kept, and what not and why.
    package private(set) var notes: [String] = []
    /// What went wrong and was got over.
    package private(set) var warnings: [String] = []

    /// - Parameter waits: whether a state in use is waited for.
    /// - Throws: ``StateError``.
    package init(path: String, waits: Bool, options: ScanOptions) throws {
        let program = String(try Self.program(path), radix: 16)
        marks = program + Self.suffix(options.marks)
        limit = program + " \(options.sizeLimit)"
        results = limit + " \(options.linkVariant) \(options.pathspec?.patterns ?? [])"
        file = try StateFile(path: path, waits: waits)
        do {
            try read()
        } catch StateError.damaged {
            try file.close()
            let aside = try StateFile.putAside(path)
            warnings.append(Self.warning(aside))
            file = try StateFile(path: path, waits: waits)
            try read()
        }
        if let aside = file.damagedPath { warnings.append(Self.warning(aside)) }
    }

    /// The checksum of this program's own file: another build may judge otherwise.
    private static func program(_ path: String) throws(StateError) -> UInt64 {
        do {
            return try Checksum.ofFile(at: Bundle.main.executablePath ?? CommandLine.arguments[0])
        } catch {
            throw .failed(path: path, attempt: "tell whose build is", reason: error.localizedDescription)
        }
    }

    private static func warning(_ aside: String) -> String {
        "the state was damaged: it is now \(aside), and everything is read anew; nothing is lost"
    }

    /// Overlays change what marks say, and nothing else.
    private static func suffix(_ marks: MarkTable) -> String {
        if marks.entries == MarkTable.standard.entries { return "" }
        return " " + String(Checksum.of(Array(String(describing: marks.entries).utf8)), radix: 16)
    }

    private func basis(of kind: Segment.Kind) -> String {
        switch kind {
        case .commits: marks
        case .trees, .contents: limit
        case .results: results
        }
    }

    private func read() throws {
        last = try file.lastScan()
        segments = [:]
        discarded = []
        var foreign: [Segment.Kind] = []
        for kind in Segment.Kind.allCases {
            let found = try file.segments(of: kind, basis: basis(of: kind))
            segments[kind] = found.whole
            discarded += found.damaged + found.foreign
            if !found.foreign.isEmpty { foreign.append(kind) }
            if !found.damaged.isEmpty {
                warnings.append("\(found.damaged.count) parts of the state were damaged, and are read anew")
            }
        }
        if foreign.contains(.contents) {
            notes.append("the state is of another build of andon, or of other limits: everything is read anew")
        } else if foreign.contains(.commits) {
            notes.append("the rules of attribution are others than last time: all commits are judged anew")
        }
    }

    /// The commits of earlier runs, and a place for those of this one.
    func commits() -> KeptCommits {
        let known = (segments.removeValue(forKey: .commits) ?? []).map { (number: $0.number, bytes: $0.bytes) }
        return KeptCommits(known) { [file, marks] in try file.add($0, kind: .commits, basis: marks) }
    }

    /// The comparisons of earlier runs, and a place for those of this one.
    func lines() -> LineMemory {
        var known: [LineMemory.Kind: [LineMemory.Segment]] = [:]
        for (kind, own) in [(LineMemory.Kind.trees, Segment.Kind.trees), (.contents, .contents)] {
            known[kind] = (segments.removeValue(forKey: own) ?? []).map {
                LineMemory.Segment(number: $0.number, bytes: $0.bytes)
            }
        }
        return LineMemory(segments: known) { [file, limit] kind, bytes in
            try file.add(bytes, kind: kind == .trees ? .trees : .contents, basis: limit)
        }
    }

    /// What the last scan found out from its whole history.
    func earlierResults() -> KeptResults? {
        let known = segments.removeValue(forKey: .results) ?? []
        discarded += known.map(\.number)
        do {
            return try known.last.map { try KeptResults(bytes: $0.bytes) }
        } catch {
            warnings.append("the results of the last scan could not be read, and are made anew")
            return nil
        }
    }

    /// Ends a scan: keeps its results, says what was kept before, and forgets what was of no use.
    func finish(_ facts: AuditFacts, ignored: Set<UInt32>, _ commits: KeptCommits, _ lines: LineMemory) throws {
        try file.add(KeptResults(facts, ignored: ignored).bytes, kind: .results, basis: results)
        let history = facts.history
        let (trees, contents) = (lines.use(of: .trees), lines.use(of: .contents))
        discarded += commits.idle + commits.damaged + trees.idle + trees.damaged + contents.idle + contents.damaged
        let unread = commits.damaged.count + trees.damaged.count + contents.damaged.count
        if unread > 0 { warnings.append("\(unread) parts of the state could not be read, and were made anew") }
        if let last {
            if !history.ids.contains(where: { $0.hex == last.tip }) {
                notes.append(
                    "the last scan's commit \(last.tip.prefix(12)) is not in this history: the history was rewritten, or is "
                        + "another branch or an older revision")
            }
            notes.append(
                "kept \(Self.share(commits.kept, commits.made)) commits, \(Self.share(trees.kept, trees.made)) trees and "
                    + "\(Self.share(contents.kept, contents.made)) contents; the rest was read")
        }
        try file.finish(LastScan(tip: history.ids[history.tip].hex, commits: history.count), removing: discarded)
        try file.close()
    }

    private static func share(_ kept: Int, _ made: Int) -> String {
        "\(kept) of \(kept + made)"
    }
}
