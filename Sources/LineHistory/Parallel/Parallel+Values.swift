/// Work that needs nothing of its own on a thread, and that cannot fail.
extension Parallel {
    /// Runs `body` for every index, on several threads.
    ///
    /// - Returns: the results by index, whatever the number of threads.
    package static func map<Result: Sendable>(
        count: Int, jobs: Int, _ body: @escaping @Sendable (Int) -> Result
    ) -> [Result] {
        map(count: count, jobs: jobs, worker: {}) { _, index in body(index) }
    }

    /// Runs two pieces of work side by side if there is more than one thread.
    package static func both<First: Sendable, Second: Sendable>(
        jobs: Int, _ first: () -> First, _ second: @escaping @Sendable () -> Second
    ) -> (First, Second) {
        var others = PiecesUnderway<Second, Never>(count: 1, threads: jobs - 1) { { _ in second() } }
        return (first(), others.result(at: 0))
    }
}
