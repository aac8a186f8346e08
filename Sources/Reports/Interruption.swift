import Foundation
import Synchronization

/// What has to be removed when the program is told to stop.
package enum Interruption {
    private static let partial = Mutex<String?>(nil)

    static func willWrite(_ path: String) {
        partial.withLock { $0 = path }
    }

    static func hasWritten() {
        partial.withLock { $0 = nil }
    }

    /// Removes a half-written report.
    package static func clean() {
        partial.withLock { path in
            // Nothing better can be done while stopping; the folder is hidden and named as partial.
            if let path { try? FileManager.default.removeItem(atPath: path) }
            path = nil
        }
    }
}
