import Dispatch
import Testing

@testable import LineHistory

@Suite struct ParallelTests {
    @Test("Results stand by index, with any number of threads", arguments: [1, 2, 7], [0, 1, 100])
    func order(jobs: Int, count: Int) {
        let expected = (0..<count).map { $0 * $0 }
        #expect(Parallel.map(count: count, jobs: jobs) { $0 * $0 } == expected)
        #expect(Parallel.map(count: count, jobs: jobs, worker: { 0 }) { $1 * $1 + $0 } == expected)
    }

    @Test("Of two pieces side by side each gives its own result", arguments: [1, 2])
    func both(jobs: Int) {
        let (text, number) = Parallel.both(jobs: jobs, { "a" }, { 2 })
        #expect(text == "a" && number == 2)
    }

    @Test("Work within work gives the same results, with any number of threads", arguments: [1, 2, 5])
    func nested(jobs: Int) {
        let sums = Parallel.map(count: 20, jobs: jobs) { outer in
            let (left, right) = Parallel.both(jobs: jobs) {
                Parallel.map(count: outer, jobs: jobs) { $0 }.reduce(0, +)
            } _: {
                Parallel.map(count: outer, jobs: jobs) { $0 * 2 }.reduce(0, +)
            }
            return left + right
        }
        #expect(sums == (0..<20).map { 3 * $0 * ($0 - 1) / 2 })
    }

    @Test("A thread that waits takes part in what was begun within other work")
    func help() {
        let arrivals = [DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)]
        let (_, meetings) = Parallel.both(jobs: 2) {
        } _: {
            // Each piece waits for the other, which therefore needs a thread of its own.
            Parallel.map(count: 2, jobs: 2) { piece in
                arrivals[piece].signal()
                return arrivals[1 - piece].wait(timeout: .now() + 60)
            }
        }
        #expect(meetings == [.success, .success])
    }

    @Test("Of failures within work the first is told", arguments: [1, 3])
    func failure(jobs: Int) {
        #expect(throws: Refused(piece: 7)) {
            try Parallel.map(
                count: 30, jobs: jobs, worker: { () throws(Refused) in },
                { _, piece throws(Refused) in
                    _ = Parallel.map(count: 3, jobs: jobs) { $0 }
                    if piece >= 7 { throw Refused(piece: piece) }
                })
        }
    }
}

private struct Refused: Error, Equatable {
    let piece: Int
}
