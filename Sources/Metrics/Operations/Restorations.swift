import Git
import LineHistory

/// Finds deleted lines that come back to their path soon.
package struct Restorations: Sendable {
    /// A line at a path. Only lines of at least two words: others come back by chance.
    struct Key: Hashable {
        let path: UInt32
        let number: UInt32
    }

    /// A deleted line that came back.
    struct Return: BitwiseCopyable {
        /// The commit that deleted the line, and the one that brought it back.
        let deleted: UInt32
        let restored: UInt32
        let key: Key
    }

    /// A restored line comes back within so many days.
    package static let days = 14
    /// The same in seconds.
    static let seconds = Int64(days) * DayCount.seconds

    /// Deletions that may still be taken back, oldest first: when each landed, and the commit.
    private var waiting: [Key: [(landedAt: Int64, commit: Int)]] = [:]
    private var queue: [(key: Key, landedAt: Int64)] = []
    private var queueStart = 0
    /// In the order of their landing.
    private(set) var returns: [Return] = []

    /// - Parameter returns: those up to the commit where this begins.
    init(_ returns: [Return] = []) {
        self.returns = returns
    }

    /// Goes on to the next commit in the order of landing.
    mutating func advance(_ commit: Int, landedAt: Int64, deleted: some Sequence<Key>, written: some Sequence<Key>) {
        forget(before: landedAt - Self.seconds)
        if !waiting.isEmpty {
            for key in written { takeBack(key, by: commit) }
        }
        add(deleted, of: commit, landedAt: landedAt)
    }

    /// Takes in what a commit deleted before this begins.
    ///
    /// - Parameter returned: of these lines, those that have come back since.
    mutating func addEarlier(_ commit: Int, landedAt: Int64, deleted: some Sequence<Key>, returned: [Key]) {
        var gone = returned.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        let left = deleted.filter { key in
            guard let count = gone[key], count > 0 else { return true }
            gone[key] = count - 1
            return false
        }
        add(left, of: commit, landedAt: landedAt)
    }

    private mutating func add(_ deleted: some Sequence<Key>, of commit: Int, landedAt: Int64) {
        for key in deleted {
            waiting[key, default: []].append((landedAt, commit))
            queue.append((key, landedAt))
        }
    }

    private mutating func takeBack(_ key: Key, by commit: Int) {
        guard let deletion = waiting[key]?.first else { return }
        returns.append(Return(deleted: UInt32(deletion.commit), restored: UInt32(commit), key: key))
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
