import Foundation
import Synchronization

/// What has to be removed when the program is told to stop.
package enum Interruption {
    private struct Work {
        /// Places of files and folders that are not whole yet.
        var partial: Set<String> = []
        var hasWritten = false
    }

    private static let work = Mutex(Work())

    static func willWrite(_ path: String) {
        work.withLock { _ = $0.partial.insert(path) }
    }

    /// Puts something whole in its place; a stop comes before or after, never between.
    static func write(_ path: String, _ move: () throws -> Void) rethrows {
        try work.withLock { work in
            try move()
            work.partial.remove(path)
            work.hasWritten = true
        }
    }

    static func hasDropped(_ path: String) {
        work.withLock { _ = $0.partial.remove(path) }
    }

    /// Removes what is half-written, and runs `leave`, before which nothing more is put in its place.
    ///
    /// - Parameter leave: ends the program; told whether something was written before.
    package static func clean(_ leave: (Bool) -> Void) {
        work.withLock { work in
            for path in work.partial {
                // Who is still writing may put a file into a folder that is being removed.
                for _ in 0..<3 where FileManager.default.fileExists(atPath: path) {
                    // Nothing better can be done while stopping; the place is hidden and named as partial.
                    try? FileManager.default.removeItem(atPath: path)
                }
            }
            leave(work.hasWritten)
        }
    }
}
