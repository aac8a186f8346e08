/// Why a state file cannot be used. Nothing was changed in it.
package enum StateError: Error, Equatable, Sendable {
    /// Another run holds it.
    case inUse(path: String)
    /// The file is something else.
    case foreign(path: String)
    /// A newer version of the program wrote it.
    case newer(path: String)
    /// A part of it that was not looked at before is damaged.
    case damaged(path: String)
    /// The file, or its folder, cannot be written.
    case notWritable(path: String, place: String)
    /// The disk is full, or reading fails.
    case failed(path: String, attempt: String, reason: String)

    /// Whether waiting helps.
    package var isInUse: Bool {
        if case .inUse = self { true } else { false }
    }
}

extension StateError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .inUse(let path):
            "cannot use the state \(path): another run holds it; wait for it with --wait, or name another file"
        case .foreign(let path):
            "cannot use the state \(path): it is something else than a state of andon; name another file with --state"
        case .newer(let path):
            """
            cannot use the state \(path): a newer version of andon wrote it; use that version, or name another file with \
            --state
            """
        case .damaged(let path):
            "cannot read the state \(path): it is damaged; remove it and scan again: it holds nothing that is lost"
        case .notWritable(let path, let place):
            place == path
                ? "cannot use the state \(path): it is a folder, or a file that cannot be written; name another file with --state"
                : "cannot use the state \(path): the folder \(place) cannot be written; name another place with --state"
        case .failed(let path, let attempt, let reason):
            "cannot \(attempt) the state \(path): \(reason); the report and the state stand as they were"
        }
    }
}
