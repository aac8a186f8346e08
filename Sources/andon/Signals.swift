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
            signal(number, SIG_IGN)
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
    }
}
