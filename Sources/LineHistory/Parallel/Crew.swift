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
/// Work can be opened within a piece of other work: what Dispatch would do on one thread (`concurrentPerform` within
/// `concurrentPerform`) is shared out as well. A thread that waits for what others have begun takes part in work that was opened
/// later, so that it is not idle and still soon back; and since whoever waits, waits for something later than all that lies
/// below on its stack, no two threads wait for each other.
final class Crew: Sendable {
    private struct State {
        /// Work that had pieces left to begin when somebody last looked, in the order in which it was opened.
        var open: [(number: Int, work: any OpenWork)] = []
        /// How much was opened ever.
        var count = 0
        /// Threads that came to help and have not gone.
        var helpers = 0
        /// What wakes those who wait and have nothing to begin.
        var sleepers: [DispatchSemaphore] = []

        mutating func forgetBegun() {
            open.removeAll { !$0.work.hasPieces }
        }

        /// What was opened last, if that was after some other work.
        mutating func latest(after number: Int) -> (any OpenWork)? {
            forgetBegun()
            return open.last.flatMap { $0.number > number ? $0.work : nil }
        }
    }

    private let state = Mutex(State())

    /// The process's.
    static let shared = Crew()

    /// Lets others take part in some work.
    ///
    /// - Parameter helpers: how many threads are to be there besides the one that opens the first work.
    /// - Returns: a number; what is opened later has a higher one.
    func open(_ work: some OpenWork, helpers: Int) -> Int {
        let (number, missing, sleepers) = state.withLock { state in
            let missing = max(0, helpers - state.helpers)
            state.forgetBegun()
            state.count += 1
            state.open.append((state.count, work))
            state.helpers += missing
            defer { state.sleepers = [] }
            return (state.count, missing, state.sleepers)
        }
        for sleeper in sleepers { sleeper.signal() }
        for _ in 0..<missing {
            DispatchQueue.global().async {
                while let work = self.oldest() { work.join { true } }
            }
        }
        return number
    }

    /// Takes part in work that was opened after some other until `isReady`.
    ///
    /// - Parameter ring: has a semaphore signalled when `isReady` may have become true.
    func wait(after number: Int, until isReady: () -> Bool, ring: (DispatchSemaphore) -> Void) {
        while !isReady() {
            if let other = state.withLock({ $0.latest(after: number) }) {
                other.join { !isReady() }
                continue
            }
            let bell = DispatchSemaphore(value: 0)
            ring(bell)
            let hasWork = state.withLock { state in
                state.sleepers.append(bell)
                return state.latest(after: number) != nil
            }
            if !hasWork && !isReady() { bell.wait() }
            state.withLock { $0.sleepers.removeAll { $0 === bell } }
        }
    }

    /// What a helper begins with: the rest was opened within it, or has those who opened it. Without any work it leaves.
    private func oldest() -> (any OpenWork)? {
        state.withLock { state in
            state.forgetBegun()
            if state.open.isEmpty { state.helpers -= 1 }
            return state.open.first?.work
        }
    }
}
