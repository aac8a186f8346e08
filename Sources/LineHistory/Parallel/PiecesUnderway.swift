/// Pieces of work that other threads do while this one goes on with the results of the first.
package struct PiecesUnderway<Result: Sendable, Failure: Error> {
    /// Does a piece.
    package typealias Work = (Int) throws(Failure) -> Result

    private let board: PieceBoard<Result, Failure>
    /// What this thread has made for itself.
    private var own: Work?

    /// Begins the work.
    ///
    /// - Parameters:
    ///   - threads: how many threads begin at once; with none, all is left to the one that asks for results.
    ///   - worker: makes for a thread what does its pieces.
    ///   - finished: told the number of finished pieces, on whichever thread finished one.
    package init(
        count: Int, threads: Int, finished: @escaping @Sendable (Int) -> Void = { _ in },
        worker: @escaping @Sendable () throws(Failure) -> Work
    ) {
        board = PieceBoard(count: count, finished: finished, worker: worker)
        board.open(helpers: min(threads, count))
    }

    /// A piece's result. As long as it is not there this thread does pieces that nobody has begun.
    ///
    /// - Throws: of several failures, that of the lowest index.
    package mutating func result(at index: Int) throws(Failure) -> Result {
        if let result = board.result(at: index) { return result }
        let own = if let own { own } else { try board.makeWork() }
        self.own = own
        while board.result(at: index) == nil, board.begin(own) {}
        board.wait(for: index)
        guard let result = board.result(at: index) else { throw board.failure! }
        return result
    }
}
