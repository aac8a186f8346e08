import Git
import Synchronization

/// What earlier runs found out by comparing trees and contents and following lines, and where this run leaves what it finds.
///
/// All of it follows from git objects alone, so that a run that uses it comes to the same lines as one that does not: comparisons
/// whichever branch or history they belong to, lineages as long as the history up to their last versions is the same. It is kept in *segments*, each of them whole: bytes that ``LineHistory`` made.
package final class LineMemory: Sendable {
    package enum Kind: CaseIterable, Hashable, Sendable {
        case trees, contents, lineages, plans
    }

    /// Bytes of an earlier run, and the number by which the keeper knows them.
    package struct Segment: Sendable {
        package let number: Int64
        package let bytes: [UInt8]
        /// By what its parts are found; nil where it has none, or none was asked for.
        package let head: [UInt8]?

        package init(number: Int64, bytes: [UInt8], head: [UInt8]?) {
            self.number = number
            self.bytes = bytes
            self.head = head
        }
    }

    /// What became of a kind's segments.
    package struct Use: Sendable {
        /// Comparisons that were taken from segments.
        package var kept = 0
        /// Comparisons that were made.
        package var made = 0
        /// Segments of which nothing was taken.
        package var idle: [Int64] = []
        /// Segments that cannot be read.
        package var damaged: [Int64] = []
    }

    private let read: @Sendable (Kind, Wanted, (Segment) -> Void) throws -> [Int64]
    private let keep: @Sendable (Kind, _ bytes: [UInt8], _ head: [UInt8]?) throws -> Void
    private let uses = Mutex<[Kind: Use]>([:])
    /// Numbers of segments that nobody could be handed.
    private let unread = Mutex<[Kind: [Int64]]>([:])

    /// Which segments of a kind are asked for, by number: those after one, and of some of them the heads.
    package struct Wanted: Sendable {
        package let after: Int64
        package let headsAfter: Int64
    }

    /// - Parameters:
    ///   - read: calls what it is given for the wanted segments of a kind, oldest first, and returns the numbers of those that are
    ///     damaged.
    ///   - keep: takes a new segment, which gets a number above all others; called on whichever thread finished one.
    package init(
        read: @escaping @Sendable (Kind, Wanted, (Segment) -> Void) throws -> [Int64],
        keep: @escaping @Sendable (Kind, _ bytes: [UInt8], _ head: [UInt8]?) throws -> Void
    ) {
        self.read = read
        self.keep = keep
    }

    /// What became of the segments so far.
    package func use(of kind: Kind) -> Use {
        var use = uses.withLock { $0[kind] ?? Use() }
        use.damaged += unread.withLock { $0[kind] ?? [] }
        return use
    }

    /// Calls `body` for the segments of a kind, oldest first, one after the other, for they are large. Nothing must be added meanwhile.
    ///
    /// - Parameters:
    ///   - number: of a segment, those after which are asked for.
    ///   - headsAfter: of a segment, those after which are asked for with their heads.
    func each(
        _ kind: Kind, after number: Int64 = 0, headsAfter: Int64 = .max, _ body: (Segment) -> Void
    ) throws {
        let numbers = try read(kind, Wanted(after: number, headsAfter: headsAfter), body)
        unread.withLock { $0[kind] = numbers }
    }

    /// - Parameter head: by what the segment's parts are found, where that may be known otherwise.
    func add(_ writer: ByteWriter, head: ByteWriter? = nil, kind: Kind) throws {
        try keep(kind, writer.bytes, head?.bytes)
    }

    func note(_ use: Use, of kind: Kind) {
        uses.withLock { $0[kind] = use }
    }
}
