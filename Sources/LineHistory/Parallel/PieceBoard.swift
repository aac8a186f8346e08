import Synchronization

/// Pieces of work that several threads do, each of them once: which are taken, done and failed.
final class PieceBoard<Result: Sendable, Failure: Error>: Sendable {
    private struct State {
        var next = 0
        var done = 0
        var results: [Result?]
        var failure: (index: Int, error: Failure)?
    }

    private let state: Mutex<State>
    private let finished: @Sendable (Int) -> Void

    /// - Parameter finished: told the number of finished pieces, on whichever thread finished one.
    init(count: Int, finished: @escaping @Sendable (Int) -> Void) {
        state = Mutex(State(results: Array(repeating: nil, count: count)))
        self.finished = finished
    }

    /// Does the next piece; false if there is none, or none any more after a failure, for all earlier ones have been taken.
    func work(_ body: (Int) throws(Failure) -> Result) -> Bool {
        guard let index = take() else { return false }
        do throws(Failure) {
            finished(put(try body(index), at: index))
        } catch {
            fail(error, at: index)
        }
        return true
    }

    /// Notes a failure, also of a thread that could not begin: that comes before all pieces.
    func fail(_ error: Failure, at index: Int = -1) {
        state.withLock { state in
            if let known = state.failure, known.index <= index { return }
            state.failure = (index, error)
        }
    }

    /// A piece's result, if it is there.
    func result(at index: Int) -> Result? {
        state.withLock { $0.results[index] }
    }

    /// The failure of the lowest index.
    var failure: Failure? {
        state.withLock { $0.failure?.error }
    }

    /// All results, once every piece is done.
    var results: [Result] {
        state.withLock { $0.results.map { $0! } }
    }

    private func take() -> Int? {
        state.withLock { state in
            guard state.failure == nil, state.next < state.results.count else { return nil }
            defer { state.next += 1 }
            return state.next
        }
    }

    private func put(_ result: Result, at index: Int) -> Int {
        state.withLock { state in
            state.results[index] = result
            state.done += 1
            return state.done
        }
    }
}
