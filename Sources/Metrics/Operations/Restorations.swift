import Git
import LineHistory

/// Finds deleted lines that come back to their path soon.
package struct Restorations {
    /// A line at a path. Only lines of at least two words: others come back by chance.
    private struct Key: Hashable {
        let path: UInt32
        let number: UInt32
    }

    /// A restored line comes back within so many days.
    package static let days = 14

    /// Deletions that may still be taken back, oldest first: when each landed, and the commit.
    private var waiting: [Key: [(landedAt: Int64, commit: Int)]] = [:]
    private var queue: [(key: Key, landedAt: Int64)] = []
    private var queueStart = 0
    /// By commit: lines that it deleted and that came back.
    private(set) var restored: [Int: Int] = [:]

    /// Goes on to the next commit in the order of landing.
    ///
    /// - Parameter path: the path of a version.
    mutating func advance(
        _ commit: Int, landedAt: Int64, deleted: some Sequence<ChangedLine>, written: some Sequence<ChangedLine>,
        path: (VersionNumber) -> UInt32
    ) {
        forget(before: landedAt - Int64(Self.days) * DayCount.seconds)
        if !waiting.isEmpty {
            for line in written where line.mark.kind == .informative {
                takeBack(Key(path: path(line.version), number: line.mark.number))
            }
        }
        for line in deleted where line.mark.kind == .informative {
            let key = Key(path: path(line.version), number: line.mark.number)
            waiting[key, default: []].append((landedAt, commit))
            queue.append((key, landedAt))
        }
    }

    private mutating func takeBack(_ key: Key) {
        guard let deletion = waiting[key]?.first else { return }
        restored[deletion.commit, default: 0] += 1
        dropFirst(key)
    }

    private mutating func forget(before limit: Int64) {
        while queueStart < queue.count, queue[queueStart].landedAt < limit {
            let key = queue[queueStart].key
            queueStart += 1
            // One that was taken back is no longer there.
            if let first = waiting[key]?.first, first.landedAt < limit { dropFirst(key) }
        }
        if queueStart > 4_096 && queueStart > queue.count / 2 {
            queue.removeFirst(queueStart)
            queueStart = 0
        }
    }

    private mutating func dropFirst(_ key: Key) {
        waiting[key]?.removeFirst()
        if waiting[key]?.isEmpty ?? false { waiting[key] = nil }
    }
}
