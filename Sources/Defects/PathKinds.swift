import Intent
import LineHistory

extension LineHistory {
    /// By path number: what the path alone says.
    var pathKinds: [PathKind] {
        (0..<UInt32(paths.count)).map { PathKind(path: String(decoding: paths[$0], as: UTF8.self)) }
    }
}
