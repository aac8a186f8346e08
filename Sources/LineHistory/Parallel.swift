import Dispatch
import Synchronization

/// Work cut into pieces that know nothing of each other.
package enum Parallel {
    /// Runs `body` for every index, on several threads, each with a worker of its own.
    ///
    /// - Parameters:
    ///   - jobs: the number of threads, at least one.
    ///   - worker: makes what a thread needs for itself.
    ///   - finished: told the number of finished pieces, on whichever thread finished one.
    /// - Returns: the results by index, whatever the number of threads.
    /// - Throws: of several failures, that of the lowest index.
    package static func map<Worker, Result: Sendable, Failure: Error>(
        count: Int, jobs: Int, worker: @Sendable () throws(Failure) -> Worker,
        finished: @Sendable (Int) -> Void = { _ in },
        _ body: @Sendable (Worker, Int) throws(Failure) -> Result
    ) throws(Failure) -> [Result] {
        let board = Mutex(PieceBoard<Result, Failure>(count: count))
        DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, count))) { _ in
            do throws(Failure) {
                let own = try worker()
                while let index = board.withLock({ $0.take() }) {
                    do throws(Failure) {
                        let result = try body(own, index)
                        finished(board.withLock { $0.put(result, at: index) })
                    } catch {
                        board.withLock { $0.fail(error, at: index) }
                        return
                    }
                }
            } catch {
                board.withLock { $0.fail(error, at: -1) }
            }
        }
        return try board.withLock { board throws(Failure) in
            if let failure = board.failure { throw failure.error }
            return board.results.map { $0! }
        }
    }
}
