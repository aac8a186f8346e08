import Dispatch
import Synchronization

/// Work that any thread can take a part in.
protocol OpenWork: AnyObject, Sendable {
    /// Whether some piece of it is left to begin.
    var hasPieces: Bool { get }

    /// Begins one piece after the other on the calling thread, as long as there are any and `goesOn` says so.
    func join(while goesOn: () -> Bool)
}

/// The threads that take part in whatever work is open.
///
/// Work can be opened within a piece of other work. A thread that waits for what others have begun takes part in other work
/// until then, so that none is idle as long as there is something to begin.
final class Crew: Sendable {
    private struct State {
        /// Work that had pieces left to begin when somebody last looked, the latest last.
        var open: [any OpenWork] = []
        /// Threads that came to help and have not gone.
        var helpers = 0
        /// What wakes those who wait and have nothing to begin.
        var sleepers: [DispatchSemaphore] = []

        mutating func forgetBegun() {
            open.removeAll { !$0.hasPieces }
        }
    }

    private let state = Mutex(State())

    /// The process's.
    static let shared = Crew()

    /// Lets others take part in some work.
    ///
    /// - Parameter helpers: how many threads are to be there besides those that wait.
    func open(_ work: some OpenWork, helpers: Int) {
        let (missing, sleepers) = state.withLock { state in
            let missing = max(0, helpers - state.helpers)
            state.forgetBegun()
            state.open.append(work)
            state.helpers += missing
            defer { state.sleepers = [] }
            return (missing, state.sleepers)
        }
        for sleeper in sleepers { sleeper.signal() }
        for _ in 0..<missing {
            DispatchQueue.global().async {
                while let work = self.oldest() { work.join { true } }
            }
        }
    }

    /// Takes part in other work until `isReady`.
    ///
    /// - Parameter ring: has a semaphore signalled when `isReady` may have become true.
    func wait(until isReady: () -> Bool, ring: (DispatchSemaphore) -> Void) {
        while !isReady() {
            if let other = latest() {
                other.join { !isReady() }
                continue
            }
            let bell = DispatchSemaphore(value: 0)
            ring(bell)
            let hasWork = state.withLock { state in
                state.sleepers.append(bell)
                return state.open.contains(where: \.hasPieces)
            }
            if !hasWork && !isReady() { bell.wait() }
            state.withLock { $0.sleepers.removeAll { $0 === bell } }
        }
    }

    /// What a helper begins with: what was opened within other work is done while somebody waits for it. Without any work
    /// it leaves.
    private func oldest() -> (any OpenWork)? {
        state.withLock { state in
            state.forgetBegun()
            if state.open.isEmpty { state.helpers -= 1 }
            return state.open.first
        }
    }

    /// What a thread that waits begins with: the smallest, for it has no time.
    private func latest() -> (any OpenWork)? {
        state.withLock { state in
            state.forgetBegun()
            return state.open.last
        }
    }
}
