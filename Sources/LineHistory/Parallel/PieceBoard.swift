import Dispatch
import Synchronization

/// Pieces of work that several threads do, each of them once: which are taken, done and failed.
final class PieceBoard<Result: Sendable, Failure: Error>: OpenWork {
    /// Does a piece.
    typealias Work = (Int) throws(Failure) -> Result

    private struct State {
        var next = 0
        /// Pieces that are taken and neither done nor failed.
        var held = 0
        var done = 0
        var results: [Result?]
        var failure: (index: Int, error: Failure)?
        /// Of the crew's work, once others may take part.
        var number = 0
        /// Signalled when the next piece is done.
        var bells: [DispatchSemaphore] = []

        /// Whether some piece is left to take; after a failure none is, for all earlier ones have been taken.
        var hasPieces: Bool { failure == nil && next < results.count }

        mutating func takeBells() -> [DispatchSemaphore] {
            if bells.isEmpty { return [] }
            defer { bells = [] }
            return bells
        }
    }

    private let state: Mutex<State>
    private let finished: @Sendable (Int) -> Void
    private let worker: @Sendable () throws(Failure) -> Work

    /// - Parameters:
    ///   - finished: told the number of finished pieces, on whichever thread finished one.
    ///   - worker: makes for a thread what does its pieces.
    init(
        count: Int, finished: @escaping @Sendable (Int) -> Void,
        worker: @escaping @Sendable () throws(Failure) -> Work
    ) {
        state = Mutex(State(results: Array(repeating: nil, count: count)))
        self.finished = finished
        self.worker = worker
    }

    /// Lets so many other threads take part.
    func open(helpers: Int) {
        guard helpers > 0 else { return }
        let number = Crew.shared.open(self, helpers: helpers)
        state.withLock { $0.number = number }
    }

    var hasPieces: Bool { state.withLock(\.hasPieces) }

    func join(while goesOn: () -> Bool) {
        do throws(Failure) {
            let work = try worker()
            while goesOn(), begin(work) {}
        } catch {
            fail(error)
        }
    }

    /// Makes for this thread what does its pieces.
    func makeWork() throws(Failure) -> Work { try worker() }

    /// Does the next piece; false if there is none.
    func begin(_ work: Work) -> Bool {
        guard let index = take() else { return false }
        do throws(Failure) {
            finished(put(try work(index), at: index))
        } catch {
            fail(error, at: index)
        }
        return true
    }

    /// Waits until a piece that is taken is done; without one, until no piece is held and none is left.
    func wait(for index: Int? = nil) {
        Crew.shared.wait(after: state.withLock(\.number)) {
            state.withLock { state in
                if let index, state.results[index] != nil { return true }
                return state.held == 0 && !state.hasPieces
            }
        } ring: { bell in
            state.withLock { $0.bells.append(bell) }
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
            guard state.hasPieces else { return nil }
            defer { state.next += 1 }
            state.held += 1
            return state.next
        }
    }

    private func put(_ result: Result, at index: Int) -> Int {
        let (done, bells) = state.withLock { state in
            state.results[index] = result
            state.held -= 1
            state.done += 1
            return (state.done, state.takeBells())
        }
        for bell in bells { bell.signal() }
        return done
    }

    /// Notes a failure, also of a thread that could not begin: that comes before all pieces.
    private func fail(_ error: Failure, at index: Int = -1) {
        let bells = state.withLock { state in
            if index >= 0 { state.held -= 1 }
            if state.failure.map({ $0.index > index }) ?? true { state.failure = (index, error) }
            return state.takeBells()
        }
        for bell in bells { bell.signal() }
    }
}
