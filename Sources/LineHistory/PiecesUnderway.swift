import Dispatch
import Synchronization

/// Pieces of work that other threads do while this one goes on with the results of the first.
package struct PiecesUnderway<Result: Sendable, Failure: Error> {
    /// Does a piece.
    package typealias Work = (Int) throws(Failure) -> Result

    private let pieces: SharedPieces<Result, Failure>
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
        pieces = SharedPieces(count: count, finished: finished, worker: worker)
        pieces.begin(threads: min(threads, count))
    }

    /// A piece's result. As long as it is not there this thread does pieces that nobody has begun.
    ///
    /// - Throws: of several failures, that of the lowest index.
    package mutating func result(at index: Int) throws(Failure) -> Result {
        if let result = pieces.result(at: index) { return result }
        let own = if let own { own } else { try pieces.worker() }
        self.own = own
        while pieces.result(at: index) == nil, pieces.work(own) {}
        return try pieces.awaitedResult(at: index)
    }
}

/// What the threads share.
private final class SharedPieces<Result: Sendable, Failure: Error>: Sendable {
    let worker: @Sendable () throws(Failure) -> PiecesUnderway<Result, Failure>.Work
    private let finished: @Sendable (Int) -> Void
    private let board: Mutex<PieceBoard<Result, Failure>>
    private let others = DispatchGroup()

    init(
        count: Int, finished: @escaping @Sendable (Int) -> Void,
        worker: @escaping @Sendable () throws(Failure) -> PiecesUnderway<Result, Failure>.Work
    ) {
        self.worker = worker
        self.finished = finished
        board = Mutex(PieceBoard(count: count))
    }

    func begin(threads: Int) {
        for _ in 0..<threads {
            DispatchQueue.global().async(group: others) {
                do throws(Failure) {
                    let own = try self.worker()
                    while self.work(own) {}
                } catch {
                    self.board.withLock { $0.fail(error, at: -1) }
                }
            }
        }
    }

    /// Does the next piece, if there is one.
    func work(_ own: PiecesUnderway<Result, Failure>.Work) -> Bool {
        guard let index = board.withLock({ $0.take() }) else { return false }
        do throws(Failure) {
            let result = try own(index)
            finished(board.withLock { $0.put(result, at: index) })
        } catch {
            board.withLock { $0.fail(error, at: index) }
        }
        return true
    }

    func result(at index: Int) -> Result? {
        board.withLock { $0.results[index] }
    }

    func awaitedResult(at index: Int) throws(Failure) -> Result {
        if let result = result(at: index) { return result }
        others.wait()
        return try board.withLock { board throws(Failure) in
            if let result = board.results[index] { return result }
            throw board.failure!.error
        }
    }
}
