/// Work cut into pieces that know nothing of each other.
package enum Parallel {
    /// Runs `body` for every index, on several threads, each with a worker of its own.
    ///
    /// - Parameters:
    ///   - jobs: the number of threads, at least one.
    ///   - worker: makes what a thread needs for itself; a thread takes pieces in their order, as long as it has the same.
    ///   - finished: told the number of finished pieces, on whichever thread finished one.
    /// - Returns: the results by index, whatever the number of threads.
    /// - Throws: of several failures, that of the lowest index.
    package static func map<Worker, Result: Sendable, Failure: Error>(
        count: Int, jobs: Int, worker: @escaping @Sendable () throws(Failure) -> Worker,
        finished: @escaping @Sendable (Int) -> Void = { _ in },
        _ body: @escaping @Sendable (Worker, Int) throws(Failure) -> Result
    ) throws(Failure) -> [Result] {
        let board = PieceBoard<Result, Failure>(count: count, finished: finished) { () throws(Failure) in
            let own = try worker()
            return { index throws(Failure) in try body(own, index) }
        }
        board.open(helpers: min(jobs, count) - 1)
        board.join { true }
        board.wait()
        if let failure = board.failure { throw failure }
        return board.results
    }
}
