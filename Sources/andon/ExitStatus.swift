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

/// What went wrong, for the user: in one line, with the status it ends with.
struct Failure {
    let status: ExitStatus
    let text: String

    /// What the program knows to go wrong; nil for everything else.
    init?(_ error: any Error) {
        switch error {
        case let error as GitError:
            self.init(error.isIncompleteHistory ? .incompleteHistory : .unreadableRepository, error.description)
        case let error as StateError: self.init(error.isInUse ? .stateInUse : .usage, error.description)
        case let error as ReportError: self.init(.usage, error.description)
        case let error as UsageError: self.init(.usage, error.description)
        default: return nil
        }
    }

    private init(_ status: ExitStatus, _ text: String) {
        self.status = status
        self.text = text
    }

    /// Of anything that went wrong.
    static func of(_ error: any Error) -> Failure { Failure(error) ?? unforeseen(error) }

    static func unforeseen(_ error: any Error) -> Failure {
        Failure(.internalError, "internal error: \(error)")
    }
}

extension Andon {
    /// Says in one line what went wrong, and ends with its status.
    static func leave(after error: any Error) -> Never {
        if let failure = Failure(error) { leave(failure) }
        if let code = error as? ExitCode, code != .validationFailure { leave(code.rawValue) }
        // The parser's own: help and version are no failures, everything else is the user's.
        let code = exitCode(for: error)
        if code == .success {
            print(fullMessage(for: error))
            leave(ExitStatus.done.rawValue)
        }
        guard code == .validationFailure else { leave(.unforeseen(error)) }
        FileHandle.standardError.write(Data((fullMessage(for: error) + "\n").utf8))
        Foundation.exit(ExitStatus.usage.rawValue)
    }

    /// Ends with a status, if all that was printed can be written.
    private static func leave(_ status: Int32) -> Never {
        do {
            try StandardOutput.finish()
        } catch {
            leave(Failure.of(error))
        }
        Foundation.exit(status)
    }

    private static func leave(_ failure: Failure) -> Never {
        complain(failure.text)
        Foundation.exit(failure.status.rawValue)
    }

    private static func complain(_ text: String) {
        FileHandle.standardError.write(Data(("andon: " + text.withoutControls + "\n").utf8))
    }
}

/// Options that do not fit together, or files named by options that cannot be used.
struct UsageError: Error, CustomStringConvertible {
    let description: String
}
