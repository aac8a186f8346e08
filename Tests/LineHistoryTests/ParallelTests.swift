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
}
