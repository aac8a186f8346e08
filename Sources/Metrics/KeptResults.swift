import Defects
import Git
import LineHistory

/// What one scan found out from its whole history, for the next one to take what still holds.
///
/// It holds for commits before which nothing changed: those at the same positions that landed at the same moments.
package struct KeptResults: Sendable {
    private let ids: [ObjectID]
    private let landedAt: [Int64]
    private let ignored: [UInt32]
    /// Objects that could not be read.
    private let unread: [ObjectID]
    private let defects: KeptDefects
    private let operations: KeptOperations

    /// The results of a scan.
    ///
    /// - Parameter ignored: positions of commits that are looked through.
    package init(_ facts: AuditFacts, ignored: Set<UInt32>) {
        ids = facts.history.ids
        landedAt = facts.landedAt
        self.ignored = ignored.sorted()
        unread = Self.unread(facts.lines)
        defects = facts.defects.kept
        operations = facts.operations.kept
    }

    private static func unread(_ lines: LineHistory) -> [ObjectID] {
        lines.unreadable.map(\.id) + lines.history.missingParents + lines.history.missingTrees
    }

    /// What the paths of the scan said of files.
    package var pathKinds: PathKinds { defects.pathKinds }

    /// How many of the first commits are those of the scan.
    package func sameCount(as history: History) -> Int {
        history.sameCount(as: ids)
    }

    /// What still holds; nothing if other objects are missing or damaged than then.
    ///
    /// - Parameters: by position; and positions of commits that are looked through.
    func prefix(of lines: LineHistory, landedAt: [Int64], ignored: Set<UInt32>) -> Prefix? {
        guard unread == Self.unread(lines) else { return nil }
        let history = lines.history
        let limit = Set(self.ignored).symmetricDifference(ignored).min().map(Int.init) ?? .max
        let same = min(limit, sameCount(as: history))
        let count = (0..<same).first { self.landedAt[$0] != landedAt[$0] } ?? same
        return Prefix(
            count: count, defects: defects.prefix(count), operations: operations,
            operationsLimit: min(self.landedAt[count...].min() ?? .max, landedAt[count...].min() ?? .max))
    }

    /// What holds of the first commits.
    struct Prefix {
        let count: Int
        let defects: KeptDefects
        let operations: KeptOperations
        /// What is said of commits that landed before holds, unless ``KeptOperations/exclusions`` or ``KeptOperations/fates`` speak
        /// against it.
        let operationsLimit: Int64
    }
}

extension KeptResults {
    /// About how many bytes the results of a commit take.
    private static let bytesByCommit = 256

    package init(bytes: [UInt8]) throws(ByteReader.Failure) {
        var reader = ByteReader(bytes)
        ids = try reader.ids()
        landedAt = try reader.values(of: Int64.self)
        ignored = try reader.values(of: UInt32.self)
        unread = try reader.ids()
        defects = try KeptDefects(from: &reader)
        operations = try KeptOperations(from: &reader)
        guard landedAt.count == ids.count, operations.counts.count == ids.count else { throw ByteReader.Failure() }
    }

    package var bytes: [UInt8] {
        var writer = ByteWriter(capacity: ids.count * Self.bytesByCommit)
        writer.write(ids: ids)
        writer.write(values: landedAt)
        writer.write(values: ignored)
        writer.write(ids: unread)
        defects.write(to: &writer)
        operations.write(to: &writer)
        return writer.bytes
    }
}
