import Dispatch
import Foundation
import Reports

/// Ends in order when told to: no half-written report stays, and the status says that the run was interrupted.
enum Signals {
    /// Sources listen as long as somebody holds them.
    nonisolated(unsafe) private static var sources: [any DispatchSourceSignal] = []

    /// To be called once, before anything else runs.
    static func handle() {
        for number in [SIGINT, SIGTERM, SIGHUP] {
            // Who started us with a signal ignored, as nohup does, means it.
            guard !isIgnored(signal(number, SIG_IGN)) else { continue }
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                Interruption.clean { hasWritten in
                    let what = hasWritten ? "what was in work was not written" : "nothing was written"
                    FileHandle.standardError.write(Data("\nandon: interrupted; \(what)\n".utf8))
                    _exit(ExitStatus.interrupted.rawValue)
                }
            }
            source.resume()
            unsafe sources.append(source)
        }
        // A reader that has seen enough closes the pipe; that is no failure of ours.
        signal(SIGPIPE, SIG_DFL)
        // A file that reaches its limit is an error of the writing, with a message and a status.
        signal(SIGXFSZ, SIG_IGN)
    }

    private static func isIgnored(_ action: __sighandler_t?) -> Bool {
        unsafe unsafeBitCast(action, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }
}
