import ArgumentParser
import Foundation
import Git
import Reports
import State

/// The exit statuses, as documented in the README.
enum ExitStatus: Int32 {
    case done = 0
    case gateFailed = 1
    case usage = 2
    case unreadableRepository = 3
    case incompleteHistory = 4
    case insufficientData = 5
    case someFailed = 6
    case stateInUse = 7
    case internalError = 70
    case interrupted = 130
}

extension Andon {
    /// Says in one line what went wrong, and ends with its status.
    static func leave(after error: any Error) -> Never {
        let status: ExitStatus
        switch error {
        case let error as GitError:
            complain(error.description)
            status = error.isIncompleteHistory ? .incompleteHistory : .unreadableRepository
        case let error as StateError:
            complain(error.description)
            status = error.isInUse ? .stateInUse : .usage
        case let error as ReportError:
            complain(error.description)
            status = .usage
        case let error as UsageError:
            complain(error.description)
            status = .usage
        case let code as ExitCode where code != .validationFailure:
            Foundation.exit(code.rawValue)
        default:
            // The parser's own: help and version are no failures, everything else is the user's.
            let code = exitCode(for: error)
            if code == .success {
                print(fullMessage(for: error))
                status = .done
            } else if code == .validationFailure {
                FileHandle.standardError.write(Data((fullMessage(for: error) + "\n").utf8))
                status = .usage
            } else {
                complain("internal error: \(error)")
                status = .internalError
            }
        }
        Foundation.exit(status.rawValue)
    }

    private static func complain(_ text: String) {
        FileHandle.standardError.write(Data(("andon: " + text.withoutControls + "\n").utf8))
    }
}

/// Options that do not fit together, or files named by options that cannot be used.
struct UsageError: Error, CustomStringConvertible {
    let description: String
}
