import Dispatch
import Synchronization

/// Work that needs nothing of its own on a thread, and that cannot fail.
extension Parallel {
    /// Runs `body` for every index, on several threads.
    ///
    /// - Returns: the results by index, whatever the number of threads.
    package static func map<Result: Sendable>(
        count: Int, jobs: Int, _ body: @Sendable (Int) -> Result
    ) -> [Result] {
        map(count: count, jobs: jobs, worker: {}) { _, index in body(index) }
    }

    /// Runs two pieces of work side by side if there is more than one thread.
    package static func both<First: Sendable, Second: Sendable>(
        jobs: Int, _ first: @Sendable () -> First, _ second: @Sendable () -> Second
    ) -> (First, Second) {
        if jobs < 2 { return (first(), second()) }
        let firstResult = Mutex<First?>(nil)
        let secondResult = Mutex<Second?>(nil)
        DispatchQueue.concurrentPerform(iterations: 2) { index in
            if index == 0 {
                let result = first()
                firstResult.withLock { $0 = result }
            } else {
                let result = second()
                secondResult.withLock { $0 = result }
            }
        }
        return (firstResult.withLock { $0! }, secondResult.withLock { $0! })
    }
}
