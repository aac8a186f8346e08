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
    private let file: StateFile
    private let marks: String
    private let limit: String
    private let results: String
    private var discarded: [Int64] = []
    /// Segments that cannot be used, by kind.
    private var damaged: [Segment.Kind: Int] = [:]
    /// How often the file had been begun anew when it was read.
    private var renewals = 0
    private var last: LastScan?
    private var segments: [Segment.Kind: [Segment]] = [:]
    /// What the user should know: what was kept, and what not and why.
    package private(set) var notes: [String] = []
    /// What went wrong and was got over.
    package private(set) var warnings: [String] = []

    /// - Parameters:
    ///   - waits: whether a state in use is waited for.
    ///   - waiting: called once, when a wait begins.
    /// - Throws: ``StateError``.
    package init(path: String, waits: Bool, options: ScanOptions, waiting: () -> Void = {}) throws {
        let program = String(try Self.program(path), radix: 16)
        marks = program + Self.suffix(options.marks)
        limit = program + " \(options.sizeLimit)"
        results = limit + " \(options.linkVariant) \(options.pathspec?.patterns ?? [])"
        file = try StateFile(path: path, waits: waits, waiting: waiting)
        do {
            try read()
        } catch StateError.damaged {
            try file.beginAnew()
            try read()
        }
        if let aside = file.damagedPath {
            warnings.append("the state was damaged: it is now \(aside), and everything is read anew; nothing is lost")
        }
    }

    /// The checksum of this program's own file: another build may judge otherwise.
    private static func program(_ path: String) throws(StateError) -> UInt64 {
        do {
            return try Checksum.ofFile(at: Bundle.main.executablePath ?? CommandLine.arguments[0])
        } catch {
            throw .failed(path: path, attempt: "tell whose build is", reason: error.localizedDescription)
        }
    }

    /// Overlays change what marks say, and nothing else.
    private static func suffix(_ marks: MarkTable) -> String {
        if marks.entries == MarkTable.standard.entries { return "" }
        return " " + String(Checksum.of(Array(String(describing: marks.entries).utf8)), radix: 16)
    }

    private func basis(of kind: Segment.Kind) -> String {
        switch kind {
        case .commits: marks
        case .trees, .contents, .lineages: limit
        case .results: results
        }
    }

    private func read() throws {
        renewals = file.renewals
        last = try file.lastScan()
        segments = [:]
        discarded = []
        damaged = [:]
        var foreign: [Segment.Kind] = []
        for kind in Segment.Kind.allCases {
            let found = try file.segments(of: kind, basis: basis(of: kind))
            segments[kind] = found.whole
            discarded += found.damaged + found.foreign
            damaged[kind] = found.damaged.count
            if !found.foreign.isEmpty { foreign.append(kind) }
        }
        if foreign.contains(.contents) {
            notes.append("the state is of another build of andon, or of other limits: everything is read anew")
            return
        }
        if foreign.contains(.commits) {
            notes.append("the rules of attribution are others than last time: all commits are judged anew")
        }
        if foreign.contains(.results) {
            notes.append(
                "--szz or --path is another than last time: which commits fixes had to repair, and what commits did to lines, "
                    + "is found out anew")
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
        for kind in LineMemory.Kind.allCases {
            known[kind] = (segments.removeValue(forKey: Segment.Kind(kind)) ?? []).map {
                LineMemory.Segment(number: $0.number, bytes: $0.bytes)
            }
        }
        return LineMemory(segments: known) { [file, limit] kind, bytes in
            try file.add(bytes, kind: Segment.Kind(kind), basis: limit)
        }
    }

    /// What the last scan found out from its whole history.
    func earlierResults() -> KeptResults? {
        let known = segments.removeValue(forKey: .results) ?? []
        discarded += known.map(\.number)
        do {
            return try known.last.map { try KeptResults(bytes: $0.bytes) }
        } catch {
            damaged[.results, default: 0] += 1
            return nil
        }
    }

    /// Ends a scan: keeps its results, says what was kept before, and forgets what was of no use.
    func finish(_ facts: AuditFacts, ignored: Set<UInt32>, _ commits: KeptCommits, _ lines: LineMemory) throws {
        try file.add(KeptResults(facts, ignored: ignored).bytes, kind: .results, basis: results)
        let history = facts.history
        let (trees, contents) = (lines.use(of: .trees), lines.use(of: .contents))
        discarded += commits.idle + commits.damaged
        damaged[.commits, default: 0] += commits.damaged.count
        for kind in LineMemory.Kind.allCases {
            let use = lines.use(of: kind)
            discarded += use.idle + use.damaged
            damaged[Segment.Kind(kind), default: 0] += use.damaged.count
        }
        if let damage { warnings.append(damage) }
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
        // Numbers of a file that was put aside mean other segments in the new one.
        try file.finish(
            LastScan(tip: history.ids[history.tip].hex, commits: history.count),
            removing: renewals == file.renewals ? discarded : [])
        if renewals != file.renewals, let aside = file.damagedPath {
            warnings.append(
                "the state turned out to be damaged: it is now \(aside), and another is begun; the report is whole, and the next "
                    + "scan reads again what the new one does not hold")
        }
        try file.close()
    }

    /// Says once what was damaged and is made anew; nil if nothing was.
    private var damage: String? {
        let parts = Segment.Kind.allCases.compactMap { kind in
            damaged[kind].flatMap { $0 == 0 ? nil : "\($0) of \(kind)" }
        }
        return parts.isEmpty
            ? nil : "damaged parts of the state were left out, and made anew: " + parts.joined(separator: ", ")
    }

    private static func share(_ kept: Int, _ made: Int) -> String {
        "\(kept) of \(kept + made)"
    }
}

extension Segment.Kind {
    fileprivate init(_ kind: LineMemory.Kind) {
        self =
            switch kind {
            case .trees: .trees
            case .contents: .contents
            case .lineages: .lineages
            }
    }
}
