import Foundation
import LineHistory
import Synchronization

/// One line on standard error that says how far the work has come; only on a terminal.
final class ProgressLine: Sendable {
    private let isShown: Bool
    private let last = Mutex("")

    init(isShown: Bool) {
        self.isShown = isShown && isatty(STDERR_FILENO) == 1
    }

    var show: @Sendable (StageProgress) -> Void {
        { [self] progress in
            guard isShown else { return }
            let text = "\(progress.stage.rawValue): \(progress.done * 100 / max(1, progress.total)) %"
            last.withLock { last in
                if text != last { write("\r\u{1B}[K" + text) }
                last = text
            }
        }
    }

    func clear() {
        if isShown { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
