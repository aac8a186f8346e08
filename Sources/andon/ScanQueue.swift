import Foundation
import Synchronization

/// Scans of several repositories, some of them at once.
enum ScanQueue {
    /// Runs `body` for every index from 0.
    ///
    /// - Parameters:
    ///   - atOnce: the number of threads; with one, `body` runs on the calling thread, index after index.
    ///   - asItComes: is handed what `body` gives on the calling thread, whichever comes first.
    ///   - inOrder: the same by index.
    /// - Throws: what these throw; then nothing more is begun, and what is at work is waited for and dropped.
    static func run<Outcome: Sendable>(
        _ count: Int, atOnce: Int, _ body: @escaping @Sendable (Int) -> Outcome,
        asItComes: (Int, Outcome) throws -> Void, inOrder: (Int, Outcome) throws -> Void
    ) throws {
        guard atOnce > 1 else {
            for index in 0..<count {
                let outcome = body(index)
                try asItComes(index, outcome)
                try inOrder(index, outcome)
            }
            return
        }
        let board = Board<Outcome>(count: count, workers: atOnce)
        // Threads of their own: those of Dispatch are few, and signals need one.
        for _ in 0..<atOnce { Thread.detachNewThread { board.work(body) } }
        var early: [Int: Outcome] = [:]
        var turn = 0
        var failure: (any Error)?
        while let (index, outcome) = board.next() {
            guard failure == nil else { continue }
            do {
                try asItComes(index, outcome)
                early[index] = outcome
                while let outcome = early.removeValue(forKey: turn) {
                    turn += 1
                    try inOrder(turn - 1, outcome)
                }
            } catch {
                failure = error
                board.stop()
            }
        }
        if let failure { throw failure }
    }
}

/// What is still to be done, and what is done and was not yet looked at.
private final class Board<Outcome: Sendable>: Sendable {
    private struct State {
        var next = 0
        var workers: Int
        var isStopped = false
        var done: [(index: Int, outcome: Outcome)] = []
    }

    private let count: Int
    private let state: Mutex<State>
    /// Signalled for each outcome and for each worker that goes home.
    private let news = DispatchSemaphore(value: 0)

    init(count: Int, workers: Int) {
        self.count = count
        state = Mutex(State(workers: workers))
    }

    /// Takes one index after the other, in order, until there are none.
    func work(_ body: @Sendable (Int) -> Outcome) {
        while let index = take() {
            let outcome = body(index)
            state.withLock { $0.done.append((index, outcome)) }
            news.signal()
        }
        state.withLock { $0.workers -= 1 }
        news.signal()
    }

    /// Waits for the next outcome; nil when all workers have gone home.
    func next() -> (Int, Outcome)? {
        while true {
            news.wait()
            let (found, isOver) = state.withLock { state in
                (state.done.isEmpty ? nil : state.done.removeFirst(), state.workers == 0)
            }
            if let found { return found }
            if isOver { return nil }
        }
    }

    func stop() {
        state.withLock { $0.isStopped = true }
    }

    private func take() -> Int? {
        state.withLock { state in
            guard !state.isStopped, state.next < count else { return nil }
            defer { state.next += 1 }
            return state.next
        }
    }
}
