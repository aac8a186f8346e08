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
    /// What the user should know: what was kept, and what not and why.
    package private(set) var notes: [String] = []
    /// What went wrong and was got over.
    package private(set) var warnings: [String] = []

    /// - Parameters:
    ///   - waits: whether a state in use is waited for.
    ///   - waiting: called once, when a wait begins.
    /// - Throws: ``StateError``.
    package init(path: String, waits: Bool, options: ScanOptions, waiting: () -> Void = {}) throws {
        file = try StateFile(path: path, waits: waits, waiting: waiting)
        let program = String(try Self.program(path, file), radix: 16)
        marks = program + Self.suffix(options.marks)
        limit = program + " \(options.sizeLimit)"
        results = limit + " \(options.linkVariant) \(options.pathspec?.patterns ?? [])"
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
    private static func program(_ path: String, _ file: StateFile) throws(StateError) -> UInt64 {
        do {
            return try file.checksum(
                ofProgram: ProgramFile(path: Bundle.main.executablePath ?? CommandLine.arguments[0]))
        } catch let error as StateError {
            throw error
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
        case .trees, .contents, .lineages, .plans: limit
        case .results: results
        }
    }

    private func read() throws {
        renewals = file.renewals
        last = try file.lastScan()
        discarded = []
        var foreign: Set<Segment.Kind> = []
        for kind in Segment.Kind.allCases {
            let found = try file.foreignSegments(of: kind, basis: basis(of: kind))
            discarded += found
            if !found.isEmpty { foreign.insert(kind) }
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

    /// The segments of a kind, and the numbers of those that are damaged. What lies behind a page that cannot be read is lost: the file
    /// is put aside.
    private static func each(
        _ kind: Segment.Kind, basis: String, after number: Int64 = 0, headsAfter: Int64 = .max, in file: StateFile,
        _ body: (Segment) -> Void
    ) throws -> [Int64] {
        do {
            return try file.eachSegment(of: kind, basis: basis, after: number, headsAfter: headsAfter, body)
        } catch StateError.damaged {
            try file.beginAnew()
            return []
        }
    }

    /// The commits of earlier runs, and a place for those of this one.
    func commits() throws -> KeptCommits {
        var known: [(number: Int64, bytes: [UInt8])] = []
        let unread = try Self.each(.commits, basis: marks, in: file) { known.append(($0.number, $0.bytes)) }
        discarded += unread
        damaged[.commits, default: 0] += unread.count
        return KeptCommits(known) { [file, marks] in try file.add($0, kind: .commits, basis: marks) }
    }

    /// The comparisons and lines of earlier runs, and a place for those of this one.
    func lines() -> LineMemory {
        LineMemory(
            read: { [file, limit] kind, wanted, body in
                try Self.each(
                    Segment.Kind(kind), basis: limit, after: wanted.after, headsAfter: wanted.headsAfter, in: file
                ) { body(LineMemory.Segment(number: $0.number, bytes: $0.bytes, head: $0.head)) }
            },
            keep: { [file, limit] kind, bytes, head in
                try file.add(bytes, head: head, kind: Segment.Kind(kind), basis: limit)
            })
    }

    /// What the last scan found out from its whole history.
    func earlierResults() throws -> KeptResults? {
        var last: [UInt8]?
        let unread = try Self.each(.results, basis: results, in: file) {
            discarded.append($0.number)
            last = $0.bytes
        }
        discarded += unread
        damaged[.results, default: 0] += unread.count
        do {
            return try last.map { try KeptResults(bytes: $0) }
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
            if !(ObjectID(hex: last.tip).map(history.ids.contains) ?? false) {
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
            case .plans: .plans
            }
    }
}
