import Dispatch

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
        finished: @escaping @Sendable (Int) -> Void = { _ in },
        _ body: @Sendable (Worker, Int) throws(Failure) -> Result
    ) throws(Failure) -> [Result] {
        let board = PieceBoard<Result, Failure>(count: count, finished: finished)
        DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, count))) { _ in
            do throws(Failure) {
                let own = try worker()
                while board.work({ index throws(Failure) in try body(own, index) }) {}
            } catch {
                board.fail(error)
            }
        }
        if let failure = board.failure { throw failure }
        return board.results
    }
}
